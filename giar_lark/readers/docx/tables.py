"""A table to its rows and cells, and which of them lay out the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from xml.etree.ElementTree import Element

from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.readers.docx.bits import TRACKED
from giar_lark.readers.docx.names import DEL, INS, TBL, TC, TCPR, TEXTS, TR, TRPR, VAL, P, W, is_on, number, value
from giar_lark.readers.docx.wrapping import Wrapped, unwrapped
from giar_lark.readers.hairs import borders_of, column_at

_VERTICAL, _HORIZONTAL, _SPAN = f"{W}vMerge", f"{W}hMerge", f"{W}gridSpan"
_GRID_COLUMN, _WIDTH = f"{W}tblGrid/{W}gridCol", f"{W}w"
_TRACKED_MERGE, _CELL_TAKEN, _CELL_ADDED = f"{W}cellMerge", f"{W}cellDel", f"{W}cellIns"
# a cell with as many paragraphs and characters is no cell of a table but a part of the page
_PAGE_PARAGRAPHS, _PAGE_CHARS = 4, 200


class Covered(Enum):
    """From where another cell is merged over a cell, whose own content is then not shown."""

    ABOVE = "above"
    LEFT = "left"


class Cell(NamedTuple):
    """A cell; its number in the row from 1, counted over all that the row has; its column of the grid, and how many it takes.

    `reaches_down` says that it is merged with the one below, `change` what a tracked change has done to it.
    """

    element: Element
    number: int
    column: int
    columns: int
    refusal: Text | None
    depth: int
    covered: Covered | None = None
    change: str = ""
    reaches_down: bool = False


class Row(NamedTuple):
    """A row, its number in the table from 1, and its cells in order; `hidden` where it is not shown."""

    element: Element
    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False
    change: str = ""


def rows_of(table: Wrapped, most: int) -> Iterator[Row]:
    """The rows of a table.

    Raises: TooDeep.
    """
    reader, waiting = _Reader(most, _borders(table.element)), None
    rows = unwrapped(table.element, table.refusal, table.depth, most)
    for at, one in enumerate((one for one in rows if one.element.tag == TR), start=1):
        row = reader.row(one, at)
        if row.change == "deleted":
            yield row
            continue
        if waiting is not None:
            yield _reaching(waiting, row)
        waiting = row
    if waiting is not None:
        yield waiting


def _borders(table: Element) -> Sequence[int]:
    """The columns of a table by the borders of its grid, whose widths are in twentieths of a point."""
    return borders_of([number(column.get(_WIDTH)) / 20 for column in table.iterfind(_GRID_COLUMN)])


def has_tables(cell: Cell) -> bool:
    """Whether another table stands in a cell."""
    return next(cell.element.iter(TBL), None) is not None


def lays_out(row: Row, most: int) -> bool:
    """Whether a row is there to lay out the page: it holds tables, or prose."""
    return any(_is_prose(cell.element) or (has_tables(cell) and row_inside(cell, most) is None) for cell in row.cells)


def row_inside(cell: Cell, most: int) -> Row | None:
    """The only row of the only table in a cell that has nothing else: it goes on with the row that it stands in."""
    blocks = list(unwrapped(cell.element, cell.refusal, cell.depth, most))
    tables = [one for one in blocks if one.element.tag == TBL]
    rest = "".join(all_text(one.element) for one in blocks if one.element.tag == P)
    if len(tables) != 1 or rest.strip():
        return None
    rows = list(rows_of(tables[0], most))
    if len(rows) != 1 or rows[0].hidden or rows[0].change or any(map(has_tables, rows[0].cells)):
        return None
    return rows[0]


def all_text(element: Element) -> str:
    """Every text in an element, deleted ones, too, one behind the other."""
    return " ".join(one.text or "" for one in element.iter() if one.tag in TEXTS)


def _is_prose(cell: Element) -> bool:
    texts = [all_text(paragraph) for paragraph in cell.iterfind(P)] if len(cell) > _PAGE_PARAGRAPHS else []
    return sum(bool(text.strip()) for text in texts) >= _PAGE_PARAGRAPHS and sum(map(len, texts)) >= _PAGE_CHARS


def _reaching(row: Row, below: Row) -> Row:
    """A row in which the cells that go on in the one below know of it."""
    columns = {cell.column for cell in below.cells if cell.covered is Covered.ABOVE}
    if not columns:
        return row
    return row._replace(cells=tuple(cell._replace(reaches_down=cell.column in columns) for cell in row.cells))


class _Reader:
    """Knows at which columns of the grid the cells of the row before begin: only these go on below."""

    def __init__(self, most: int, borders: Sequence[int]) -> None:
        self.most, self.borders = most, borders
        self.above: frozenset[int] = frozenset()

    def row(self, row: Wrapped, at: int) -> Row:
        properties = row.element.find(TRPR)
        change = _change(properties, DEL, INS)
        refusal = TRACKED if change else row.refusal
        border, open_columns = max(number(value(properties, f"{W}gridBefore")), 0), set()
        cells: list[Cell] = []
        elements = unwrapped(row.element, refusal, row.depth, self.most)
        for count, one in enumerate((one for one in elements if one.element.tag == TC), start=1):
            span = max(number(value(one.element.find(TCPR), _SPAN), 1), 1)
            column, border = column_at(self.borders, border), border + span
            columns = column_at(self.borders, border) - column
            if not columns and not all_text(one.element).strip():
                continue
            cell = self._cell(one, count, column, max(columns, 1))
            if _vertical(one.element.find(TCPR)):
                open_columns.add(column)
            if cell.covered is Covered.LEFT and cells:
                cells[-1] = _widened(cells[-1], cell)
            cells.append(cell)
        if change != "deleted":
            self.above = frozenset(open_columns)
        hidden = properties is not None and is_on(properties.find(f"{W}hidden"))
        return Row(row.element, at, tuple(cells), hidden, change)

    def _cell(self, one: Wrapped, count: int, column: int, columns: int) -> Cell:
        properties = one.element.find(TCPR)
        covered = None
        if _merge(properties, _HORIZONTAL) == "continue":
            covered = Covered.LEFT
        elif _vertical(properties) == "continue" and column in self.above:
            covered = Covered.ABOVE
        change = _change(properties, _CELL_TAKEN, _CELL_ADDED)
        return Cell(one.element, count, column, columns, TRACKED if change else one.refusal, one.depth, covered, change)


def _widened(cell: Cell, by: Cell) -> Cell:
    """A cell that reaches over another beside it."""
    return cell if cell.covered else cell._replace(columns=cell.columns + by.columns)


def _vertical(properties: Element | None) -> str:
    """`restart`, `continue` or nothing; the merging that a tracked change has brought counts like any."""
    tracked = None if properties is None else properties.find(_TRACKED_MERGE)
    tracked_as = None if tracked is None else tracked.get(_VERTICAL)
    return _merge(properties, _VERTICAL) or {"cont": "continue", "rest": "restart"}.get(tracked_as or "", "")


def _merge(properties: Element | None, name: str) -> str:
    """What a merging says, which goes on where it says nothing; empty where there is none."""
    found = None if properties is None else properties.find(name)
    return "" if found is None else found.get(VAL, "continue")


def _change(properties: Element | None, taken: str, added: str) -> str:
    if properties is None:
        return ""
    if properties.find(taken) is not None:
        return "deleted"
    return "inserted" if properties.find(added) is not None else ""
