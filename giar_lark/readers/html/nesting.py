"""The tables around a place of a page, which stand in each other: their rows and cells as they begin and end."""

from __future__ import annotations

import re

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.readers.html.hidden import VOID
from giar_lark.readers.html.merges import MOST_COLUMNS, Merges
from giar_lark.readers.html.scan import Tag, whole_number_of
from giar_lark.readers.html.stream import CELL, LINE, Stream
from giar_lark.readers.html.tables import Cell, Row, Table, close_row

_NO_HEIGHT = lazy_pattern(r"(?<![\w-])height\s*[:=]\s*[\"']?0(?:px|pt)?(?![\d.])", re.IGNORECASE)
_MOST_ROWS = 1 << 16
# a report has some 500; ten thousand times as many would take minutes
MOST_CELLS = 200_000
_SPANS = lazy_pattern("span", re.IGNORECASE)


class TooManyCells(Exception):
    """The tables have more cells than many reports."""


class TooDeep(Exception):
    """Tables stand in each other, deeper than any page has them."""


class Nesting:
    """The tables that have begun, from the outermost in, and what is written to a stream of them."""

    def __init__(self, stream: Stream, most: int, merges: Merges) -> None:
        """Begin outside of all; so many may stand in each other."""
        self._stream, self._most, self._merges = stream, most, merges
        self._tables: list[Table] = []
        self._cells = 0
        self._low = False
        # the cell whose tags have only begun, in which nothing stands yet
        self._fresh: Cell | None = None

    @property
    def is_open(self) -> bool:
        """Whether the place is in a table."""
        return bool(self._tables)

    def table(self, tag: Tag) -> None:
        """A table begins or ends. Raises: TooDeep, TooManyMerges."""
        self._stream.add(LINE, tag.start)
        if tag.closing:
            if self._tables:
                self._close()
            return
        if len(self._tables) >= self._most:
            raise TooDeep
        self._fresh = None
        self._tables.append(Table(len(self._stream)))

    def close_all(self) -> None:
        """The page ends. Raises: TooManyMerges."""
        while self._tables:
            self._close()

    def part(self, tag: Tag) -> None:
        """A head, a body or a foot begins or ends. Raises: TooManyMerges."""
        if self._tables:
            self.close_row()
            self._tables[-1].end_part(self._stream, "tbody" if tag.closing else tag.name)

    def row(self, tag: Tag) -> None:
        """A row begins or ends; one outside of tables begins one. Raises: TooManyMerges."""
        if not self._tables:
            if tag.closing:
                return
            self._tables.append(Table(len(self._stream)))
        self._fresh = None
        self.close_row()
        if not tag.closing:
            low = self._low or _NO_HEIGHT.search(self._stream.document, *tag.attributes) is not None
            self._begin_row(self._tables[-1], tag, low)

    def close_row(self) -> None:
        """The row of the innermost table ends. Raises: TooManyMerges."""
        if self._tables:
            close_row(self._stream, self._tables[-1], self._merges)

    def cell(self, tag: Tag, size: tuple[int, int] | None = None) -> None:
        """A cell begins or ends, of a size that its attributes tell if nothing else; one outside of rows begins one.

        Raises: TooManyCells.
        """
        if tag.closing:
            self._fresh = None
            return
        if not self._tables:
            self._tables.append(Table(len(self._stream)))
        table = self._tables[-1]
        row = table.row or self._begin_row(table, tag, self._low)
        cell = Cell(len(self._stream), *(size or self._size(tag)), tag.end)
        self._stream.add(CELL, tag.end)
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise TooManyCells
        row.cells.append(cell)
        self._fresh = cell

    def enter(self, tag: Tag) -> None:
        """A blank cell is written into behind all the tags that begin it."""
        if self._fresh is None or tag.name.startswith("!"):
            return
        if tag.closing or tag.name in VOID:
            self._fresh = None
        else:
            self._fresh.inside = tag.end

    def fill_at(self, place: int) -> None:
        """A blank cell is written into at a place: in the field that stands in it."""
        if self._fresh is not None:
            self._fresh.inside, self._fresh = place, None

    def condition(self, tag: Tag) -> None:
        """The row of widths that a word processor puts behind a table is for old browsers only."""
        said = self._stream.document[tag.start : tag.end].lower()
        self._low = "supportmisaligned" in said or (self._low and "endif" not in said)

    def _close(self) -> None:
        self.close_row()
        table = self._tables.pop()
        table.close(self._stream)
        if table.has_rows and self._tables:
            above = self._tables[-1]
            above.has_rows = True
            if above.row and above.row.cells:
                above.row.cells[-1].nested = True

    def _begin_row(self, table: Table, tag: Tag, low: bool) -> Row:
        row = table.row = Row(len(self._stream), low)
        self._stream.add(LINE, tag.start)
        return row

    def _size(self, tag: Tag) -> tuple[int, int]:
        """How many columns and rows a cell has; 0 rows for all that are left."""
        document = self._stream.document
        if not _SPANS.search(document, *tag.attributes):
            return 1, 1
        columns, rows = whole_number_of(document, tag, "colspan"), whole_number_of(document, tag, "rowspan")
        return min(max(columns or 1, 1), MOST_COLUMNS), 1 if rows is None else min(max(rows, 0), _MOST_ROWS)
