"""Rows as records: the columns by name, each value of the type that its column says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from giar_lark.extract.row import rows_of
from giar_lark.extract.rows import Plain, Row
from giar_lark.extract.schema import Column, Kind, columns_of
from giar_lark.model.readings import readings_in
from giar_lark.outcomes.outcome import Outcome

Value = str | int | Decimal | date | None
Record = dict[str, Value]


def records_of(outcome: Outcome, long: bool) -> Iterator[Record]:
    """The records of a file: one, or one a cell; see `giar_lark.extract.row`."""
    columns = columns_of(long)
    return (record_of(row, columns) for row in rows_of(outcome, readings_in(outcome.report), long).each())


def record_of(row: Row, columns: Sequence[Column]) -> Record:
    """The record in a row."""
    return {column.name: typed(column.kind, value) for column, value in zip(columns, row, strict=True)}


def typed(kind: Kind, value: Plain) -> Value:
    """A plain value as what its column holds."""
    return None if value is None else _READ[kind](value)


_READ: dict[Kind, Callable[[str], Value]] = {
    Kind.TEXT: str,
    Kind.WHOLE: int,
    Kind.DECIMAL: Decimal,
    Kind.DATE: date.fromisoformat,
}
