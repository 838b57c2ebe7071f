"""A dataset as JSON Lines: an object a row, numbers as they are, null for what is missing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from giar_lark.extract.row import Plain, Row
from giar_lark.extract.schema import Column, Kind
from giar_lark.extract.sink import Sink


class JsonlSink(Sink):
    """UTF-8, a line feed behind each object."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        """Begin an empty file."""
        super().__init__(path, columns)
        self._file = self.part.open("w", encoding="utf-8", newline="\n")
        self._names = [f"{_text(column.name)}: " for column in columns]
        self._are_bare = [column.kind in (Kind.WHOLE, Kind.DECIMAL) for column in columns]

    def write(self, rows: Iterable[Row]) -> None:
        """Add some rows."""
        self._file.writelines(map(self._line, rows))

    def finish(self) -> None:
        """Close the file."""
        self._file.close()

    discard = finish

    def _line(self, row: Row) -> str:
        """A row as an object. Units: an amount as it stands, without exponent."""
        fields = [
            f"{name}null" if value is None else f"{name}{value}" if is_bare else f"{name}{_text(value)}"
            for name, is_bare, value in zip(self._names, self._are_bare, row, strict=True)
        ]
        return f"{{{', '.join(fields)}}}\n"


# most texts are one of the few states of cells
@lru_cache(maxsize=1024)
def _text(value: Plain) -> str:
    return json.dumps(value, ensure_ascii=False)
