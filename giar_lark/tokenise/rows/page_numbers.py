"""Numbers that stand alone on lines between the rows of a table: of pages, or of lines, and of no row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.tokenise.rows.row import Row
from giar_lark.tokenise.split.piece import Piece, Pieces

# so many steps upwards are no chance
_SEVERAL = 4


class _Alone(NamedTuple):
    """A number alone on a line behind the one that a row's label and first value share."""

    row: Row
    piece: Piece


def leave_out_page_numbers(table: Pieces, rows: Sequence[Row]) -> None:
    """Take out of the rows the numbers that stand alone between them, if they count up.

    Where they do not, a row that is full with such a number has lost its places: a cell may be blank, or have been torn off.
    """
    found = _find_alone(table, rows)
    if len({id(alone.row) for alone in found}) < len(found):
        return  # a layout that breaks its lines
    count_up = _count_up([int(alone.piece.text) for alone in found if alone.piece.text.isdecimal()])
    for row, number in found:
        if count_up:
            row.zone.items = [piece for piece in row.zone.items if piece.row != number.row]
            row.values = row.zone.values
        elif row.is_full:
            row.lose()


def _count_up(numbers: Sequence[int]) -> bool:
    """Whether numbers count: one by one, or, if there are several, with some left out."""
    steps = [after - before for before, after in pairwise(numbers)]
    return bool(steps) and (set(steps) == {1} or (len(steps) >= _SEVERAL and min(steps) > 0))


def _find_alone(table: Pieces, rows: Sequence[Row]) -> list[_Alone]:
    """The numbers that stand alone behind the lines of rows that begin beside their label."""
    torn = [row for row in rows if row.values and row.values[-1].row != row.zone.items[0].row and _is_beside_label(row)]
    if not torn:
        return []
    filled = Counter(piece.row for piece in table.pieces if piece.text)
    return [
        _Alone(row, piece)
        for row in torn
        for piece in row.values
        if filled[piece.row] == 1 and piece.row != row.zone.items[0].row and piece.cell is not None and piece.cell.plain
    ]


def _is_beside_label(row: Row) -> bool:
    """Whether a row's first field stands on a line with its label."""
    return any(piece.row == row.zone.items[0].row for piece in row.zone.spelled)
