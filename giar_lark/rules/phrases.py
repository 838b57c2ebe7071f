"""Fixed phrases in which a character slipped, by the list in `grammar/phrases.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from giar_lark.model.flow import Flow
from giar_lark.resources import read_grammar

_HAN = re.compile(r"[\u4e00-\u9fff]")
# a phrase as long as this stays itself with a character lost, or with any other one in its middle
_LONG, _LONGER = 5, 6
# words of one character that may stand inside a phrase that was taken apart: 政府的信息
_PARTICLES = "的和与及等之或未已应不并了是在为将各被所"


class Slip(NamedTuple):
    """A phrase in which a character slipped: the part of the flow, what it should read, and how it slipped.

    `how` is `lost`, `doubled`, `swapped`, `changed`, or `listed` for a misspelling of the list; `char` is the character lost,
    doubled, or changed.
    """

    start: int
    end: int
    right: str
    how: str
    char: str = ""


class _Form(NamedTuple):
    """A phrase as a slip writes it. `first` and `last` are the outermost characters that show the slip, from the start."""

    wrong: str
    right: str
    how: str
    char: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Some phrases, prepared: the characters that any slip begins with, each slip by its first two, the long phrases by
    theirs, and all that is right."""

    begins: re.Pattern[str]
    forms: dict[str, tuple[_Form, ...]]
    phrases: dict[str, tuple[str, ...]]
    right: tuple[str, ...]


def slips_in(flow: Flow, lexicon: Lexicon) -> Iterator[Slip]:
    """The slips in a flow, in order; of two at one place the longer."""
    found = [slip for begin in lexicon.begins.finditer(flow.text) for slip in _at(flow, begin.start(), lexicon)]
    found.sort(key=lambda slip: (slip.start, -slip.end))
    end = 0
    for slip in found:
        if slip.start >= end and not _is_within_longer(slip, found):
            end = slip.end
            yield slip


@cache
def names() -> Lexicon:
    """The names of the state and its organs."""
    return _lexicon("names")


@cache
def phrases() -> Lexicon:
    """The fixed phrases of a report, with the names as words that are right."""
    return _lexicon("phrases")


def _is_within_longer(slip: Slip, others: Sequence[Slip]) -> bool:
    return any(
        other.start <= slip.start and slip.end <= other.end and len(other.right) > len(slip.right) for other in others
    )


def _at(flow: Flow, start: int, lexicon: Lexicon) -> Iterator[Slip]:
    head = flow.text[start : start + 2]
    forms = [form for form in lexicon.forms.get(head, ()) if flow.text.startswith(form.wrong, start)]
    forms += (form for phrase in lexicon.phrases.get(head, ()) if (form := _changed(flow.text, start, phrase)))
    for form in forms:
        is_cut = form.first < 0 and start in flow.starts  # by the edge of a page or a column
        if not is_cut and not _is_right(flow.text, start + form.first, start + form.last + 1, lexicon):
            yield Slip(start, start + len(form.wrong), form.right, form.how, form.char)


def _changed(text: str, start: int, phrase: str) -> _Form | None:
    """A part of the text as a phrase in which one character differs, with two right ones on either side of it."""
    part = text[start : start + len(phrase)]
    if len(part) != len(phrase) or part == phrase:
        return None
    different = [at for at, (char, other) in enumerate(zip(part, phrase, strict=True)) if char != other]
    at = different[0]
    if len(different) > 1 or not 2 <= at <= len(phrase) - 3 or not _HAN.match(part[at]) or part[at] in _PARTICLES:
        return None
    return _Form(part, phrase, "changed", phrase[at], at, at)


def _is_right(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a part of the text lies within a phrase, or a word near one, that is right."""
    part = text[max(0, start) : end]
    for word in lexicon.right:
        offset = word.find(part)
        while offset >= 0:
            if 0 <= offset <= start and text.startswith(word, start - offset):
                return True
            offset = word.find(part, offset + 1)
    return False


def _lexicon(kind: str) -> Lexicon:
    entries = tomllib.loads(read_grammar("phrases.toml"))[kind]
    forms: dict[str, list[_Form]] = {}
    long: dict[str, list[str]] = {}
    for entry in entries:
        phrase = entry["text"]
        listed = (_Form(wrong, phrase, "listed", "", 0, len(wrong) - 1) for wrong in entry.get("wrong", ()))
        made = {form.wrong: form for form in (*_forms_of(phrase), *listed) if form.wrong not in entry.get("near", ())}
        for form in made.values():
            forms.setdefault(form.wrong[:2], []).append(form)
        if len(phrase) >= _LONGER:
            long.setdefault(phrase[:2], []).append(phrase)
    return Lexicon(
        re.compile("[" + "".join(sorted({head[0] for head in (*forms, *long)})) + "]"),
        {head: tuple(found) for head, found in forms.items()},
        {head: tuple(found) for head, found in long.items()},
        tuple(word for entry in entries for word in (entry["text"], *entry.get("near", ()))),
    )


def _forms_of(phrase: str) -> Iterator[_Form]:
    """What a phrase becomes by one slip. The last character is never lost: what is left may be another word's beginning."""
    last, is_long = len(phrase) - 1, len(phrase) >= _LONG
    if last < 3:
        return
    for at in range(last if is_long else 0):
        yield _Form(phrase[:at] + phrase[at + 1 :], phrase, "lost", phrase[at], at - 1, at)
    for at in range(1, last):
        yield _Form(phrase[:at] + phrase[at] + phrase[at:], phrase, "doubled", phrase[at], at, at + 1)
        for neighbour in {phrase[at - 1], phrase[at + 1]} - {phrase[at]}:
            yield _Form(phrase[:at] + neighbour + phrase[at + 1 :], phrase, "changed", phrase[at], at, at)
    for at in range(last if is_long else last - 1):
        if phrase[at] != phrase[at + 1]:
            swapped = phrase[:at] + phrase[at + 1] + phrase[at] + phrase[at + 2 :]
            yield _Form(swapped, phrase, "swapped", "", at, at + 1)
