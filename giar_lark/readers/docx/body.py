"""The body of a document, block by block: a paragraph on a line, a row of a table on a line with its cells parted by tabs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from giar_lark.address import CellSpot, ParagraphSpot, Spot
from giar_lark.findings import Text
from giar_lark.readers.docx.bits import TRACKED, Bit, Kind, visible
from giar_lark.readers.docx.inline import Around, Inline
from giar_lark.readers.docx.names import PPR, RPR, TBL, TEXTS, P, W, is_on
from giar_lark.readers.docx.numbering import Numbering
from giar_lark.readers.docx.page import Page, quoted
from giar_lark.readers.docx.tables import Cell, Row, has_tables, rows_of
from giar_lark.readers.docx.wrapping import Wrapped, unwrapped

_CHUNK = f"{W}altChunk"
# a cell with as many paragraphs and characters is no cell of a table but a part of the page
_PAGE_PARAGRAPHS, _PAGE_CHARS = 4, 200
_TAKEN_MARKS = tuple(f"{PPR}/{RPR}/{W}{name}" for name in ("del", "moveFrom"))
_ADDED_MARKS = tuple(f"{PPR}/{RPR}/{W}{name}" for name in ("ins", "moveTo"))
_HIDDEN_MARK = f"{PPR}/{RPR}/{W}vanish"
# a table of fewer rows has no figures
_DATA_ROWS = 3


class Line(NamedTuple):
    """A paragraph: its element, the number in front of it, its bits."""

    element: Element
    number: str
    bits: list[Bit]

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to be seen of it."""
        return bool(self.number.strip() or visible(self.bits).strip())


