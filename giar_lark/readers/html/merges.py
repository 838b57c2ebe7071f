"""Cells over several rows or columns: where a row's own cells stand, and what a merged one holds in each place that it covers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# no table of a report has more columns; what is merged beyond them is not followed
MOST_COLUMNS = 60
_UNITS = "万元|亿元|元|件|条|项|份|个|起|次|宗|人次"
_NUMBER = re.compile(rf"[+\-−－~]?[\d０-９][\d０-９,，.．\s]*(?:{_UNITS})?$")
_WORD = re.compile(r"[^\W\d_]")
_MARK = re.compile(r"无|不适用|不涉及|暂无|没有|N/?A", re.IGNORECASE)


def is_number(text: str) -> bool:
    """Whether a cell holds a number, so that it has one place and no more."""
    return _NUMBER.match(text) is not None


def is_label(text: str) -> bool:
    """Whether a cell holds words that say what stands beside or below it."""
    return _WORD.search(text) is not None and not is_number(text) and not _MARK.fullmatch(text)


@dataclass(slots=True)
class Carried:
    """A cell that reaches into rows below its own: its columns, how many rows are left, and the entries of its content.

    A label is not said again in those rows; anything else takes a place in each of them.
    """

    column: int
    columns: int
    rows: int
    label: bool
    start: int
    end: int


@dataclass(slots=True)
class Columns:
    """The columns of a table: the cells that reach into the next row, and the label above each column."""

    carried: list[Carried] = field(default_factory=list)
    heads: list[int] = field(default_factory=lambda: [0] * MOST_COLUMNS)
    labels: int = 0

    def head(self, column: int, columns: int) -> None:
        """A label stands over some columns."""
        self.labels += 1
        last = min(column + columns, MOST_COLUMNS)
        self.heads[column:last] = [self.labels] * max(last - column, 0)

    def places(self, column: int, columns: int) -> int:
        """How many places a cell over some columns takes: as many as have labels of their own."""
        return max(len(set(self.heads[column : column + columns]) - {0}), 1)

    def before(self, column: int) -> Iterator[Carried]:
        """The cells from above that stand in the way of the next cell of a row."""
        for cell in self.carried:
            if cell.column <= column < cell.column + cell.columns:
                yield cell
                column = cell.column + cell.columns

    def next_row(self, new: list[Carried]) -> None:
        """A row is at its end."""
        for cell in self.carried:
            cell.rows -= 1
        left = [cell for cell in self.carried if cell.rows > 0] + [cell for cell in new if cell.rows > 0]
        self.carried = sorted(left, key=lambda cell: cell.column)[:MOST_COLUMNS]
