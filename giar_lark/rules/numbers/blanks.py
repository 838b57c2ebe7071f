"""Blank cells seen from afar: a table without any number, or a table 3 with totals only or types only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from giar_lark.model.report import Row, Table
from giar_lark.rules.numbers.arithmetic import is_blank
from giar_lark.rules.numbers.cells import OddRow

# so many rows make it a habit and not a slip (of 25, or 23 in 2019)
_A_HABIT_ROWS = 20


def is_wholly_blank(table: Table) -> bool:
    """Whether no cell of a table holds anything but a blank or a mark."""
    return len(table.rows) > 1 and all(map(is_blank, table.cells))


def rows_with_totals_only(odd: Sequence[OddRow]) -> tuple[Row, ...]:
    """The rows of table 3 with a total and no number of any type, if they are a habit; else none."""
    return _habit(row for row in _rows(odd) if _all_blank(row, slice(0, 6)) and not _all_blank(row, slice(6, 7)))


def rows_with_types_only(odd: Sequence[OddRow]) -> tuple[Row, ...]:
    """The rows of table 3 with numbers of types and no total, if they are a habit; else none."""
    return _habit(row for row in _rows(odd) if _all_blank(row, slice(6, 7)) and not _all_blank(row, slice(0, 6)))


def _rows(odd: Sequence[OddRow]) -> Sequence[Row]:
    """The rows that may be of either kind: too few for a habit are none."""
    return [row for row, _ in odd if len(row.cells) == 7] if len(odd) >= _A_HABIT_ROWS else ()


def _all_blank(row: Row, part: slice) -> bool:
    return all(map(is_blank, row.cells[part]))


def _habit(rows: Iterable[Row]) -> tuple[Row, ...]:
    found = tuple(rows)
    return found if len(found) >= _A_HABIT_ROWS else ()
