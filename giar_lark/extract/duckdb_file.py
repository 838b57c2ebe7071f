"""A dataset as a DuckDB database: a table of records, and one that says what its columns mean."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb

from giar_lark.extract.dictionary import dictionary_rows
from giar_lark.extract.jsonl_file import JsonlSink
from giar_lark.extract.rows import Rows
from giar_lark.extract.schema import Column, Kind
from giar_lark.extract.sink import Sink

_TYPES = {Kind.TEXT: "VARCHAR", Kind.WHOLE: "BIGINT", Kind.DECIMAL: "DECIMAL(30, 15)", Kind.DATE: "DATE"}
TABLE, DICTIONARY = "reports", "dictionary"


class DuckdbSink(Sink):
    """Rows are gathered as JSON Lines beside the file, from which DuckDB makes the table in one statement."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        """Begin to gather."""
        super().__init__(path, columns)
        self._lines = JsonlSink(path.with_name(f".{path.name}.jsonl"), columns)

    def write(self, rows: Rows) -> None:
        """Add the rows of a document."""
        self._lines.write(rows)

    def finish(self) -> None:
        """Make the tables. Raises: OSError, where there is no room for them."""
        self._lines.finish()
        self.part.unlink(missing_ok=True)
        try:
            self._make_tables()
        except duckdb.OperationalError as error:
            raise OSError(" ".join(str(error).split())) from None
        finally:
            self._let_go()

    def discard(self) -> None:
        """Take away what was gathered."""
        self._lines.discard()
        self._let_go()

    def _let_go(self) -> None:
        """Take away what lies beside the part."""
        self._lines.part.unlink(missing_ok=True)
        self.part.with_name(f"{self.part.name}.wal").unlink(missing_ok=True)

    def _make_tables(self) -> None:
        with duckdb.connect(str(self.part)) as connection:
            listed = ", ".join(f"{_name(column.name)} {_TYPES[column.kind]}" for column in self.columns)
            connection.execute(f"CREATE TABLE {TABLE} ({listed})")
            shapes = "{" + ", ".join(f"{_text(c.name)}: {_text(_TYPES[c.kind])}" for c in self.columns) + "}"
            lines = _text(str(self._lines.part))
            if self._lines.part.stat().st_size:
                connection.execute(
                    f"INSERT INTO {TABLE} SELECT * FROM read_json({lines}, format = 'newline_delimited', columns = {shapes})"
                )
            head, *rows = dictionary_rows(self.columns)
            connection.execute(f"CREATE TABLE {DICTIONARY} ({', '.join(f'{_name(name)} VARCHAR' for name in head)})")
            connection.executemany(f"INSERT INTO {DICTIONARY} VALUES ({', '.join('?' * len(head))})", rows)


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
