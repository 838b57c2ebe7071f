"""A dataset as JSON Lines: an object a record, numbers as they are, null for what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from giar_lark.export.json import to_json
from giar_lark.extract.record import Record
from giar_lark.extract.schema import Column
from giar_lark.extract.sink import Sink


class JsonlSink(Sink):
    """UTF-8, a line feed behind each object."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        """Begin an empty file."""
        super().__init__(path, columns)
        self._file = self.part.open("w", encoding="utf-8", newline="\n")

    def write(self, records: Iterable[Record]) -> None:
        """Add some records."""
        self._file.writelines(f"{to_json(_plain(record))}\n" for record in records)

    def finish(self) -> None:
        """Close the file."""
        self._file.close()

    discard = finish


def _plain(record: Record) -> dict[str, object]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in record.items()}
