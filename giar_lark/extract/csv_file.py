"""A dataset as CSV, which a spreadsheet opens by a double click without taking any text for a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from pathlib import Path

from giar_lark.extract.row import Row
from giar_lark.extract.schema import Column, Kind
from giar_lark.extract.sink import Sink
from giar_lark.pattern import lazy_pattern

# what a spreadsheet takes for the beginning of a formula, and the mark that we put in front of it, itself included
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'", "＝", "＋", "－", "＠")
_ANY_FORMULA = lazy_pattern(rf"^[{re.escape(''.join(_FORMULA))}]", re.MULTILINE)
_QUOTE = "'"
_MARK = "\ufeff"


class CsvSink(Sink):
    """UTF-8 with a byte order mark, by which a spreadsheet knows it; lines end as RFC 4180 has it. Blank: an empty field."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        """Begin with the line of the columns' names."""
        super().__init__(path, columns)
        # the codec that writes the mark by itself is slow
        self._file = self.part.open("w", encoding="utf-8", newline="")
        self._file.write(_MARK)
        self._writer = csv.writer(self._file)
        self._writer.writerow([column.name for column in columns])
        self._texts = [number for number, column in enumerate(columns) if column.kind is Kind.TEXT]
        self._texts_of: Callable[[Row], tuple[str | None, ...]] = itemgetter(*self._texts)

    def write(self, rows: Iterable[Row]) -> None:
        """Add some rows."""
        self._writer.writerows(map(self._fields, rows))

    def finish(self) -> None:
        """Close the file."""
        self._file.close()

    discard = finish

    def _fields(self, row: Row) -> Row:
        """A row with each text quoted that begins like a formula."""
        # nearly no row has one, and to look at its texts one by one takes longer than to write it
        if not _ANY_FORMULA.search("\n".join(filter(None, self._texts_of(row)))):
            return row
        fields = row.copy()
        for at in self._texts:
            if str(row[at]).startswith(_FORMULA):
                fields[at] = f"{_QUOTE}{row[at]}"
        return fields


def text_of(field: str) -> str:
    """A text as it was before it became a field."""
    return field[1:] if field.startswith(_QUOTE) else field
