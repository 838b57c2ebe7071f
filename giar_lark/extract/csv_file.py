"""A dataset as CSV, which a spreadsheet opens by a double click without taking any text for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from itertools import compress, repeat
from operator import itemgetter
from pathlib import Path

from giar_lark.extract.rows import Plain, Rows
from giar_lark.extract.schema import Column, Kind
from giar_lark.extract.sink import Sink

# what a spreadsheet takes for the beginning of a formula, and the mark that we put in front of it, itself included
_FORMULA = frozenset("=+-@\t\r'＝＋－＠")
_GUARD = "'"
_MARK = "\ufeff"
_END = "\r\n"
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
        csv.writer(self._file).writerow([column.name for column in columns])
        self._are_texts = [column.kind is Kind.TEXT for column in columns]

    def write(self, rows: Rows) -> None:
        """Add the rows of a document."""
        front = ",".join(_fields(rows.shared, self._are_texts))
        if not rows.columns:
            self._file.write(f"{front}{_END}")
            return
        behind = zip(rows.columns, self._are_texts[len(rows.shared) :], strict=True)
        own = [_fields(column, repeat(is_text)) for column, is_text in behind]
        self._file.writelines([f"{front},{','.join(fields)}{_END}" for fields in zip(*own, strict=True)])

    def finish(self) -> None:
        """Close the file."""
        self._file.close()

    discard = finish


def _fields(values: Sequence[Plain], are_texts: Iterable[bool]) -> list[str]:
    """Values as fields. Nearly no text has anything to be guarded from, and all together are looked at sooner than each."""
    texts: list[str] = list(filter(None, compress(values, are_texts)))  # type: ignore[arg-type]
    together = _NONE.join(texts)
    if _FORMULA.isdisjoint(map(_first, texts)) and not any(mark in together for mark in _QUOTED):
        return ["" if value is None else str(value) for value in values]
    return [
        "" if value is None else _field(str(value)) if is_text else str(value)
        for value, is_text in zip(values, are_texts, strict=False)
    ]


def _field(text: str) -> str:
    """A text as a field: in quotes where it has to, with a mark in front where it begins like a formula."""
    guarded = f"{_GUARD}{text}" if text[:1] in _FORMULA else text
    return '"' + guarded.replace('"', '""') + '"' if any(mark in guarded for mark in _QUOTED) else guarded


def text_of(field: str) -> str:
    """A text as it was before it became a field."""
    return field[1:] if field.startswith(_GUARD) else field
