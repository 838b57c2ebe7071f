"""Headings in other words: what is written where a section should begin, as far as it is near enough to the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.official.templates import SectionSpec, tables
from giar_lark.official.vocabulary import vocabulary
from giar_lark.tokenise.labels.recognise import index_of
from giar_lark.tokenise.sections.heading import Heading, ordinal_of, titles, trimmed
from giar_lark.tokenise.text.fold import Key, key
from giar_lark.tokenise.text.lines import lines_of

# words alone behind a Chinese number: no row of a table, no sentence
_LIKE_A_HEADING = lazy_pattern(r"[二三四五]\s*、[\u4e00-\u9fff、和与及\s]{4,25}")


def reworded_headings(text: str, found: list[Heading]) -> list[Heading]:
    """The headings of sections that have none among those found, each a short line with the right ordinal between its neighbours."""
    present = {heading.spec.key for heading in found}
    if len(present) < 3:
        return []
    absent = [spec for spec in tables().sections if spec.key not in present]
    return [best for spec in absent if (best := _nearest(text, spec, found, present)) is not None]


def _nearest(text: str, spec: SectionSpec, found: list[Heading], present: set[str]) -> Heading | None:
    """The line between the neighbours of a section that is nearest to its title; None if none is near enough."""
    best: tuple[float, Heading] | None = None
    for heading, form in _like_headings(text, spec, found):
        closeness = closeness_to(spec, form.letters)
        needed = _needed(text[heading.start : heading.end], form, spec, present)
        if closeness >= needed and (best is None or closeness > best[0]):
            best = closeness, heading
    return best[1] if best else None


def _like_headings(text: str, spec: SectionSpec, found: list[Heading]) -> Iterator[tuple[Heading, Key]]:
    """The lines between the neighbours of a section that may be its heading, with their letters and ordinal."""
    low = max((h.end for h in found if h.spec.ordinal < spec.ordinal), default=0)
    high = min((h.start for h in found if h.spec.ordinal > spec.ordinal), default=len(text))
    for first, last in lines_of(text, low, high):
        start, end = trimmed(text, first, last)
        line = text[start:end]
        form = key(line)
        if _may_be_heading(line, form, spec):
            yield Heading(spec, start, end, ordinal_of(line), lead=first), form


def _may_be_heading(line: str, form: Key, spec: SectionSpec) -> bool:
    """Whether a line is as short as a heading, with the right ordinal or none, and no sentence, subsection or label of table 3."""
    if not 3 <= len(form.letters) <= 40 or line[-1] in "。；，" or form.ordinal not in (0, spec.ordinal):
        return False
    is_subsection = form.letters not in titles() and re.match(r"[（(]", line) is not None
    return not is_subsection and form.letters not in index_of("t3").whole


def _needed(line: str, form: Key, spec: SectionSpec, present: set[str]) -> float:
    """How close to its title a line has to be: less with the right ordinal, least between the headings before and after."""
    if not form.ordinal:
        return 0.75
    neighbours = {other.key for other in tables().sections if abs(other.ordinal - spec.ordinal) == 1}
    between = len(neighbours) == 2 and neighbours <= present
    return 0.15 if between and _LIKE_A_HEADING.fullmatch(line) else 0.5


def closeness_to(spec: SectionSpec, title: str) -> float:
    """How close the letters of a heading are to the nearest spelling of a title: 1 for the same, 0 for nothing in common."""
    from difflib import SequenceMatcher

    return max(
        SequenceMatcher(None, title, key(text).letters, autojunk=False).ratio() for text in vocabulary()[spec.terminal]
    )
