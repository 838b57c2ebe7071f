"""Pipe tables: a row on a line, or, between rule lines, on several lines whose fields are joined column by column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.cell_text import CellText
from giar_lark.tokenise.split.bars import BAR, BARS, RULED
from giar_lark.tokenise.split.fields import Fields
from giar_lark.tokenise.split.frames import are_closed, are_opened
from giar_lark.tokenise.split.piece import BLANK_CONTENT, Layout, Piece, Pieces, content_of, piece_of
from giar_lark.tokenise.text.lines import ROW_MARK, is_page_line, is_rule

# a line drawn through some columns of a table, beside cells that cover more rows
_STROKES = "-─━=═"
_PARTIAL_RULE = lazy_pattern(r"[├╟┠╠╞+](?:(?:[─━═]+|[-=]{3,})[┼┿╪╫╬┬┴┤╢┨╣╡+|│┃║])+")


def split_bar_rows(text: str, start: int, end: int) -> Pieces:
    """The pieces of a pipe table, the frame around it left out."""
    lines = text[start:end].split("\n")
    shown = [_PARTIAL_RULE.sub(_as_bars, line) for line in lines]
    barred = [cells.strip() for line, cells in zip(lines, shown, strict=True) if BAR.search(line)]
    rules = list(map(is_rule, lines))
    cutter = _Cutter(are_opened(barred, BARS), are_closed(barred, BARS), sum(rules) >= RULED)
    for line, cells, drawn in zip(lines, shown, rules, strict=True):
        if drawn or line != cells:
            cutter.end_row()
        if not drawn:
            cutter.take(cells, start)
        start += len(line) + 1
    cutter.end_row()
    return cutter.out


def _as_bars(rule: re.Match[str]) -> str:
    """The cells below a line that is drawn through some columns, still blank."""
    return "".join(" " if char in _STROKES else "|" for char in rule[0])


class _Cutter:
    """Cuts a table line by line; `group` has the lines of the row that has begun."""

    def __init__(self, opened: bool, closed: bool, ruled: bool) -> None:
        self.opened, self.closed, self.ruled = opened, closed, ruled
        self.out = Pieces(Layout.ROWS)
        self.group: list[Fields] = []
        self.row = 0

    def take(self, line: str, offset: int) -> None:
        """Take in a line that begins at an offset and is not drawn."""
        if is_page_line(line) or ROW_MARK.match(line.lstrip()):
            return
        if not BAR.search(line):
            self.end_row()
            if line.strip():
                self.group = [Fields(offset, [line])]
                self.end_row()
        else:
            fields = self._fields(line, offset)
            if self.group and len(self.group[0].texts) != len(fields.texts):
                self.end_row()
            self.group.append(fields)
            if not self.ruled:
                self.end_row()

    def _fields(self, line: str, offset: int) -> Fields:
        fields = BAR.split(line)
        if self.opened and len(fields) > 1 and not fields[0].strip():
            offset += len(fields.pop(0)) + 1
        if self.closed and len(fields) > 1 and not fields[-1].strip():
            fields.pop()
        return Fields(offset, fields)

    def end_row(self) -> None:
        """The lines so far are a row's."""
        if not self.group:
            return
        self.row += 1
        first, *others = self.group
        self.out.widths[self.row] = len(first.texts)
        if not others:
            self.out.pieces += first.pieces(self.row)
        else:
            self.out.broken = True
            for column, fields in enumerate(zip(*(line.placed() for line in self.group), strict=True)):
                self.out.pieces += _cell(fields, self.row, column)
        self.group = []


def _cell(fields: Sequence[tuple[int, str]], row: int, column: int) -> list[Piece]:
    """The pieces of a cell that stands on some lines, a field of each, behind where it begins."""
    pieces = [piece_of(content_of(field), at, row, column) for at, field in fields if field.strip()]
    if not pieces:
        return [piece_of(BLANK_CONTENT, fields[0][0], row, column)]
    return [_torn(pieces)] if len(pieces) > 1 and all(piece.cell is not None for piece in pieces) else pieces


def _torn(pieces: Sequence[Piece]) -> Piece:
    """A cell whose number a narrow column has broken over lines: shown as it stands, and read by nobody."""
    first = pieces[0]
    first.text = " ".join(piece.text for piece in pieces)
    first.cell = CellText("unreadable", None, first.text)
    return first
