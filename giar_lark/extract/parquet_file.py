"""A dataset as Parquet: typed columns, each with its meaning, and what the file is in its metadata."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from giar_lark.extract.rows import Plain, Rows
from giar_lark.extract.schema import Column, Kind
from giar_lark.extract.sink import Sink

# rows in a group: so many values, and never fewer rows than that
_GROUP_VALUES, _GROUP_ROWS = 220_000, 2_000
# so many values are held as they come, and then as Arrow holds them, in a tenth of the room, until their group is whole
_HELD_VALUES = 100_000
# 15 digits on either side of the point are all that a cell is read to
_TYPES = {Kind.TEXT: pa.string(), Kind.WHOLE: pa.int64(), Kind.DECIMAL: pa.decimal128(30, 15), Kind.DATE: pa.date32()}


class ParquetSink(Sink):
    """Compressed by Zstandard. Blank: null. The rows of a document are in one group."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        """Begin a file with its schema."""
        super().__init__(path, columns)
        self._held: list[Rows] = []
        self._packed: list[pa.RecordBatch] = []
        self._held_rows = self._packed_rows = 0
        self._most_packed = max(_GROUP_ROWS, _GROUP_VALUES // len(columns))
        batches = max(1, self._most_packed * len(columns) // _HELD_VALUES)
        self._most_held = self._most_packed // batches
        self._schema = arrow_schema(columns)
        self._writer = pq.ParquetWriter(self.part, self._schema, compression="zstd")

    def write(self, rows: Rows) -> None:
        """Add the rows of a document."""
        self._held.append(rows)
        self._held_rows += rows.height
        if self._held_rows >= self._most_held:
            self._pack()
        if self._packed_rows >= self._most_packed:
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
        if self._held_rows:
            values = _together(self._held)
            arrays = [_array(column.kind, each) for column, each in zip(self.columns, values, strict=True)]
            self._packed.append(pa.RecordBatch.from_arrays(arrays, schema=self._schema))
            self._packed_rows += self._held_rows
        self._held, self._held_rows = [], 0

    def _flush(self) -> None:
        if self._packed:
            self._writer.write_table(pa.Table.from_batches(self._packed))
        self._packed, self._packed_rows = [], 0


def _together(held: Sequence[Rows]) -> Iterator[Sequence[Plain]]:
    """The columns of some documents below each other."""
    if held[0].numbers is not None:
        yield from zip(*chain.from_iterable([rows.each() for rows in held]), strict=True)
        return
    for columns in zip(*[rows.below_each_other() for rows in held], strict=True):
        yield [*chain.from_iterable(columns)]


def _array(kind: Kind, values: Sequence[Plain]) -> pa.Array:
    return pa.array(values, pa.string()).cast(_TYPES[kind])


def arrow_schema(columns: Sequence[Column]) -> pa.Schema:
    """The columns as Arrow types, with their meaning in Chinese and English."""
    fields = [
        pa.field(column.name, _TYPES[column.kind], metadata={"zh": column.meaning.zh, "en": column.meaning.en})
        for column in columns
    ]
    return pa.schema(fields, metadata={"creator": "giar-lark", "giar_lark.schema": "1"})
