"""Pipe tables: a row on a line, or, between rule lines, on several lines whose fields are joined column by column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from giar_lark.tokenise.cell_text import CellText
from giar_lark.tokenise.split.bars import BAR, BARS, RULED
from giar_lark.tokenise.split.frames import are_closed, are_opened
from giar_lark.tokenise.split.piece import BLANK_CONTENT, Layout, Piece, Pieces, content_of, piece_of
from giar_lark.tokenise.text.lines import ROW_MARK, is_page_line, is_rule

# a field: its offset and what stands in it
_Field: TypeAlias = tuple[int, str]


def split_bar_rows(text: str, start: int, end: int) -> Pieces:
    """The pieces of a pipe table, the frame around it left out."""
    lines = text[start:end].split("\n")
    barred = [line.strip() for line in lines if BAR.search(line)]
    cutter = _Cutter(are_opened(barred, BARS), are_closed(barred, BARS), sum(map(is_rule, lines)) >= RULED)
    for line in lines:
        cutter.take(line, start)
        start += len(line) + 1
    cutter.end_row()
    return cutter.out


class _Cutter:
    """Cuts a table line by line; `group` has the lines of the row that has begun."""

    def __init__(self, opened: bool, closed: bool, ruled: bool) -> None:
        self.opened, self.closed, self.ruled = opened, closed, ruled
        self.out = Pieces(Layout.ROWS)
        self.group: list[list[_Field]] = []
        self.row = 0

    def take(self, line: str, offset: int) -> None:
        """Take in a line that begins at an offset."""
        if is_rule(line):
            self.end_row()
        elif is_page_line(line) or ROW_MARK.match(line.lstrip()):
            return
        elif not BAR.search(line):
            self.end_row()
            if line.strip():
                self.group = [[(offset, line)]]
                self.end_row()
        else:
            fields = self._fields(line, offset)
            if self.group and len(self.group[0]) != len(fields):
                self.end_row()
            self.group.append(fields)
            if not self.ruled:
                self.end_row()

    def _fields(self, line: str, offset: int) -> list[_Field]:
        fields = []
        for field in BAR.split(line):
            fields.append((offset, field))
            offset += len(field) + 1
        if self.opened and len(fields) > 1 and not fields[0][1].strip():
            del fields[0]
        if self.closed and len(fields) > 1 and not fields[-1][1].strip():
            del fields[-1]
        return fields

    def end_row(self) -> None:
        """The lines so far are a row's."""
        if not self.group:
            return
        self.row += 1
        self.out.widths[self.row] = max(map(len, self.group))
        for column in range(self.out.widths[self.row]):
            self.out.pieces += _cell(
                [fields[column] for fields in self.group if column < len(fields)], self.row, column
            )
        self.group = []


def _cell(fields: Sequence[_Field], row: int, column: int) -> list[Piece]:
    """The pieces of a cell that stands on some lines."""
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
