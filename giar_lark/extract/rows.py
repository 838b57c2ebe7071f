"""The rows of a document as plain values: what goes between processes, what a run keeps on disk, what is written into files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import TypedDict

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.official.templates import cell_keys

# a text, the digits of a number without exponent, a day as in ISO 8601: the columns tell which
Plain = str | None
Row = Sequence[Plain]
# of a column: what all rows have alike, or a value for each of them
Values = Plain | list[Plain]


class KeysOf(TypedDict):
    """The keys of a template, one a row: whoever has the program has them, so that they need not go anywhere."""

    template: str


class Rows(NamedTuple):
    """How many rows a document has, and their columns. The one row a report has behind them, for each key of either template,
    the number and the state of its cell.

    `states` is that of all cells that have a number, where no other has one. All of it is as JSON has it.
    """

    height: int
    columns: list[Values | KeysOf]
    numbers: list[Plain] | None = None
    states: Values = None

    @property
    def told(self) -> list[Plain]:
        """What stands in front of the cells in the one row of a report."""
        return self.columns  # type: ignore[return-value]

    def in_full(self) -> Iterator[Plain | Sequence[Plain]]:
        """Each column: the value that all rows have alike, or their values."""
        return (cell_keys(column["template"]) if isinstance(column, dict) else column for column in self.columns)

    def below_each_other(self) -> Iterator[Iterable[Plain]]:
        """The values of each column, from the first row to the last."""
        for column in self.in_full():
            yield repeat(column, self.height) if column is None or isinstance(column, str) else column

    def each(self) -> Iterator[Row]:
        """The rows, each with the values of all columns in order."""
        if self.numbers is None:
            return zip(*self.below_each_other(), strict=True)
        return iter([[*self.told, *_cells(self.numbers, self.states)]])


def _cells(numbers: list[Plain], states: Values) -> list[Plain]:
    """The cells of the one row of a report: each number and its state."""
    cells: list[Plain] = [None] * (2 * len(numbers))
    cells[::2] = numbers
    cells[1::2] = states if isinstance(states, list) else [None if number is None else states for number in numbers]
    return cells