class Body:
    """Reads blocks in the order of the text, counting paragraphs outside tables, and tables, as a person would."""

    def __init__(self, page: Page, inline: Inline, numbering: Numbering) -> None:
        """What is read is written on a page."""
        self.page, self.inline, self.numbering = page, inline, numbering
        self.paragraphs = self.tables = self.data_tables = 0

    def read(self, parent: Wrapped, spot: Spot | None = None) -> None:
        """Read the blocks in an element, which stand at a spot; without one, paragraphs are counted.

        Raises: TooDeep.
        """
        for block in self._blocks(parent):
            if isinstance(block, Line):
                self._line(block, parent, spot)
            elif block.element.tag == TBL:
                self._table(block)
            elif block.element.tag == _CHUNK:
                self.page.missed("chunk")

    def _blocks(self, parent: Wrapped) -> Iterator[Line | Wrapped]:
        """Paragraphs as lines and other blocks; a paragraph whose mark was deleted runs on into the next."""
        waiting: list[Bit] = []
        last: Element | None = None
        for one in unwrapped(*parent, self.inline.depth):
            if one.element.tag != P:
                if last is not None and one.element.tag == TBL:
                    yield self._numbered(last, waiting)
                    waiting, last = [], None
                yield one
                continue
            waiting += self._bits(one)
            if _runs_on(one.element, waiting):
                last = one.element
                self.paragraphs += parent.element.tag == f"{W}body"
                continue
            yield self._numbered(one.element, waiting)
            waiting, last = [], None
        if last is not None:
            yield Line(last, "", waiting)

    def _bits(self, paragraph: Wrapped) -> list[Bit]:
        bits = self.inline.bits(paragraph.element, Around(paragraph.refusal, None, paragraph.depth))
        is_told = any(bit.kind is Kind.DELETED or bit.refusal is TRACKED for bit in bits)
        if not is_told and any(paragraph.element.find(mark) is not None for mark in (*_TAKEN_MARKS, *_ADDED_MARKS)):
            bits.append(Bit(Kind.MARKED))
        return bits

    def _numbered(self, paragraph: Element, bits: list[Bit]) -> Line:
        return Line(paragraph, self.numbering.next(paragraph.find(PPR)), bits)

    def _line(self, line: Line, parent: Wrapped, spot: Spot | None) -> None:
        if spot is None:
            self.paragraphs += 1
        here = spot or ParagraphSpot(max(self.paragraphs, 1))
        self.page.out.spot(here)
        self.page.number(line.number)
        boxes = self.page.bits(line.bits, in_cell=False)
        self.page.line()
        for box in boxes:
            self.read(Wrapped(box, parent.refusal, parent.depth + 4), here)

    def _table(self, table: Wrapped) -> None:
        self.tables += 1
        number, rows = self.tables, list(rows_of(table, self.inline.depth))
        is_column = all(len(row.cells) < 2 for row in rows)
        self.data_tables += not is_column and len(rows) >= _DATA_ROWS
        for row in rows:
            if row.change == "deleted":
                quote = quoted(_all_text(row.element))
                self.page.changed(self.page.out.at, Text(f"删除了一行“{quote}”", f"a row was deleted, “{quote}”"))
            elif row.hidden:
                self._hide(row.element)
            elif is_column or self._lays_out(row):
                for cell in row.cells:
                    self.read(
                        Wrapped(cell.element, cell.refusal, cell.depth), CellSpot(number, row.number, cell.number)
                    )
            else:
                self._row(row, number)

    def _lays_out(self, row: Row) -> bool:
        """Whether a row is there to lay out the page: it holds tables, or prose."""
        return any(
            _is_prose(cell.element) or (has_tables(cell) and self._row_inside(cell) is None) for cell in row.cells
        )

    def _row_inside(self, cell: Cell) -> tuple[Wrapped, Row] | None:
        """The only row of the only table in a cell that has nothing else: it goes on with the row that it stands in."""
        blocks = list(unwrapped(cell.element, cell.refusal, cell.depth, self.inline.depth))
        tables = [one for one in blocks if one.element.tag == TBL]
        rest = "".join(_all_text(one.element) for one in blocks if one.element.tag == P)
        if len(tables) != 1 or rest.strip():
            return None
        rows = list(rows_of(tables[0], self.inline.depth))
        if len(rows) != 1 or rows[0].hidden or rows[0].change or any(map(has_tables, rows[0].cells)):
            return None
        return tables[0], rows[0]

    def _row(self, row: Row, table: int) -> None:
        start, self.page.in_added_row = self.page.out.at, row.change == "inserted"
        is_first = True
        for cell, spot in self._cells(row, table):
            if cell.covered:
                self._hide(cell.element)
                continue
            if cell.change == "deleted":
                quote = quoted(_all_text(cell.element))
                self.page.changed(self.page.out.at, Text(f"删除了一格“{quote}”", f"a cell was deleted, “{quote}”"))
                continue
            if not is_first:
                self.page.tab()
            is_first = False
            self.page.out.spot(spot)
            self._cell(cell)
        if row.change:
            self.page.changed(start, Text("插入了一行", "a row was inserted"))
        self.page.in_added_row = False
        if not is_first:
            self.page.line()

    def _cells(self, row: Row, table: int) -> Iterator[tuple[Cell, CellSpot]]:
        """The cells of a row, those of a table of one row inside among them."""
        for cell in row.cells:
            inside = self._row_inside(cell) if has_tables(cell) else None
            if inside is None:
                yield cell, CellSpot(table, row.number, cell.number)
                continue
            self.tables += 1
            for inner in inside[1].cells:
                yield inner, CellSpot(self.tables, 1, inner.number)

    def _hide(self, element: Element) -> None:
        """Note the text of a row or a cell that is not shown."""
        text = quoted(_all_text(element))
        if text:
            self.page.missed("hidden", text)

    def _cell(self, cell: Cell) -> None:
        lines = self._lines_in(Wrapped(cell.element, cell.refusal, cell.depth))
        shown = [line for line in lines if line.is_shown]
        if not shown:
            self.page.blank(*_blank_anchor(cell, lines))
        is_first = True
        for line in lines:
            if line.is_shown and not is_first:
                self.page.space()
            if line.is_shown:
                is_first = False
                self.page.number(line.number if visible(line.bits).strip() else line.number.rstrip())
            self.page.bits(_trimmed(line.bits), in_cell=True)

    def _lines_in(self, parent: Wrapped) -> list[Line]:
        """The paragraphs of a cell, those of text boxes behind the one that holds the box."""
        lines: list[Line] = []
        for block in self._blocks(parent):
            if isinstance(block, Line):
                lines.append(block)
                boxes = [bit.element for bit in block.bits if bit.kind is Kind.BOX and bit.element is not None]
                for box in boxes:
                    lines += self._lines_in(Wrapped(box, parent.refusal, parent.depth + 4))
            elif block.element.tag == _CHUNK:
                self.page.missed("chunk")
            elif block.element.tag == TBL:
                # only in a text box: tables of a cell itself have made the row a part of the layout
                self.page.missed("table", quoted(_all_text(block.element)))
        return lines


def _runs_on(paragraph: Element, bits: Sequence[Bit]) -> bool:
    """Whether a paragraph has no end of its own: its mark was deleted, or it is hidden with all that it holds."""
    if any(paragraph.find(mark) is not None for mark in _TAKEN_MARKS):
        return True
    return is_on(paragraph.find(_HIDDEN_MARK)) and not visible(bits).strip()


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


def _is_prose(cell: Element) -> bool:
    texts = [_all_text(paragraph) for paragraph in cell.iterfind(P)] if len(cell) > _PAGE_PARAGRAPHS else []
    return sum(bool(text.strip()) for text in texts) >= _PAGE_PARAGRAPHS and sum(map(len, texts)) >= _PAGE_CHARS


def _all_text(element: Element) -> str:
    return " ".join(one.text or "" for one in element.iter() if one.tag in TEXTS)
