"""The six official titles, each on a line of its own: the headings of most reports, found without a look at the other lines."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from giar_lark.templates import SectionSpec, tables
from giar_lark.tokenise.fold import after_ordinal
from giar_lark.tokenise.heading import LEADING, LONGEST_LINE, NO, Heading, heading_of, shape_of, titles
from giar_lark.vocabulary import vocabulary

# a line of prose without what stands around it, and hence no heading however much of it is marks
_LONGEST_MARKED = LONGEST_LINE + 20
# what may stand in front of a title, its ordinal included; other signs may, too
_BEFORE_TITLE = LEADING + "一二三四五六七八九十0123456789０１２３４５６７８９lI、.．。,，:：（）()〔〕[]"


def official_headings(text: str) -> list[Heading] | None:
    """The headings of a report in which each official title stands in its place, on one line; None if any does not.

    Headings in other words are not looked for: see `may_be_headings`.
    """
    found: list[Heading] = []
    for spec, title in _official_titles():
        heading = _only_heading(text, title)
        if heading is None or heading.spec is not spec or (found and heading.start < found[-1].end):
            return None
        found.append(heading)
    return found


@cache
def _official_titles() -> tuple[tuple[SectionSpec, str], ...]:
    """The title of each section as the format has it, without its ordinal."""
    written = [(spec, vocabulary()[spec.terminal][0]) for spec in tables().sections]
    return tuple((spec, title[after_ordinal(title) :]) for spec, title in written)


def _only_heading(text: str, title: str) -> Heading | None:
    """The heading that is a line with a title; None if none is, or more than one."""
    only = None
    at = text.find(title)
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = end if end >= 0 else len(text)
        heading = heading_of(text[start:end], start) if end - start <= LONGEST_LINE else None
        if heading is not None and only is not None:
            return None
        only = only or heading
        at = text.find(title, end)
    return only


def may_be_headings(lines: Iterable[str]) -> bool:
    """Whether any of some lines of prose may be a heading, whatever its words, or begin one; nearly none may."""
    return any([len(line) <= _LONGEST_MARKED and _may_be_heading(line) for line in lines])


def _may_be_heading(line: str) -> bool:
    words = line.lstrip(_BEFORE_TITLE)
    return not (words and words[0].isalnum() and words[0] not in _first_letters()) and shape_of(line) is not NO


@cache
def _first_letters() -> frozenset[str]:
    return frozenset(title[0] for title in titles())
