"""A dataset as Parquet: typed columns, each with its meaning, and what the file is in its metadata."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from giar_lark.extract.record import typed
from giar_lark.extract.row import Plain, Row
from giar_lark.extract.schema import Column, Kind
from giar_lark.extract.sink import Sink

# rows in a group: so many values, and never fewer rows than that
_GROUP_VALUES, _GROUP_ROWS = 220_000, 2_000
# so many values are held as they come, and then as Arrow holds them, in a tenth of the room, until their group is whole
_HELD_VALUES = 100_000
# 15 digits on either side of the point are all that a cell is read to
_TYPES = {Kind.TEXT: pa.string(), Kind.WHOLE: pa.int64(), Kind.DECIMAL: pa.decimal128(30, 15), Kind.DATE: pa.date32()}


class ParquetSink(Sink):
    """Compressed by Zstandard. Blank: null."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        """Begin a file with its schema."""
        super().__init__(path, columns)
        self._held: list[Row] = []
        self._batches: list[pa.RecordBatch] = []
        group = max(_GROUP_ROWS, _GROUP_VALUES // len(columns))
        self._batches_in_group = max(1, group * len(columns) // _HELD_VALUES)
        self._rows_in_batch = group // self._batches_in_group
        self._schema = arrow_schema(columns)
        self._writer = pq.ParquetWriter(self.part, self._schema, compression="zstd")

    def write(self, rows: Iterable[Row]) -> None:
        """Add some rows."""
        for row in rows:
            self._held.append(row)
            if len(self._held) == self._rows_in_batch:
                self._pack()
            if len(self._batches) == self._batches_in_group:
                self._flush()

    def finish(self) -> None:
        """Write the last group, and close the file."""
        self._pack()
        self._flush()
        self._writer.close()

    def discard(self) -> None:
        """Close the file."""
        self._writer.close()

    def _pack(self) -> None:
        if self._held:
            columns = zip(self.columns, zip(*self._held, strict=True), strict=True)
            arrays = [_array(column.kind, values) for column, values in columns]
            self._batches.append(pa.RecordBatch.from_arrays(arrays, schema=self._schema))
            self._held = []

    def _flush(self) -> None:
        if self._batches:
            self._writer.write_table(pa.Table.from_batches(self._batches))
            self._batches = []


def _array(kind: Kind, values: Sequence[Plain]) -> pa.Array:
    if kind in (Kind.TEXT, Kind.WHOLE):
        return pa.array(values, _TYPES[kind])
    return pa.array([typed(kind, value) for value in values], _TYPES[kind])


def arrow_schema(columns: Sequence[Column]) -> pa.Schema:
    """The columns as Arrow types, with their meaning in Chinese and English."""
    fields = [
        pa.field(column.name, _TYPES[column.kind], metadata={"zh": column.meaning.zh, "en": column.meaning.en})
        for column in columns
    ]
    return pa.schema(fields, metadata={"creator": "giar-lark", "giar_lark.schema": "1"})
