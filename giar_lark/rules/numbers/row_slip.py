"""One slip that breaks many sums of table 3: the values of a row moved by some columns, copied from the row beside it, and the like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import chain, combinations

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.model.report import Cell
from giar_lark.rules.numbers.arithmetic import Number, Verdict, is_blank
from giar_lark.rules.numbers.grid import Grid, Identity

# with so many columns or sums it is no chance that the values of a row come out, moved or copied
_ENOUGH_COLUMNS = _ENOUGH_SUMS = 3
# and neither is it that two rows have the same total and one of them should have another, where there are so many
_NO_CHANCE = 10
_Values = tuple[Number, ...]


class Slip(Enum):
    """What happened to the values of a row."""

    MOVED = auto()
    COPIED = auto()
    SWAPPED_CELLS = auto()
    SWAPPED_ROWS = auto()
    TOGETHER = auto()


class RowSlip(NamedTuple):
    """A row whose values are wrong together: what happened, those that make all sums come out, and the sums that fail by it.

    `by` is how many columns they moved to the right, or to the left if negative, from column `first` on; `other` the row
    whose values are the same, or that they were exchanged with.
    """

    slip: Slip
    row: Identity
    values: _Values
    explains: tuple[Identity, ...]
    by: int = 0
    first: int = 0
    other: Identity | None = None

    @property
    def changes(self) -> list[tuple[Cell, Number]]:
        """The cells that hold another number than they should, each with that number."""
        pairs = [*zip(self.row.balance.cells, self.values, strict=True)]
        if self.slip is Slip.SWAPPED_ROWS and self.other is not None:
            pairs += zip(self.other.balance.cells, self.row.balance.numbers, strict=True)
        return [(cell, value) for cell, value in pairs if (cell.value or 0) != value]


def row_slip_in(grid: Grid) -> RowSlip | None:
    """The one slip with the values of a row that explains all sums that it breaks; None if none or several would do."""
    found = [*_slips_of_one_row(grid)] or [*_swapped_rows(grid)]
    return found[0] if len(found) == 1 else None


def _slips_of_one_row(grid: Grid) -> Iterator[RowSlip]:
    """Every row whose values, with what their columns lack, are a row that comes out and explains how it went wrong."""
    if sum(map(_is_broken, zip(grid.conservation, grid.outcomes, strict=True))) < 2:
        return
    for number, row in enumerate(grid.rows):
        due = _due_values(grid, number)
        broken = [*filter(_is_broken, _columns_of(grid, number))]
        if due is None or len(broken) < 2 or any(_is_unknown(each) for each in (row, *chain(*broken))):
            continue
        explains = tuple([each for each in (row, *chain(*broken)) if each.balance.difference])
        yield from _explained(grid, number, due, explains)


def _is_broken(column: Iterable[Identity]) -> bool:
    """Whether a sum of a column does not come out."""
    return any([identity.balance.difference for identity in column])


def _explained(grid: Grid, number: int, due: _Values, explains: tuple[Identity, ...]) -> Iterator[RowSlip]:
    """What happened to a row, if one thing alone brings the values that are due to those that stand there."""
    row, values = grid.rows[number], grid.rows[number].balance.numbers
    changed = sum(one != other for one, other in zip(values, due, strict=True))
    move = _move(values, due)
    if move and (changed >= _ENOUGH_COLUMNS or _has_left_a_blank(row)):
        yield RowSlip(Slip.MOVED, row, due, explains, *move)
    elif _is_like_the_one_above(grid, number) and (changed >= _ENOUGH_COLUMNS or values[-1] >= _NO_CHANCE):
        yield RowSlip(Slip.COPIED, row, due, explains, other=grid.rows[number - 1])
    elif changed == 2 and row in explains and sorted(values) == sorted(due):
        yield RowSlip(Slip.SWAPPED_CELLS, row, due, explains)
    elif changed >= 2 and row not in explains and number == len(grid.rows) - 2:
        # no other row stands in both sums of a column
        yield RowSlip(Slip.TOGETHER, row, due, explains)


def _is_like_the_one_above(grid: Grid, number: int) -> bool:
    values = grid.rows[number].balance.numbers
    return number > 0 and any(values) and values == grid.rows[number - 1].balance.numbers


def _has_left_a_blank(row: Identity) -> bool:
    """Whether nothing stands in the first or the last cell of a row."""
    return any(map(is_blank, (row.balance.cells[0], row.balance.cells[-1])))


def _due_values(grid: Grid, number: int) -> _Values | None:
    """The values of a row with which all its columns come out; None if there are none, or they are no row."""
    row = grid.rows[number]
    lacking: list[Number] = []
    for pair in _columns_of(grid, number):
        amounts = {_lacking(identity, row) for identity in pair}
        if len(amounts) > 1:
            return None
        lacking.extend(amounts)
    due = tuple(one + more for one, more in zip(row.balance.numbers, lacking, strict=True))
    return due if min(due) >= 0 and sum(due[:-1]) == due[-1] else None


def _columns_of(grid: Grid, number: int) -> Iterator[tuple[Identity, ...]]:
    """For each column the sums of it in which a row counts: one, or both for what was processed."""
    both = zip(grid.conservation, grid.outcomes, strict=True)
    last = len(grid.rows) - 1
    for conservation, outcomes in both:
        if number in (0, 1, last):
            yield (conservation,)
        else:
            yield (conservation, outcomes) if number == last - 1 else (outcomes,)


def _lacking(identity: Identity, row: Identity) -> Number:
    """What has to be added to the cell of a row so that a sum with it comes out."""
    difference = identity.balance.difference
    left = {cell.key for cell in identity.balance.left}
    return -difference if any(cell.key in left for cell in row.balance.cells) else difference


def _move(values: _Values, due: _Values) -> tuple[int, int] | None:
    """By how many columns values stand to the right of where they are due (to the left if negative), and from which column on.

    What moved over an edge is lost, and nothing stands where it came from. A part of a row moves by one, where a cell was
    put in or left out.
    """
    for first in range(len(values) - 1):
        for by in range(1, len(values) - 1 if not first else 2):
            part, wanted = values[first:], due[first:]
            if values[:first] != due[:first] or not any(part):
                continue
            if part[by:] == wanted[:-by] and not any(part[:by]):
                return by, first
            if part[:-by] == wanted[by:] and not any(part[-by:]):
                return -by, first
    return None


def _swapped_rows(grid: Grid) -> Iterator[RowSlip]:
    """Every two rows that would make all columns come out if they changed places: one of them is a sum or carried over."""
    broken = [identity for identity in (*grid.conservation, *grid.outcomes) if identity.balance.difference]
    if len(broken) < _ENOUGH_SUMS or any(map(_is_unknown, (*broken, *grid.rows))):
        return
    table = [row.balance.numbers for row in grid.rows]
    last = len(table) - 1
    special = {0, 1, last - 1, last}
    for one, other in combinations(range(last + 1), 2):
        if not special.isdisjoint((one, other)) and table[one] != table[other] and _comes_out(table, one, other):
            yield RowSlip(Slip.SWAPPED_ROWS, grid.rows[one], table[other], tuple(broken), other=grid.rows[other])


def _comes_out(table: Sequence[_Values], one: int, other: int) -> bool:
    """Whether all columns of a table come out with two of its rows exchanged."""
    swapped = [*table]
    swapped[one], swapped[other] = table[other], table[one]
    received, carried_in, *outcomes, processed, forward = swapped
    return all(
        sum(column[:-1]) == column[-1] == come_in + carried - left
        for *column, come_in, carried, left in zip(*outcomes, processed, received, carried_in, forward, strict=True)
    )


def _is_unknown(identity: Identity) -> bool:
    return identity.balance.verdict is Verdict.UNKNOWN
