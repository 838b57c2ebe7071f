"""Sums with blanks: what an identity between cells comes to when some of them hold no number.

A blank is never 0 by itself. An identity that holds with blanks as 0 is taken to hold; one that does not is
broken only if no numbers in the blanks could mend it, and cannot be judged otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import Enum
from functools import cached_property

from giar_lark.findings import Related, Text
from giar_lark.model.report import Cell
from giar_lark.records import dataclass

Number = int | Decimal
_MOST_ADDENDS = 8


class Verdict(Enum):
    """What an identity comes to.

    OPEN: blanks could mend it. UNKNOWN: a cell is unreadable, no count or not in the text; another finding says so.
    """

    HOLDS = "holds"
    BROKEN = "broken"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Balance:
    """An identity: the cells of `left` add up to the cells of `right`. Without slots, for its sums are kept."""

    left: tuple[Cell, ...]
    right: tuple[Cell, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All cells, left ones first."""
        return self.left + self.right

    @cached_property
    def left_sum(self) -> Number:
        """The sum of the numbers on the left."""
        return total(self.left)

    @cached_property
    def right_sum(self) -> Number:
        """The sum of the numbers on the right."""
        return total(self.right)

    @property
    def difference(self) -> Number:
        """Left less right."""
        return self.left_sum - self.right_sum

    @cached_property
    def verdict(self) -> Verdict:
        """Whether the identity holds. Blank: see the module."""
        if any(map(is_unknown, self.cells)):
            return Verdict.UNKNOWN
        if self.difference == 0:
            return Verdict.HOLDS
        return Verdict.OPEN if any(map(is_blank, self._lighter)) else Verdict.BROKEN

    @property
    def fails(self) -> bool:
        """Whether the identity does not hold: it is wrong, or blanks leave it open."""
        return self.difference != 0 and self.verdict is not Verdict.UNKNOWN

    @property
    def lone_blank(self) -> Cell | None:
        """The one blank cell that could mend an open identity; None if there are several."""
        blanks = [cell for cell in self._lighter if is_blank(cell)]
        return blanks[0] if self.verdict is Verdict.OPEN and len(blanks) == 1 else None

    @property
    def _lighter(self) -> tuple[Cell, ...]:
        return self.right if self.difference > 0 else self.left


def is_blank(cell: Cell) -> bool:
    """Whether a cell is empty or holds a mark for "not applicable"."""
    return cell.reading.blank


def is_unknown(cell: Cell) -> bool:
    """Whether a cell has no number that could be a count, and no blank either."""
    reading = cell.reading
    if reading.plain or reading.blank:
        return False
    value = reading.value
    return value is None or value < 0 or (isinstance(value, Decimal) and value != int(value))


def total(cells: Iterable[Cell]) -> Number:
    """The sum of the numbers in some cells. Blank: adds nothing."""
    return sum([cell.reading.value or 0 for cell in cells])


def explained(balance: Balance, but: Cell, name: Callable[[str], Text]) -> tuple[Related, ...]:
    """The numbers of an identity, each with its place and its name (from its key), but one cell and without zeros.

    Of the left side eight at most: more addends explain nothing.
    """
    left = [cell for cell in balance.left if cell.value and cell is not but][:_MOST_ADDENDS]
    right = [cell for cell in balance.right if cell.value and cell is not but]
    return tuple(addend(cell, name(cell.key)) for cell in left + right)


def addend(cell: Cell, name: Text) -> Related:
    """A number that explains a finding: its place, its name and what it is."""
    return Related(span=cell.span, message=Text(f"{name.zh}：{cell.value}", f"{name.en}: {cell.value}"), key=cell.key)
