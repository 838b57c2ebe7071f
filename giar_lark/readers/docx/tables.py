"""A table to its rows and cells: each merged cell once, in the row where it begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from giar_lark.findings import Text
from giar_lark.readers.docx.bits import TRACKED
from giar_lark.readers.docx.names import DEL, INS, TBL, TC, TCPR, TR, TRPR, VAL, W, is_on, number, value
from giar_lark.readers.docx.wrapping import Wrapped, unwrapped

_VERTICAL, _HORIZONTAL, _SPAN = f"{W}vMerge", f"{W}hMerge", f"{W}gridSpan"
_TRACKED_MERGE, _CELL_TAKEN, _CELL_ADDED = f"{W}cellMerge", f"{W}cellDel", f"{W}cellIns"


class Cell(NamedTuple):
    """A cell, and its number in the row from 1, counted over all that the row has.

    `covered` says that another cell is merged over it, so that its own content is not shown; `change` is what a tracked
    change has done to it.
    """

    element: Element
    number: int
    refusal: Text | None
    depth: int
    covered: bool = False
    change: str = ""


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
    reader, rows = _Reader(most), unwrapped(table.element, table.refusal, table.depth, most)
    for at, row in enumerate((one for one in rows if one.element.tag == TR), start=1):
        yield reader.row(row, at)


def has_tables(cell: Cell) -> bool:
    """Whether another table stands in a cell."""
    return next(cell.element.iter(TBL), None) is not None


class _Reader:
    """Knows at which columns of the grid the cells of the row before begin: only these go on below."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.above: frozenset[int] = frozenset()

    def row(self, row: Wrapped, at: int) -> Row:
        properties = row.element.find(TRPR)
        change = _change(properties, DEL, INS)
        refusal = TRACKED if change else row.refusal
        column, open_columns, cells = number(value(properties, f"{W}gridBefore")), set(), []
        elements = unwrapped(row.element, refusal, row.depth, self.most)
        for count, one in enumerate((one for one in elements if one.element.tag == TC), start=1):
            cell_properties = one.element.find(TCPR)
            merge = _vertical(cell_properties)
            goes_on = merge == "continue" and column in self.above
            if merge:
                open_columns.add(column)
            covered = goes_on or _merge(cell_properties, _HORIZONTAL) == "continue"
            what = _change(cell_properties, _CELL_TAKEN, _CELL_ADDED)
            cells.append(Cell(one.element, count, TRACKED if what else one.refusal, one.depth, covered, what))
            column += max(number(value(cell_properties, _SPAN), 1), 1)
        if change != "deleted":
            self.above = frozenset(open_columns)
        hidden = properties is not None and is_on(properties.find(f"{W}hidden"))
        return Row(row.element, at, tuple(cells), hidden, change)


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
