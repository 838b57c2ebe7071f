"""Columns that are none of the format's: a unit or a remark beside the values of every row, a number that counts the rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from giar_lark.tokenise.place.cell_offsets import beside_header
from giar_lark.tokenise.rows.row import Row
from giar_lark.tokenise.split.piece import Layout, Piece, Pieces

# fewer rows show no column
_FEW = 5
_FIRST, _LAST = 0, -1


def leave_out_extra_columns(table: Pieces, rows: Sequence[Row]) -> None:
    """Take the fields of extra columns out of rows: words in front of or behind their values, or numbers that count them.

    The header must say so, or some row have all its values besides, and none more: else what looks like a column may be cells.
    """
    if table.layout is not Layout.ROWS or len(rows) < _FEW:
        return
    for end in (_FIRST, _LAST):
        _leave_out(table, [row for row in rows if _is_words(_value_at(row, end))], rows, end)
    filled = [row for row in rows if _value_at(row, _FIRST) is not None]
    if _count_up(filled):
        _leave_out(table, filled, rows, _FIRST)


def _value_at(row: Row, end: int) -> Piece | None:
    """The first or last value of a row; None if it has none."""
    items = row.zone.items
    if items and items[end].text:
        return items[end]
    return next((piece for piece in (items if end == _FIRST else reversed(items)) if piece.text), None)


def _is_words(piece: Piece | None) -> bool:
    """Whether a field holds words, or a share of something."""
    if piece is None or piece.cell is None or piece.cell.state != "unreadable":
        return False
    return not any(map(str.isdigit, piece.text)) or piece.text.endswith(("%", "％"))


def _count_up(rows: Sequence[Row]) -> bool:
    """Whether the first values of rows are numbers in a row."""
    firsts = [_value_at(row, _FIRST) for row in rows]
    cells = [piece.cell for piece in firsts if piece is not None]
    counted = [cell.value for cell in cells if cell is not None and isinstance(cell.value, int)]
    return len(rows) == len(counted) >= _FEW and all(number + 1 == following for number, following in pairwise(counted))


def _leave_out(table: Pieces, with_column: Sequence[Row], rows: Sequence[Row], end: int) -> None:
    if len(with_column) < _FEW or len(with_column) * 2 <= len(rows) or not _is_besides(table, with_column, end):
        return
    for row in with_column:
        piece = row.zone.values[end]
        at = next(number for number, item in enumerate(row.zone.items) if item is piece)
        if end == _FIRST:
            del row.zone.items[: at + 1]  # and the blank fields that pad the label in front of it
            row.zone.spelled[-1].column = piece.column
        else:
            del row.zone.items[at:]
            table.widths[piece.row] = piece.column


def _is_besides(table: Pieces, rows: Sequence[Row], end: int) -> bool:
    if all(row.zone.values[end] in beside_header(table, row) for row in rows):
        return True
    return max(len(row.zone.values) - 1 - row.wanted for row in rows) == 0
