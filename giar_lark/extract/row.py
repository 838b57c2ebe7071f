"""A record as a row of plain values in the order of its columns, and back: what travels between processes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from giar_lark.extract.record import Record, Value
from giar_lark.extract.schema import Column, Kind

Plain = str | int | None


def row_of(record: Record, columns: Sequence[Column]) -> list[Plain]:
    """The values of a record. Shape: amounts as texts without exponent, days as in ISO 8601."""
    return [_plain(record[column.name]) for column in columns]


def record_of(row: Sequence[Plain], columns: Sequence[Column]) -> Record:
    """The record in a row."""
    return {column.name: _typed(column.kind, value) for column, value in zip(columns, row, strict=True)}


def _plain(value: Value) -> Plain:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value


def _typed(kind: Kind, value: Plain) -> Value:
    if value is None or kind is Kind.TEXT or kind is Kind.WHOLE:
        return value
    return Decimal(value) if kind is Kind.DECIMAL else date.fromisoformat(str(value))
