"""Parquet tables, a few rows at a time. pyarrow reads them: extra `parquet`."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from giar_lark.containers.damage import DAMAGE
from giar_lark.containers.member import Kind, Member, Place
from giar_lark.containers.rows import Rows
from giar_lark.containers.trouble import damaged, needs_extra

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_ROWS_AT_A_TIME = 16


def members(stream: io.BufferedReader, place: Place) -> Iterator[Member]:
    """The rows of a table, counted from 1. Raises Trouble, where it cannot be read."""
    table, rows = _opened(stream, place), Rows(place)
    column = rows.settled(table.schema_arrow.names)
    rows.column = column
    asked = place.reading.id_column
    columns = [column, *({asked or column} & set(table.schema_arrow.names) - {column})]
    for number, row in enumerate(_values(table, columns, place), 1):
        yield rows.member(number, row)


def _opened(stream: io.BufferedReader, place: Place) -> ParquetFile:
    try:
        from pyarrow.parquet import ParquetFile, read_schema
    except ImportError:
        raise needs_extra(place.path, "parquet") from None
    try:
        names = read_schema(stream).names
        stream.seek(0)
        # a value that many rows share is kept once: little could else unfold to a lot
        return ParquetFile(stream, read_dictionary=names, pre_buffer=False)
    except DAMAGE:
        raise damaged(place.path) from None


def _values(table: ParquetFile, columns: list[str], place: Place) -> Iterator[dict[str, object]]:
    """The rows, one at a time. Raises Trouble, where they are damaged."""
    batches = table.iter_batches(batch_size=_ROWS_AT_A_TIME, columns=columns, use_threads=False)
    while True:
        try:
            batch = next(batches, None)
        except DAMAGE:
            raise damaged(place.path) from None
        if batch is None:
            return
        for at in range(batch.num_rows):
            yield batch.slice(at, 1).to_pylist()[0]


KIND = Kind(name="parquet", members=members, seeks=True)
