"""Tables to rows: what is a row of cells, and what only a layout of the page; a merged cell where it belongs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from giar_lark.readers.html.merges import Carried, Columns, is_label, is_number
from giar_lark.readers.html.stream import (
    BREAK,
    CELL,
    HARD_LINE,
    HARD_TAB,
    LINE,
    NOTHING,
    TEXT,
    Entry,
    Stream,
)

# a cell of a report never says more than this on more lines; one that does is a part of the page
_CELL_CHARS, _CELL_LINES = 300, 3
_ORDER = {"thead": 0, "tbody": 1, "tfoot": 2}


@dataclass(slots=True)
class Cell:
    """A cell: its entry, its size in columns and rows (0: all that are left), where something can be written into it if it is
    blank, and whether rows of another table stand in it."""

    mark: int
    columns: int
    rows: int
    inside: int
    nested: bool = False


@dataclass(slots=True)
class Row:
    """A row: its first entry, its cells, and whether it only holds the widths of the columns."""

    start: int
    low: bool = False
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table that is being read; `parts` has where its head, bodies and foot begin, `merged` the numbers that stand for
    several cells (their first entry), `has_rows` says that it has rows of several cells."""

    start: int
    row: Row | None = None
    columns: Columns = field(default_factory=Columns)
    parts: list[tuple[str, int]] = field(default_factory=list)
    has_rows: bool = False

    def end_part(self, stream: Stream, name: str) -> None:
        """A head, body or foot begins, or one ends (`tbody`)."""
        self.columns.carried.clear()
        self.parts.append((name, len(stream)))

    def close(self, stream: Stream) -> None:
        """Bring the foot behind the bodies, and the head before them, where they are written in another order."""
        bounds = [("tbody", self.start), *self.parts, ("", len(stream))]
        parts = [(name, start, bounds[n + 1][1]) for n, (name, start) in enumerate(bounds[:-1])]
        parts = [part for part in parts if part[1] < part[2]]
        ordered = sorted(parts, key=lambda part: _ORDER[part[0]])
        if ordered != parts:
            stream.rearrange([(start, end) for _, start, end in ordered])


def close_row(stream: Stream, table: Table, told: dict[int, str]) -> None:
    """End the row of a table; `told` gets the numbers that stand for several cells, by their place."""
    row, table.row = table.row, None
    if row is None:
        return
    if not row.cells:
        table.columns.next_row([])
        return
    end = len(stream)
    stream.add(LINE, stream.origins[end - 1])
    nested = any(cell.nested for cell in row.cells)
    table.has_rows = table.has_rows or nested
    alone = len(row.cells) == 1 and not any(not cell.label for cell in table.columns.carried)
    if nested or alone or _is_layout(stream, row, end):
        for cell in row.cells:
            stream.kinds[cell.mark] = LINE
        table.columns.next_row([])
        return
    _close_cells(stream, row, end)
    if row.low and not stream.words(row.cells[0].mark, end):
        stream.replace(row.cells[0].mark, end, (CELL, TEXT), NOTHING)
        return
    table.has_rows = True
    _Placing(stream, table.columns, told).place(row, end)


def _is_layout(stream: Stream, row: Row, end: int) -> bool:
    for start, stop in _bounds(row, end):
        lines = stream.kinds[start:stop]
        if (
            lines.count(LINE) + lines.count(HARD_LINE) >= _CELL_LINES * 2
            and sum(stream.widths[start:stop]) > _CELL_CHARS
        ):
            return True
    return False


def _bounds(row: Row, end: int) -> list[tuple[int, int]]:
    marks = [cell.mark for cell in row.cells]
    return [(mark + 1, stop) for mark, stop in zip(marks, [*marks[1:], end], strict=True)]


def _close_cells(stream: Stream, row: Row, end: int) -> None:
    """Make one line of each cell, and let a blank one say where it can be written into."""
    for cell, (start, stop) in zip(row.cells, _bounds(row, end), strict=True):
        stream.replace(start, stop, (LINE, HARD_LINE, HARD_TAB), BREAK)
        texts = [at for at in range(start, stop) if stream.kinds[at] == TEXT]
        if any(not _is_blank(stream.text(at)) for at in texts):
            continue
        stream.origins[cell.mark], stream.widths[cell.mark] = _blank_place(stream, cell, texts)
        for at in texts:
            stream.kinds[at] = NOTHING


def _is_blank(text: str) -> bool:
    return not text.strip(" \xa0\u3000\u2002\u2003\u200b\ufeff\u2060")


def _blank_place(stream: Stream, cell: Cell, texts: Sequence[int]) -> tuple[int, int]:
    """Where a blank cell is written into: in the place of the fixed spaces that it holds, else behind the tags that begin it."""
    if not texts:
        return cell.inside, 0
    start = end = stream.origins[texts[0]]
    for at in texts:
        if stream.origins[at] != end:
            break
        end += stream.widths[at]
    return start, end - start


@dataclass(slots=True)
class _Placing:
    """The cells of a row in their columns."""

    stream: Stream
    columns: Columns
    told: dict[int, str]

    def place(self, row: Row, end: int) -> None:
        """Repeat in a row what stands there by a merge and is no label, and note what its own cells leave to the next rows."""
        column, carried = 0, []
        new: list[tuple[int, list[Entry]]] = []
        for cell, (start, stop) in zip(row.cells, _bounds(row, end), strict=True):
            column = self._from_above(column, cell.mark, new)
            words = self.stream.words(start, stop)
            label = is_label(words)
            if label:
                self.columns.head(column, cell.columns)
            elif cell.columns > 1 and (places := self.columns.places(column, cell.columns)) > 1:
                new.append((stop, self._again(cell.mark, start, stop) * (places - 1)))
            if cell.rows != 1:
                rows = cell.rows - 1 if cell.rows else 1 << 16
                carried.append(Carried(column, cell.columns, rows, label, start, stop))
            column += cell.columns
        self._from_above(column, end, new)
        for at, entries in reversed(new):
            self.stream.insert(at, entries)
        self.columns.next_row(carried if not new else self._moved(carried, new))

    def _from_above(self, column: int, at: int, new: list[tuple[int, list[Entry]]]) -> int:
        """The next free column of a row; what is no label takes a place in it."""
        for cell in self.columns.before(column):
            column = cell.column + cell.columns
            if not cell.label:
                new.append((at, self._again(cell.start - 1, cell.start, cell.end)))
        return column

    def _again(self, mark: int, start: int, end: int) -> list[Entry]:
        """The entries of a cell, to be put into another place that it covers; a number is read in neither, and told."""
        stream = self.stream
        texts = [at for at in range(start, end) if stream.kinds[at] == TEXT]
        words = stream.words(start, end)
        origin = stream.origins[texts[0]] if texts else stream.origins[mark]
        if texts and is_number(words):
            self.told[origin] = words
            stream.spelled[origin] = f"{words}?"
            for at in texts[1:]:
                stream.kinds[at] = NOTHING
            stream.widths[texts[0]] = stream.origins[texts[-1]] + stream.widths[texts[-1]] - origin
        content = [(TEXT, stream.origins[at], stream.widths[at]) for at in texts if stream.kinds[at] == TEXT]
        return [(CELL, stream.origins[mark], stream.widths[mark]), *content]

    def _moved(self, carried: list[Carried], new: list[tuple[int, list[Entry]]]) -> list[Carried]:
        """The cells that reach further, their entries where they are now."""
        for cell in carried:
            shift = sum(len(entries) for at, entries in new if at < cell.start)
            cell.start, cell.end = cell.start + shift, cell.end + shift
        return carried
