"""Fixed phrases, and what each becomes by one slip: the list in `grammar/phrases.toml`, prepared for looking up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from giar_lark.lean.compiled import compiled
from giar_lark.lean.kept import Record, kept, toml
from giar_lark.lean.later import kept_property
from giar_lark.rules.phrases.forms import Form, forms_of
from giar_lark.rules.phrases.pattern import expression_of

_Thing = TypeVar("_Thing")
# a phrase as long as this stays itself with any other character in its middle
_LONGER = 6


class Lexicon:
    """Some phrases, prepared.

    `begins` finds the places where a form may begin, and `right` is all that is right. The forms are made when one may be in
    a text, which is seldom.
    """

    def __init__(self, begins: str, entries: Sequence[Record]) -> None:
        """`begins` is an expression."""
        self.begins, self.right = compiled(begins), _right(entries)
        self._entries = entries

    @kept_property
    def forms(self) -> Mapping[str, Sequence[Form]]:
        """The forms, by their first two characters."""
        return _by_head(_forms(self._entries), lambda form: form.wrong)

    @kept_property
    def long(self) -> Mapping[str, Sequence[str]]:
        """The long phrases, by their first two characters."""
        return _by_head(_long(self._entries), lambda phrase: phrase)


@cache
def names() -> Lexicon:
    """The names of the state and its organs."""
    return Lexicon(**_kept()["names"])


@cache
def phrases() -> Lexicon:
    """The fixed phrases of a report."""
    return Lexicon(**_kept()["phrases"])


@cache
def _kept() -> Record:
    return kept("phrases", worked_out)


def worked_out(text: str) -> Record:
    """What lexicons are made of, from the text of the list."""
    return {kind: {"begins": _begins(entries), "entries": entries} for kind, entries in toml(text).items()}


def _begins(entries: Sequence[Record]) -> str:
    return expression_of(_forms(entries), _long(entries), _right(entries))


def _right(entries: Iterable[Record]) -> tuple[str, ...]:
    return tuple(word for entry in entries for word in (entry["text"], *entry.get("near", ())))


def _long(entries: Iterable[Record]) -> Iterator[str]:
    return (entry["text"] for entry in entries if len(entry["text"]) >= _LONGER)


def _by_head(things: Iterable[_Thing], words: Callable[[_Thing], str]) -> dict[str, list[_Thing]]:
    """Some things by the first two characters of their words, each in the order given."""
    found: dict[str, list[_Thing]] = {}
    for thing in things:
        found.setdefault(words(thing)[:2], []).append(thing)
    return found


def _forms(entries: Iterable[dict[str, Any]]) -> Iterator[Form]:
    """The forms of phrases that are not right in themselves, those of a phrase each once."""
    for entry in entries:
        phrase, near = entry["text"], entry.get("near", ())
        listed = (Form(wrong, phrase, "listed", "", 0, len(wrong) - 1) for wrong in entry.get("wrong", ()))
        made = {form.wrong: form for form in (*forms_of(phrase), *listed)}
        yield from (form for wrong, form in made.items() if wrong not in near)
