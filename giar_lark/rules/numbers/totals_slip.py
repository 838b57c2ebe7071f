"""One slip that breaks the sums of all rows of table 3: the numbers of its last column stand in another one, or nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.model.report import Cell
from giar_lark.rules.numbers.arithmetic import Number, Verdict
from giar_lark.rules.numbers.grid import Grid, Identity

# fewer rows may each have a slip of their own
_ENOUGH_ROWS = 3


class TotalsSlip(NamedTuple):
    """The rows whose totals are not their own, and the number of the column in which they stand; None if it is not known."""

    explains: tuple[Identity, ...]
    column: int | None

    @property
    def changes(self) -> list[tuple[Cell, Number]]:
        """The cells of the totals, each with the number that is due there."""
        return [(row.balance.right[0], self._total(row)) for row in self.explains]

    def _total(self, row: Identity) -> Number:
        return row.balance.left_sum if self.column is None else row.balance.numbers[self.column]


def totals_slip_in(grid: Grid) -> TotalsSlip | None:
    """The slip that explains why the totals of all rows fail; None if some row fails otherwise, or a column does, too."""
    failing = tuple([row for row in grid.rows if row.balance.difference])
    others = (*grid.conservation, *grid.outcomes)
    if len(failing) < _ENOUGH_ROWS or any(each.balance.difference for each in others):
        return None
    if any(row.balance.verdict is not Verdict.BROKEN for row in failing):
        return None
    rows = [row.balance.numbers for row in grid.rows]
    column = _column_of_totals([row for row in rows if any(row)])
    is_nowhere = len(failing) == sum(map(any, rows))
    return TotalsSlip(failing, column) if column is not None or is_nowhere else None


def _column_of_totals(rows: Sequence[Sequence[Number]]) -> int | None:
    """The number of the column in which the totals stand: in each row its number is the sum of all others.

    Where everything moved to the left the last column is empty, and what stood in the first one may be lost.
    """
    *types, last = range(len(rows[0]))
    found = [at for at in types if all(2 * row[at] == sum(row) for row in rows)]
    if len(found) == 1:
        return found[0]
    before = types[-1]
    has_moved = not any(row[last] for row in rows) and all(row[before] and 2 * row[before] >= sum(row) for row in rows)
    return before if has_moved else None
