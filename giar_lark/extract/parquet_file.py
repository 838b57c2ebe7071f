"""A dataset as Parquet: typed columns, each with its meaning, and what the file is in its metadata."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from giar_lark.extract.record import Record
from giar_lark.extract.schema import Column, Kind
from giar_lark.extract.sink import Sink

# records in a row group; each is held until the group is whole
_GROUP = 2_000
# 15 digits on either side of the point are all that a cell is read to
_TYPES = {Kind.TEXT: pa.string(), Kind.WHOLE: pa.int64(), Kind.DECIMAL: pa.decimal128(30, 15), Kind.DATE: pa.date32()}


class ParquetSink(Sink):
    """Compressed by Zstandard. Blank: null."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        """Begin a file with its schema."""
        super().__init__(path, columns)
        self._held: list[Record] = []
        self._schema = arrow_schema(columns)
        self._writer = pq.ParquetWriter(self.part, self._schema, compression="zstd")

    def write(self, records: Iterable[Record]) -> None:
        """Add some records."""
        for record in records:
            self._held.append(record)
            if len(self._held) == _GROUP:
                self._flush()

    def finish(self) -> None:
        """Write the last group, and close the file."""
        self._flush()
        self._writer.close()

    def discard(self) -> None:
        """Close the file."""
        self._writer.close()

    def _flush(self) -> None:
        if self._held:
            self._writer.write_table(pa.Table.from_pylist(self._held, schema=self._schema))
            self._held = []


def arrow_schema(columns: Sequence[Column]) -> pa.Schema:
    """The columns as Arrow types, with their meaning in Chinese and English."""
    fields = [
        pa.field(column.name, _TYPES[column.kind], metadata={"zh": column.meaning.zh, "en": column.meaning.en})
        for column in columns
    ]
    return pa.schema(fields, metadata={"creator": "giar-lark", "giar_lark.schema": "1"})
