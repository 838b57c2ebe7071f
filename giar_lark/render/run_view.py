"""A row whose values have lost their columns: what stands there, in order, under no heading."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.render.canvas import PRIMARY, Mark, underline
from giar_lark.render.cells import fit, printable, width_of
from giar_lark.render.document import Document, GridRow
from giar_lark.render.labels import short_row_name
from giar_lark.render.page import Numbered, Page, line
from giar_lark.render.theme import SEVERITY_STYLES

_PIECE = lazy_pattern(r"[^\s|│<>]+")
_PIECES_MOST = 40


def run_lines(finding: Finding, row: GridRow, document: Document, page: Page, room: int) -> Iterator[Numbered]:
    """The row's label and its values; those under the finding's span are marked, all of them if none is under it."""
    style = SEVERITY_STYLES[finding.severity]
    text, span = document.source.text, row.cells[0].span
    drawn = line(fit(name := short_row_name(row.key), min(width_of(name), room // 2), page.glyphs.cut))
    marks: list[Mark] = []
    inside: list[Mark] = []
    pieces = list(_PIECE.finditer(text, span.start, min(span.end, span.start + 20 * room)))[:_PIECES_MOST]
    for piece in pieces:
        shown = printable(piece[0])
        if drawn.cell_len + 3 + width_of(shown) > room - 2:
            drawn.append(f" {page.glyphs.cut}")
            break
        mark = Mark(drawn.cell_len + 3, width_of(shown), PRIMARY, style)
        marks.append(mark)
        if piece.start() < finding.span.end and piece.end() > finding.span.start:
            inside.append(mark)
        drawn.append("   ").append(shown, style if mark in inside else "")
    label = finding.label.in_language(page.lang) if finding.label else ""
    if not marks:
        drawn.append("   ").append("缺" if page.lang != "en" else "none", style)
        marks = [Mark(drawn.cell_len - (2 if page.lang != "en" else 4), 2 if page.lang != "en" else 4, PRIMARY, style)]
    address = document.source.address(pieces[0].start() if pieces else (row.label or span).start)
    yield Numbered(address.number, drawn)
    for below in underline(inside or marks, label, style, room):
        yield Numbered(None, below)
