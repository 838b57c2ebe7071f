"""A dataset as CSV, which a spreadsheet opens by a double click without taking any text for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from giar_lark.extract.record import Record, Value
from giar_lark.extract.schema import Column
from giar_lark.extract.sink import Sink

# what a spreadsheet takes for the beginning of a formula, and the mark that we put in front of it, itself included
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'", "＝", "＋", "－", "＠")
_QUOTE = "'"


class CsvSink(Sink):
    """UTF-8 with a byte order mark, by which a spreadsheet knows it; lines end as RFC 4180 has it. Blank: an empty field."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        """Begin with the line of the columns' names."""
        super().__init__(path, columns)
        self._file = self.part.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file)
        self._names = [column.name for column in columns]
        self._writer.writerow(self._names)

    def write(self, records: Iterable[Record]) -> None:
        """Add some records."""
        self._writer.writerows([field(record[name]) for name in self._names] for record in records)

    def finish(self) -> None:
        """Close the file."""
        self._file.close()

    discard = finish


def field(value: Value) -> str:
    """A value as a field: a number without exponent, a day as in ISO 8601, a text that begins like a formula quoted."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str):
        return f"{_QUOTE}{value}" if value.startswith(_FORMULA) else value
    return str(value)


def text_of(field: str) -> str:
    """A text as it was before it became a field."""
    return field[1:] if field.startswith(_QUOTE) else field
