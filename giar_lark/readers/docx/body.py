"""The body of a document, block by block: a paragraph on a line, a row of a table on a line with its cells parted by tabs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from giar_lark.lang import Text
from giar_lark.readers.docx.bits import TRACKED, Bit, Kind, visible
from giar_lark.readers.docx.ground import ground_of_table
from giar_lark.readers.docx.inline import Around, Inline
from giar_lark.readers.docx.names import DEL, INS, MOVED_AWAY, MOVED_HERE, PPR, RPR, TBL, P, W, is_on
from giar_lark.readers.docx.numbering import Numbering
from giar_lark.readers.docx.page import Page
from giar_lark.readers.docx.rows import Line, RowWriter
from giar_lark.readers.docx.tables import all_text, lays_out, rows_of
from giar_lark.readers.docx.wrapping import Wrapped, unwrapped
from giar_lark.readers.unread import quoted
from giar_lark.source.address import CellSpot, ParagraphSpot, Spot

_CHUNK = f"{W}altChunk"
_TAKEN_MARKS, _ADDED_MARKS = frozenset({DEL, MOVED_AWAY}), frozenset({INS, MOVED_HERE})
_HIDDEN = f"{W}vanish"
# a table of fewer rows has no figures
_DATA_ROWS = 3


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
        if not is_told and any(
            one.tag in _TAKEN_MARKS or one.tag in _ADDED_MARKS for one in _mark_of(paragraph.element)
        ):
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
        writer = RowWriter(self, number, ground_of_table(table.element, self.inline.styles))
        for row in rows:
            if row.change == "deleted":
                quote = quoted(all_text(row.element))
                self.page.changed(self.page.out.at, Text(f"删除了一行“{quote}”", f"a row was deleted, “{quote}”"))
            elif row.hidden:
                self.page.missed("hidden", all_text(row.element))
            elif is_column or lays_out(row, self.inline.depth):
                for cell in row.cells:
                    self.read(
                        Wrapped(cell.element, cell.refusal, cell.depth), CellSpot(number, row.number, cell.number)
                    )
            else:
                writer.write(row)

    def lines_in(self, parent: Wrapped) -> list[Line]:
        """The paragraphs of a cell, those of text boxes behind the one that holds the box.

        Raises: TooDeep.
        """
        lines: list[Line] = []
        for block in self._blocks(parent):
            if isinstance(block, Line):
                lines.append(block)
                boxes = [bit.element for bit in block.bits if bit.kind is Kind.BOX and bit.element is not None]
                for box in boxes:
                    lines += self.lines_in(Wrapped(box, parent.refusal, parent.depth + 4))
            elif block.element.tag == _CHUNK:
                self.page.missed("chunk")
            elif block.element.tag == TBL:
                # only in a text box: tables of a cell itself have made the row a part of the layout
                self.page.missed("table")
        return lines


def _mark_of(paragraph: Element) -> Element | tuple[()]:
    """The properties of the mark that ends a paragraph."""
    properties = paragraph.find(PPR)
    mark = None if properties is None else properties.find(RPR)
    return () if mark is None else mark


def _runs_on(paragraph: Element, bits: Sequence[Bit]) -> bool:
    """Whether a paragraph has no end of its own: its mark was deleted, or it is hidden with all that it holds."""
    mark = _mark_of(paragraph)
    if any(one.tag in _TAKEN_MARKS for one in mark):
        return True
    return any(one.tag == _HIDDEN and is_on(one) for one in mark) and not visible(bits).strip()
