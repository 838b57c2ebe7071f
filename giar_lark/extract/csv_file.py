"""A dataset as CSV, which a spreadsheet opens by a double click without taking any text for a formula."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from operator import itemgetter
from pathlib import Path

from giar_lark.extract.row import Row
from giar_lark.extract.schema import Column, Kind
from giar_lark.extract.sink import Sink

# what a spreadsheet takes for the beginning of a formula, and the mark that we put in front of it, itself included
_FORMULA = frozenset("=+-@\t\r'＝＋－＠")
_QUOTE = "'"
_MARK = "\ufeff"
# what a field has to stand in quotes for, and what no text has
_QUOTED, _NONE = ',"\r\n', "\0"
_first = itemgetter(0)


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
        self._line = ",".join(["%s"] * len(columns)) + "\r\n"
        self._texts = [number for number, column in enumerate(columns) if column.kind is Kind.TEXT]
        self._texts_of: Callable[[Row], tuple[str | None, ...]] = itemgetter(*self._texts)

    def write(self, rows: Iterable[Row]) -> None:
        """Add some rows."""
        rows = list(rows)
        # nearly no text has to be quoted, and to look at all together takes a fraction of what looking at each takes
        texts = list(filter(None, chain.from_iterable(map(self._texts_of, rows))))
        if not _FORMULA.isdisjoint(map(_first, texts)):
            rows = list(map(self._guarded, rows))
        together = _NONE.join(texts)
        if any(mark in together for mark in _QUOTED):
            self._writer.writerows(rows)
        else:
            # none of the fields has to stand in quotes
            fields = ["" if value is None else value for value in chain.from_iterable(rows)]
            self._file.write(self._line * len(rows) % tuple(fields))

    def finish(self) -> None:
        """Close the file."""
        self._file.close()

    discard = finish

    def _guarded(self, row: Row) -> Row:
        """A row with a mark in front of each text that begins like a formula."""
        fields = row.copy()
        for at in self._texts:
            if str(row[at])[:1] in _FORMULA:
                fields[at] = f"{_QUOTE}{row[at]}"
        return fields


def text_of(field: str) -> str:
    """A text as it was before it became a field."""
    return field[1:] if field.startswith(_QUOTE) else field
