"""The six official titles, each on a line of its own: the headings of most reports, found without a look at the other lines."""

from __future__ import annotations

import re
from functools import cache

from giar_lark.lean.compiled import compiled
from giar_lark.lean.memo import remembered
from giar_lark.official.templates import SectionSpec, tables
from giar_lark.official.vocabulary import vocabulary
from giar_lark.tokenise.sections.heading import (
    BLANKS,
    LEADING,
    LONGEST_LINE,
    Heading,
    heading_of,
    may_be_heading,
    titles,
)
from giar_lark.tokenise.text.fold import after_ordinal

# a line of prose without what stands around it, and hence no heading however much of it is marks
_LONGEST_MARKED = LONGEST_LINE + 20
# what may stand in front of a title on its line, its ordinal included; other signs may, too
_ORDINAL = "一二三四五六七八九十0123456789０１２３４５６７８９lI、.．。,，:：（）()〔〕[]"
_IN_FRONT = re.escape((LEADING + _ORDINAL).replace("\n", ""))
_BLANK = re.escape(BLANKS.replace("\n", ""))


def official_headings(text: str) -> list[Heading] | None:
    """The headings of a report in which each official title stands in its place, on one line; None if any does not.

    Whether other lines are headings too, in these or in other words, is not looked at: see `holds_heading`.
    """
    found: list[Heading] = []
    at = 0
    for spec, title in _official_titles():
        heading = _heading_from(text, at, title)
        if heading is None or heading.spec is not spec:
            return None
        found.append(heading)
        at = heading.end
    return found


@cache
def _official_titles() -> tuple[tuple[SectionSpec, str], ...]:
    """The title of each section as the format has it, without its ordinal."""
    written = [(spec, vocabulary()[spec.terminal][0]) for spec in tables().sections]
    return tuple((spec, title[after_ordinal(title) :]) for spec, title in written)


def _heading_from(text: str, at: int, title: str) -> Heading | None:
    """The first heading from a place on that is a line with a title; None if none is."""
    at = text.find(title, at)
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = end if end >= 0 else len(text)
        heading = heading_of(text[start:end], start) if end - start <= LONGEST_LINE else None
        if heading is not None:
            return heading
        at = text.find(title, end)
    return None


@remembered
def holds_heading(text: str) -> bool:
    """Whether any line of some prose may be a heading or begin one; nearly none may."""
    return _may_be(text, 0) or any(_may_be(text, found.start() + 1) for found in _lines_like_titles().finditer(text))


def _may_be(text: str, start: int) -> bool:
    """Whether the line that begins at a place may be a heading, or begin one."""
    if not _like_titles().match(text, start):
        return False
    stop = text.find("\n", start)
    stop = stop if stop >= 0 else len(text)
    return len(text[start:stop].strip(LEADING)) <= _LONGEST_MARKED and may_be_heading(text, start, stop)


@cache
def _like_titles() -> re.Pattern[str]:
    """What a line begins with that may be a heading: what may stand in front, and no other letter than a title begins with."""
    return compiled(rf"[{_IN_FRONT}]*+(?:[{_first_letters()}]|\W|\Z)")


@cache
def _lines_like_titles() -> re.Pattern[str]:
    """The beginning of such a line that is not blank, with the line break in front, which is soon found."""
    return compiled(rf"\n[{_BLANK}]*+(?:[{_IN_FRONT}]*+(?:[{_first_letters()}]|[^\w\n])|[{_IN_FRONT}]++(?![^\n]))")


def _first_letters() -> str:
    return "".join(sorted({title[0] for title in titles()}))
