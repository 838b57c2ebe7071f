"""Fixed phrases, and what each becomes by one slip: the list in `grammar/phrases.toml`, prepared for looking up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from giar_lark.resources import read_grammar

# a phrase as long as this stays itself with a character lost, or with any other one in its middle
_LONG, _LONGER = 5, 6
_SHORTEST = 4


class Form(NamedTuple):
    """A phrase as a slip writes it.

    `how` is `lost`, `doubled`, `swapped`, `changed`, or `listed` for a misspelling of the list; `char` is the character lost,
    doubled or changed. `first` and `last` are the outermost characters that show the slip, counted from the beginning of
    the form. `needs` says where it is one: `end` if no character may follow, `alone` if none may stand on either side, for
    what is left of the phrase could be a part of another word.
    """

    wrong: str
    right: str
    how: str
    char: str
    first: int
    last: int
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Some phrases, prepared: the characters that any form begins with, the forms by their first three (those of two by
    these), the long phrases by their first two, and all that is right."""

    begins: re.Pattern[str]
    forms: dict[str, tuple[Form, ...]]
    long: dict[str, tuple[str, ...]]
    right: tuple[str, ...]


@cache
def names() -> Lexicon:
    """The names of the state and its organs."""
    return _lexicon("names")


@cache
def phrases() -> Lexicon:
    """The fixed phrases of a report."""
    return _lexicon("phrases")


def without_one(phrase: str) -> Iterator[str]:
    """A phrase with each of its characters left out in turn."""
    yield from (phrase[:at] + phrase[at + 1 :] for at in range(len(phrase)))


def _lexicon(kind: str) -> Lexicon:
    entries = tomllib.loads(read_grammar("phrases.toml"))[kind]
    forms: dict[str, list[Form]] = {}
    long: dict[str, list[str]] = {}
    for entry in entries:
        phrase = entry["text"]
        listed = (Form(wrong, phrase, "listed", "", 0, len(wrong) - 1) for wrong in entry.get("wrong", ()))
        made = {form.wrong: form for form in (*_forms_of(phrase), *listed) if form.wrong not in entry.get("near", ())}
        for form in made.values():
            forms.setdefault(form.wrong[:2], []).append(form)
        if len(phrase) >= _LONGER:
            long.setdefault(phrase[:2], []).append(phrase)
    return Lexicon(
        re.compile("[" + "".join(sorted({head[0] for head in (*forms, *long)})) + "]"),
        {head + third: found for head in forms for third, found in _by_third(forms[head]).items()},
        {head: tuple(found) for head, found in long.items()},
        tuple(word for entry in entries for word in (entry["text"], *entry.get("near", ()))),
    )


def _by_third(forms: list[Form]) -> dict[str, tuple[Form, ...]]:
    """Forms that begin with the same two characters by the third that the text has, each with those that have none."""
    thirds = {form.wrong[2:3] for form in forms}
    return {third: tuple(form for form in forms if form.wrong[2:3] in ("", third)) for third in thirds}


def _forms_of(phrase: str) -> Iterator[Form]:
    """What a phrase becomes by one slip; nothing for one that is too short to be known again."""
    if len(phrase) < _SHORTEST:
        return
    yield from _lost(phrase)
    last, is_long = len(phrase) - 1, len(phrase) >= _LONG
    for at in range(1, last):
        yield Form(phrase[:at] + phrase[at] + phrase[at:], phrase, "doubled", phrase[at], at, at + 1)
        for neighbour in {phrase[at - 1], phrase[at + 1]} - {phrase[at]}:
            yield Form(phrase[:at] + neighbour + phrase[at + 1 :], phrase, "changed", phrase[at], at, at)
    for at in range(last if is_long else last - 1):
        if phrase[at] != phrase[at + 1]:
            swapped = phrase[:at] + phrase[at + 1] + phrase[at] + phrase[at + 2 :]
            yield Form(swapped, phrase, "swapped", "", at, at + 1)


def _lost(phrase: str) -> Iterator[Form]:
    for at, wrong in enumerate(without_one(phrase)):
        needs = "alone" if len(phrase) < _LONG else "end" if at == len(phrase) - 1 else ""
        yield Form(wrong, phrase, "lost", phrase[at], at - 1, at, needs)
