"""The lines of the source around a place, for findings that are about no table cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.text import Text as Styled

from giar_lark.findings import Finding, Related
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.render.canvas import PRIMARY, SECONDARY, Mark, underline
from giar_lark.render.cells import Window, window
from giar_lark.render.page import Numbered, Page, line
from giar_lark.render.theme import ADDEND, FAINT, SEVERITY_STYLES
from giar_lark.source.address import Address
from giar_lark.source.source import Source
from giar_lark.source.span import Span

_RELATED_MOST = 5


class _Label(NamedTuple):
    """A stretch of one line to mark, and what to write there."""

    line: int
    span: Span
    text: str
    sign: str
    style: str


def source_lines(finding: Finding, source: Source, page: Page, room: int) -> Iterator[Numbered]:
    """Each line with a mark, the marks below it, and where a marked place goes on over more lines, how far."""
    yield from _lines([_own(finding, source, page), *_others(finding.related_here, source, page)], source, page, room)
    end = source.place(max(finding.span.start, finding.span.end - 1)).line
    if end > source.place(finding.span.start).line:
        last = source.address(max(finding.span.start, finding.span.end - 1))
        words = _through(last, page.lang)
        yield Numbered(None, line((f"{page.glyphs.part * 3} {words}", FAINT)))


def _through(last: Address, lang: str) -> str:
    if last.spot is not None:
        return f"through {last.spot.words(lang)}" if lang == "en" else f"到{last.spot.words(lang)}为止"
    return f"through line {last.line}" if lang == "en" else f"到第 {last.line} 行为止"


def related_lines(related: Sequence[Related], source: Source, page: Page, room: int) -> Iterator[Numbered]:
    """The lines of second places that a table view has not shown, such as a sentence of the prose."""
    yield Numbered(None, line((page.glyphs.part * 3, FAINT)))
    yield from _lines(list(_others(related, source, page)), source, page, room)


def _own(finding: Finding, source: Source, page: Page) -> _Label:
    text = finding.label.in_language(page.lang) if finding.label else ""
    number = source.place(finding.span.start).line
    return _Label(number, finding.span, text, PRIMARY, SEVERITY_STYLES[finding.severity])


def _others(related: Sequence[Related], source: Source, page: Page) -> Iterator[_Label]:
    for other in related[:_RELATED_MOST]:
        number = source.place(other.span.start).line
        yield _Label(number, other.span, other.message.in_language(page.lang), SECONDARY, ADDEND)


def _lines(labels: Sequence[_Label], source: Source, page: Page, room: int) -> Iterator[Numbered]:
    last = None
    for number, group in groupby(sorted(labels), key=lambda label: label.line):
        if last is not None and number > last + 1:
            yield Numbered(None, line((page.glyphs.part * 3, FAINT)))
        yield from _line(source, number, list(group), page, room)
        last = number


def _line(source: Source, number: int, labels: Sequence[_Label], page: Page, room: int) -> Iterator[Numbered]:
    """The part of a line around its first mark, with the marks in it; then that around the next one, if any is left."""
    begin, end = source.line_span(number)
    # a cell is kept for the caret behind the last character
    shown = window(source.text, (begin, end), labels[0].span, room - 1)
    yield Numbered(source.address(labels[0].span.start).number, _drawn(shown, labels, page))
    offset = len(page.glyphs.cut) if shown.cut_left else 0
    here = [label for label in labels if not shown.cut_right or label.span.start <= shown.glyphs[-1].offset]
    for label in here:
        start = offset + shown.column_of(max(label.span.start, begin))
        stop = offset + shown.column_of(min(label.span.end, end))
        mark = Mark(start, max(stop - start, 1), label.sign, label.style)
        for below in underline([mark], label.text, label.style, room):
            yield Numbered(None, below)
    if len(here) < len(labels):
        yield from _line(source, number, labels[len(here) :], page, room)


def _drawn(shown: Window, labels: Sequence[_Label], page: Page) -> Styled:
    drawn = line((page.glyphs.cut if shown.cut_left else "", FAINT))
    for glyph in shown.glyphs:
        style = next((label.style for label in labels if label.span.start <= glyph.offset < label.span.end), "")
        drawn.append(glyph.text, style or (FAINT if glyph.faint else ""))
    return drawn.append(page.glyphs.cut if shown.cut_right else "", FAINT)
