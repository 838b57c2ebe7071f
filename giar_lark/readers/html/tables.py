"""Tables to rows: what is a row of cells, and what only a layout of the page; a merged cell where it belongs."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.lean.records import dataclass, field
from giar_lark.readers.html.merges import Columns, Content, Merges, Placing, is_label
from giar_lark.readers.html.pictures import forget_ornaments
from giar_lark.readers.html.stream import (
    BREAK,
    CELL,
    HARD_LINE,
    HARD_TAB,
    LINE,
    NOTHING,
    TEXT,
    Stream,
)

# a cell of a report never says more than this on more lines; one that does is a part of the page
_CELL_CHARS, _CELL_LINES = 300, 3
_LINE_KINDS = frozenset([LINE, HARD_LINE, HARD_TAB])
_BLANKS = " \t\r\n\f\v\xa0\u3000\u2002\u2003\u200b\ufeff\u2060"
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


def close_row(stream: Stream, table: Table, merges: Merges) -> None:
    """End the row of a table. Raises: TooManyMerges."""
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
    alone = len(row.cells) == 1 and all(cell.label for cell in table.columns.carried)
    alone = alone and not _is_spread(stream, table.columns, row.cells[0], end)
    if nested or alone or _is_layout(stream, row, end):
        for cell in row.cells:
            stream.kinds[cell.mark] = LINE
        table.columns.next_row([])
        return
    contents = [_content(stream, cell, *bounds) for cell, bounds in zip(row.cells, _bounds(row, end), strict=True)]
    if row.low and not any(content.words for content in contents):
        stream.replace(row.cells[0].mark, end, (CELL, TEXT), NOTHING)
        return
    if stream.has_pictures:
        forget_ornaments(stream, contents, is_first=not table.has_rows)
    table.has_rows = True
    Placing(stream, table.columns, merges).place(contents, end)


def _is_spread(stream: Stream, columns: Columns, cell: Cell, end: int) -> bool:
    """Whether the only cell of a row is a blank or a mark for each of the columns that it covers."""
    return columns.places(0, cell.columns) > 1 and not is_label(stream.words(cell.mark + 1, end))


def _is_layout(stream: Stream, row: Row, end: int) -> bool:
    kinds = stream.kinds[row.start : end]
    if kinds.count(LINE) + kinds.count(HARD_LINE) < _CELL_LINES:
        return False
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


def _content(stream: Stream, cell: Cell, start: int, stop: int) -> Content:
    """What a cell holds, made one line of; a blank one says where it can be written into."""
    kinds = stream.kinds
    texts = []
    for at in range(start, stop):
        kind = kinds[at]
        if kind == TEXT:
            texts.append(at)
        elif kind in _LINE_KINDS:
            kinds[at] = BREAK
    words = "".join([stream.text(at).strip(_BLANKS) for at in texts])
    if not words:
        stream.origins[cell.mark], stream.widths[cell.mark] = _blank_place(stream, cell, texts)
        for at in texts:
            kinds[at] = NOTHING
        texts = []
    return Content(cell.mark, cell.columns, cell.rows, stop, tuple(texts), words)


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
