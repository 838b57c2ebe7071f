"""Sums with blanks: what an identity between cells comes to when some of them hold no number.

A blank is never 0 by itself. An identity that holds with blanks as 0 is taken to hold; one that does not is
broken only if no numbers in the blanks could mend it, and cannot be judged otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import Enum
from operator import attrgetter

from giar_lark.findings import Related
from giar_lark.lang import Text
from giar_lark.lean.records import dataclass, field
from giar_lark.model.report import Cell

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


@dataclass(frozen=True, slots=True)
class Balance:
    """An identity: the cells of `left` add up to the cells of `right`; what each side comes to, and whether it holds."""

    left: tuple[Cell, ...]
    right: tuple[Cell, ...]
    left_sum: Number = field(init=False, repr=False, compare=False)
    right_sum: Number = field(init=False, repr=False, compare=False)
    verdict: Verdict = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # kept, because whoever has an identity asks for them, and more than once
        object.__setattr__(self, "left_sum", total(self.left))
        object.__setattr__(self, "right_sum", total(self.right))
        object.__setattr__(self, "verdict", self._judged())

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All cells, left ones first."""
        return self.left + self.right

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The number in each of them. Blank: 0."""
        return tuple([cell.value or 0 for cell in self.cells])

    @property
    def difference(self) -> Number:
        """Left less right."""
        return self.left_sum - self.right_sum

    @property
    def fails(self) -> bool:
        """Whether the identity does not hold: it is wrong, or blanks leave it open."""
        return self.difference != 0 and self.verdict is not Verdict.UNKNOWN

    @property
    def lone_blank(self) -> Cell | None:
        """The one blank cell that could mend an open identity; None if there are several."""
        blanks = [cell for cell in self._lighter if is_blank(cell)]
        return blanks[0] if self.verdict is Verdict.OPEN and len(blanks) == 1 else None

    def _judged(self) -> Verdict:
        """Whether the identity holds. Blank: see the module."""
        odd = [cell for cell in self.cells if not (cell.reading.plain or cell.reading.blank)]
        if any(map(is_unknown, odd)):
            return Verdict.UNKNOWN
        if self.left_sum == self.right_sum:
            return Verdict.HOLDS
        return Verdict.OPEN if any(map(is_blank, self._lighter)) else Verdict.BROKEN

    @property
    def _lighter(self) -> tuple[Cell, ...]:
        return self.right if self.difference > 0 else self.left


# whether a cell is empty or holds a mark for "not applicable": asked of every cell of a row or a table, so it is no step of the program
is_blank: Callable[[Cell], bool] = attrgetter("reading.blank")


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
    left, right = (
        [cell for cell in side if cell.reading.value and cell is not but] for side in (balance.left, balance.right)
    )
    return tuple([addend(cell, name(cell.key)) for cell in (*left[:_MOST_ADDENDS], *right)])


def addend(cell: Cell, name: Text) -> Related:
    """A number that explains a finding: its place, its name and what it is."""
    value = cell.reading.value
    return Related(span=cell.span, message=Text(f"{name.zh}：{value}", f"{name.en}: {value}"), key=cell.key)
