"""A dataset as JSON Lines: an object a row, numbers as they are, null for what is missing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import compress, repeat
from operator import add
from pathlib import Path

from giar_lark.extract.rows import Plain, Rows
from giar_lark.extract.schema import Column, Kind
from giar_lark.extract.sink import Sink

# no value has a line feed in it when it is encoded: many are encoded at once, and parted again
_PARTED = "\n"
_encoded = json.JSONEncoder(ensure_ascii=False, separators=(_PARTED, ":")).encode


class JsonlSink(Sink):
    """UTF-8, a line feed behind each object. Units: an amount as it stands, without exponent."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        """Begin an empty file."""
        super().__init__(path, columns)
        self._file = self.part.open("w", encoding="utf-8", newline="\n")
        self._names = [f"{json.dumps(column.name, ensure_ascii=False)}: " for column in columns]
        self._are_amounts = [column.kind is Kind.DECIMAL for column in columns]

    def write(self, rows: Rows) -> None:
        """Add the rows of a document."""
        width = len(rows.shared)
        front = ", ".join(map(add, self._names, _fields(rows.shared, self._are_amounts)))
        if not rows.columns:
            self._file.write(f"{{{front}}}\n")
            return
        behind = zip(self._names[width:], rows.columns, self._are_amounts[width:], strict=True)
        own = [map(name.__add__, _fields(column, repeat(is_amount))) for name, column, is_amount in behind]
        self._file.writelines([f"{{{front}, {', '.join(fields)}}}\n" for fields in zip(*own, strict=True)])

    def finish(self) -> None:
        """Close the file."""
        self._file.close()

    discard = finish


def _fields(values: Sequence[Plain], are_amounts: Iterable[bool]) -> list[str]:
    """Values as they stand in an object; an amount is a number, though it came as a text."""
    fields = _encoded(values)[1:-1].split(_PARTED) if values else []
    if str in map(type, compress(values, are_amounts)):
        return [field.strip('"') if is_amount else field for field, is_amount in zip(fields, are_amounts, strict=False)]
    return fields
