"""Fixed phrases, and what each becomes by one slip: the list in `grammar/phrases.toml`, prepared for looking up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from giar_lark.records import dataclass
from giar_lark.resources import read_grammar
from giar_lark.rules.phrase_forms import Form, forms_of
from giar_lark.rules.phrase_pattern import pattern_of

_Thing = TypeVar("_Thing")
# a phrase as long as this stays itself with any other character in its middle
_LONGER = 6


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Some phrases, prepared: what finds the places where a form may begin, the forms and the long phrases by their first
    two characters, and all that is right."""

    begins: re.Pattern[str]
    forms: Mapping[str, Sequence[Form]]
    long: Mapping[str, Sequence[str]]
    right: Sequence[str]


@cache
def names() -> Lexicon:
    """The names of the state and its organs."""
    return _lexicon("names")


@cache
def phrases() -> Lexicon:
    """The fixed phrases of a report."""
    return _lexicon("phrases")


def _lexicon(kind: str) -> Lexicon:
    entries = _lists()[kind]
    right = tuple(word for entry in entries for word in (entry["text"], *entry.get("near", ())))
    forms = [form for entry in entries for form in _forms(entry)]
    long = [entry["text"] for entry in entries if len(entry["text"]) >= _LONGER]
    return Lexicon(
        pattern_of(forms, long, right),
        _by_head(forms, lambda form: form.wrong),
        _by_head(long, lambda phrase: phrase),
        right,
    )


def _by_head(things: Iterable[_Thing], words: Callable[[_Thing], str]) -> dict[str, list[_Thing]]:
    """Some things by the first two characters of their words, each in the order given."""
    found: dict[str, list[_Thing]] = {}
    for thing in things:
        found.setdefault(words(thing)[:2], []).append(thing)
    return found


@cache
def _lists() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(read_grammar("phrases.toml"))


def _forms(entry: dict[str, Any]) -> Iterator[Form]:
    """The forms of a phrase that are not right in themselves, each once."""
    phrase, near = entry["text"], entry.get("near", ())
    listed = (Form(wrong, phrase, "listed", "", 0, len(wrong) - 1) for wrong in entry.get("wrong", ()))
    made = {form.wrong: form for form in (*forms_of(phrase), *listed)}
    yield from (form for wrong, form in made.items() if wrong not in near)
