"""The rows of a table that holds data: each on a line, its labels, then a place for every value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol
from xml.etree.ElementTree import Element

from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass, field
from giar_lark.readers.docx.bits import MERGED, TRACKED, Bit, Kind, visible
from giar_lark.readers.docx.ground import ground_of_cell
from giar_lark.readers.docx.heads import Heads
from giar_lark.readers.docx.inline import Inline
from giar_lark.readers.docx.page import Page
from giar_lark.readers.docx.tables import Cell, Covered, Row, all_text, has_tables, row_inside
from giar_lark.readers.docx.wrapping import Wrapped
from giar_lark.readers.merges import is_label, is_number
from giar_lark.readers.unread import quoted
from giar_lark.source.address import CellSpot


class Line(NamedTuple):
    """A paragraph: its element, the number in front of it, its bits."""

    element: Element
    number: str
    bits: list[Bit]

    @property
    def text(self) -> str:
        """What is to be seen of it."""
        return f"{self.number}{visible(self.bits)}".strip()


class Reading(Protocol):
    """The reading of a document, as far as its tables need it."""

    page: Page
    inline: Inline
    tables: int

    def lines_in(self, parent: Wrapped) -> list[Line]:
        """The paragraphs of a cell."""
        ...


class Held(NamedTuple):
    """What a cell holds that may reach over others: its text, how many places it takes in a row, and its entry in `merged`."""

    text: str
    places: int
    name: int


@dataclass(slots=True)
class RowWriter:
    """Writes the rows of one table, whose number it is given, in order."""

    reading: Reading
    table: int
    # what is painted behind it; see `ground.py`
    ground: str
    heads: Heads = field(default_factory=Heads)
    # by the column where each began, what the cells of the rows above hold
    held: dict[int, Held] = field(default_factory=dict)
    _is_first: bool = True
    _is_even: bool = False
    _cells_held: int = 0

    def write(self, row: Row) -> None:
        """Write a row; one that only goes on with cells from above is none."""
        page = self.reading.page
        start, page.in_added_row, self._is_first = page.out.at, row.change == "inserted", True
        self._is_even = self._fits(row)
        for cell, spot in self._cells(row):
            if cell.covered and not self._is_repeated(cell):
                page.missed("hidden", all_text(cell.element))
            if cell.covered is Covered.ABOVE:
                self._go_on(cell, spot)
            elif cell.change == "deleted":
                quote = quoted(all_text(cell.element))
                page.changed(page.out.at, Text(f"删除了一格“{quote}”", f"a cell was deleted, “{quote}”"))
            elif not cell.covered:
                self._open(cell, spot)
        if row.change:
            page.changed(start, Text("插入了一行", "a row was inserted"))
        page.in_added_row = False
        if not self._is_first:
            page.line()

    def _fits(self, row: Row) -> bool:
        """Whether a row has a cell for each of the columns over its values.

        Word moves borders apart that are meant to be one, and calls what is a hair wider a cell over two columns.
        """
        values = [
            cell for cell in row.cells if cell.covered is not Covered.LEFT and not is_label(all_text(cell.element))
        ]
        if not values:
            return True
        width = values[-1].column + values[-1].columns - values[0].column
        return len(values) >= self.heads.places(values[0].column, width)

    def _cells(self, row: Row) -> Iterator[tuple[Cell, CellSpot]]:
        """The cells of a row, those of a table of one row inside among them."""
        for cell in row.cells:
            inside = row_inside(cell, self.reading.inline.depth) if has_tables(cell) else None
            if inside is None:
                yield cell, CellSpot(self.table, row.number, cell.number)
                continue
            self.reading.tables += 1
            for inner in inside.cells:
                yield inner._replace(columns=1, reaches_down=False), CellSpot(self.reading.tables, 1, inner.number)

    def _open(self, cell: Cell, spot: CellSpot) -> None:
        """Write a cell where it begins: a label once, a blank or a mark in each place that it covers, a number in none."""
        lines = self._lines(cell)
        text = " ".join(line.text for line in lines if line.text)
        places = 1
        if is_label(text):
            self.heads.add(cell.column, cell.columns)
        elif not self._is_even:
            places = self.heads.places(cell.column, cell.columns)
        self._cells_held += 1
        held = Held(text, places, self._cells_held)
        if cell.reaches_down:
            self.held[cell.column] = held
        merged = places > 1 or cell.reaches_down
        self._begin(spot)
        if merged and is_number(text):
            self._again(held, spot, places, is_begun=True)
            return
        if any(line.text for line in lines):
            self._text(lines)
        else:
            self._blank(cell, lines, merged=merged and not is_label(text))
        self._again(held, spot, places - 1)

    def _lines(self, cell: Cell) -> Sequence[Line]:
        inline = self.reading.inline
        inline.ground = ground_of_cell(cell.element, self.ground)
        lines = self.reading.lines_in(Wrapped(cell.element, cell.refusal, cell.depth))
        inline.ground = ""
        return lines

    def _is_repeated(self, cell: Cell) -> bool:
        """Whether a cell that another is merged over says what that one does, as some programs write it."""
        held = self.held.get(cell.column)
        return held is not None and "".join(all_text(cell.element).split()) == "".join(held.text.split())

    def _go_on(self, cell: Cell, spot: CellSpot) -> None:
        """Write again what reaches into a row from above, unless it is a label."""
        held = self.held.get(cell.column)
        if held is not None and not is_label(held.text):
            self._again(held, spot, held.places)

    def _again(self, held: Held, spot: CellSpot, times: int, *, is_begun: bool = False) -> None:
        page = self.reading.page
        for count in range(times):
            if count or not is_begun:
                self._begin(spot)
            if is_number(held.text):
                page.merged(held.text, (self.table, held.name))
            elif held.text:
                page.generated(held.text, MERGED)
            else:
                page.blank(None, MERGED)

    def _begin(self, spot: CellSpot) -> None:
        if not self._is_first:
            self.reading.page.tab()
        self._is_first = False
        self.reading.page.out.spot(spot)

    def _text(self, lines: Sequence[Line]) -> None:
        page, is_first = self.reading.page, True
        for line in lines:
            if line.text:
                if not is_first:
                    page.space()
                is_first = False
                page.number(line.number if visible(line.bits).strip() else line.number.rstrip())
            page.bits(_trimmed(line.bits), in_cell=True)

    def _blank(self, cell: Cell, lines: Sequence[Line], *, merged: bool) -> None:
        element, refusal = _blank_anchor(cell, lines)
        self.reading.page.blank(element, MERGED if merged else refusal)
        for line in lines:
            self.reading.page.bits(_trimmed(line.bits), in_cell=True)


def _blank_anchor(cell: Cell, lines: Sequence[Line]) -> tuple[Element | None, Text | None]:
    """Where the text of a blank cell would go, and why it may not."""
    bits = [bit for line in lines for bit in line.bits]
    if any(bit.kind is Kind.DELETED for bit in bits):
        return None, TRACKED
    texts = [bit for bit in bits if bit.kind is Kind.TEXT and bit.element is not None]
    if texts:
        return texts[0].element, texts[0].refusal or cell.refusal
    return (lines[0].element if lines else None), cell.refusal


def _trimmed(bits: list[Bit]) -> list[Bit]:
    """The bits of a paragraph in a cell without the blanks at its edges, which nobody sees."""
    seen = [at for at, bit in enumerate(bits) if bit.kind is Kind.TEXT and bit.text.strip()]
    first, last = (seen[0], seen[-1]) if seen else (len(bits), -1)
    blanks = (Kind.TEXT, Kind.TAB, Kind.BREAK)
    return [bit for at, bit in enumerate(bits) if first <= at <= last or bit.kind not in blanks]
