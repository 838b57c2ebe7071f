"""Which file holds a dataset in which way, told by its ending; and folders with a file for each year."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from giar_lark.extract.dictionary import dictionary_rows
from giar_lark.extract.rows import Rows
from giar_lark.extract.schema import Column
from giar_lark.extract.sink import Sink

Open = Callable[[Path, Sequence[Column]], Sink]

# ending to module, class, and the extra that it needs
_SINKS = {
    ".csv": ("csv_file", "CsvSink", ""),
    ".jsonl": ("jsonl_file", "JsonlSink", ""),
    ".parquet": ("parquet_file", "ParquetSink", "parquet"),
    ".xlsx": ("xlsx_file", "XlsxSink", "xlsx"),
    ".duckdb": ("duckdb_file", "DuckdbSink", "duckdb"),
}
ENDINGS = tuple(_SINKS)
# what a folder is called by those who read the years off the folders, and know it for no value
_NO_YEAR = "__HIVE_DEFAULT_PARTITION__"


class NeedsExtraError(Exception):
    """A file whose library is not installed; its argument is the extra that brings it."""


def sink_of(ending: str) -> Open:
    """What opens a file of an ending.

    Raises: KeyError, where no dataset is written to such a file; NeedsExtraError, where its library is not installed.
    """
    module, name, extra = _SINKS[ending.lower()]
    try:
        sink: Open = getattr(import_module(f"giar_lark.extract.{module}"), name)
    except ImportError:
        if not extra:
            raise
        raise NeedsExtraError(extra) from None
    return sink


def write_dictionary(path: Path, columns: Sequence[Column]) -> Path:
    """The data dictionary beside a dataset, as CSV; its path is returned."""
    beside = path.with_name(f"{path.stem}.dictionary.csv")
    with beside.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(dictionary_rows(columns))
    return beside


class YearFolders:
    """A folder of `year=2023/part-0.parquet`, as DuckDB, polars and Spark read it, with their folder for what has no year.

    The year is a column of the files too, so that each is whole by itself.
    """

    def __init__(self, folder: Path, ending: str, columns: Sequence[Column], name: str = "part-0") -> None:
        """Begin in a folder, which is made if it is not there."""
        self._folder, self._ending, self._columns, self._name = folder, ending, columns, name
        self._year = [column.name for column in columns].index("year")
        self._open, self._sinks = sink_of(ending), dict[str, Sink]()

    def write(self, rows: Rows) -> None:
        """Add the rows of a document to the file of its year."""
        if not rows.height:
            return
        year = str(rows.columns[self._year] or _NO_YEAR)
        if year not in self._sinks:
            folder = self._folder / f"year={year}"
            folder.mkdir(parents=True, exist_ok=True)
            self._sinks[year] = self._open(folder / f"{self._name}{self._ending}", self._columns)
        self._sinks[year].write(rows)

    def close(self, error: type[BaseException] | None = None) -> None:
        """Put every file in its place; after an error, take away what there is of them."""
        for sink in self._sinks.values():
            sink.__exit__(error, None, None)
