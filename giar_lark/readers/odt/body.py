"""The blocks of a document in their order: paragraphs, lists, tables, boxes, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from xml.etree.ElementTree import Element

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass, field
from giar_lark.readers.grid import Field, GridWriter
from giar_lark.readers.hairs import borders_of, column_at
from giar_lark.readers.layout import LayoutWriter
from giar_lark.readers.merges import MOST_COLUMNS, Box, fields_of
from giar_lark.readers.odt.inline import Inline
from giar_lark.readers.odt.names import (
    CELL,
    CHANGES,
    COLUMN,
    COVERED,
    FRAME,
    GRID,
    HEADING,
    LIST,
    PARAGRAPHS,
    ROW,
    TABLE,
    TEXT,
    count,
)
from giar_lark.readers.odt.pictures import is_picture, told_of
from giar_lark.readers.odt.styles import Numbering, Styles
from giar_lark.readers.paper import PAPER
from giar_lark.source.address import CellSpot, ParagraphSpot, Spot

# what repeats the document, and what belongs to no place in it
_ASIDE = (CHANGES, f"{TEXT}table-of-content", f"{TEXT}sequence-decls", f"{TEXT}variable-decls")
_ROW_GROUPS = (f"{TABLE}table-rows", f"{TABLE}table-header-rows", f"{TABLE}table-row-group")
_COLUMNS_SPANNED = f"{TABLE}number-columns-spanned"
_ITEMS = (f"{TEXT}list-item", f"{TEXT}list-header")


class Unseen(NamedTuple):
    """What is not read, the spot it stands at, and how much was written before; see `Unread`."""

    spot: Spot
    before: int
    what: str
    words: str = ""


@dataclass(slots=True)
class Body:
    """Writes blocks as layout text; `unread` is what stands in them and is not written."""

    writer: LayoutWriter
    styles: Styles
    numbering: Numbering
    grid: GridWriter = field(init=False)
    unread: list[Unseen] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0

    def __post_init__(self) -> None:
        """Begin without a table."""
        self.grid = GridWriter(self.writer)

    def blocks(self, parent: Element) -> None:
        """Write all blocks in an element, whatever stands around them."""
        for child in parent:
            if child.tag in PARAGRAPHS:
                self._paragraph(child, self._own_label(child))
            elif child.tag == LIST:
                self._list(child, "", 1, [])
            elif child.tag == GRID:
                self._table(child)
            elif child.tag == FRAME and is_picture(child):
                self._pictures([child], ParagraphSpot(max(self.paragraphs, 1)))
            elif child.tag not in _ASIDE:
                self.blocks(child)

    def _paragraph(self, element: Element, label: str) -> None:
        self.paragraphs += 1
        self._lines(element, label, ParagraphSpot(self.paragraphs))

    def _lines(self, element: Element, label: str, spot: Spot) -> None:
        inline = self._inline(element, spot)
        self.writer.spot(spot)
        for number, line in enumerate(inline.lines):
            self.writer.write(label + line if number == 0 else line, 0)
            self.writer.line()
        for apart in (*inline.apart, *inline.notes):
            self.blocks(apart)

    def _inline(self, element: Element, spot: Spot, ground: str = "") -> Inline:
        inline = Inline(self.styles, ground)
        inline.read(element)
        self.unread += [Unseen(spot, self.writer.at, what, words) for what, words in inline.unread]
        self._pictures(inline.pictures, spot)
        return inline

    def _pictures(self, frames: Sequence[Element], spot: Spot) -> None:
        told = (told_of(frame, in_cell=isinstance(spot, CellSpot)) for frame in frames)
        self.unread += [Unseen(spot, self.writer.at, what) for what in told if what]

    def _own_label(self, element: Element) -> str:
        """The number of a heading that a list numbers by its style."""
        style = self.styles.lists.get(element.get(f"{TEXT}style-name", ""), "")
        level = element.get(f"{TEXT}outline-level", "1")
        if element.tag != HEADING or not style or not level.isdigit():
            return ""
        return self.numbering.label(self.numbering.opened_again(style), style, int(level), element)

    def _list(self, element: Element, style: str, depth: int, counts: list[int]) -> None:
        style = element.get(f"{TEXT}style-name", "") or style
        if depth == 1:
            counts = self.numbering.opened(element, style)
        for item in element:
            label = self.numbering.label(counts, style, depth, item) if _is_numbered(item) else ""
            for child in item if item.tag in _ITEMS else ():
                if child.tag == LIST:
                    self._list(child, style, depth + 1, counts)
                elif child.tag in PARAGRAPHS:
                    self._paragraph(child, label)
                    label = ""
                elif child.tag == GRID:
                    self._table(child)
                else:
                    self.blocks(child)

    def _table(self, element: Element) -> None:
        self.tables += 1
        table = self.tables
        rows = list(_rows(element))
        borders = borders_of([self.styles.widths.get(style, 0.0) for style in _column_styles(element)])
        boxes = (self._boxes(row, borders, table, number) for number, row in enumerate(rows, 1))
        if any(cell.find(f".//{GRID}") is not None for row in rows for cell in row):
            for cell in (cell for row in rows for cell in row if cell.tag == CELL):
                self.blocks(cell)
            return
        for fields in fields_of(boxes):
            self.grid.row([Field(f.text, f.origin, f.width, f.spot, True, f.torn) for f in fields])
        notes, self.notes = self.notes, []
        for note in notes:
            self.blocks(note)

    def _boxes(self, row: Element, borders: Sequence[int], table: int, number: int) -> Sequence[Box]:
        boxes: list[Box] = []
        border = 0
        for order, cell in enumerate((cell for cell in row if cell.tag in (CELL, COVERED)), 1):
            repeated = count(cell, f"{TABLE}number-columns-repeated", MOST_COLUMNS)
            spot = CellSpot(table, number, order)
            for _ in range(repeated if cell.tag == CELL else 0):
                text = " ".join(line.strip() for line in self._cell(cell, spot) if line.strip())
                column, end = column_at(borders, border), border + count(cell, _COLUMNS_SPANNED, MOST_COLUMNS)
                columns = column_at(borders, end) - column
                if columns or text:
                    rows = count(cell, f"{TABLE}number-rows-spanned")
                    boxes.append(Box(Field(text, spot=spot), column, max(columns, 1), rows))
                border += 1
            border += repeated if cell.tag == COVERED else 0
        return boxes

    def _cell(self, cell: Element, spot: CellSpot) -> Iterator[str]:
        """The lines of a cell and of the boxes in it; its notes stand behind the table."""
        ground = self.styles.grounds.get(cell.get(f"{TABLE}style-name", ""), PAPER)
        for element in _paragraphs(cell):
            inline = self._inline(element, spot, ground)
            self.notes += inline.notes
            yield from inline.lines
            for apart in inline.apart:
                yield from self._cell(apart, spot)


def _is_numbered(item: Element) -> bool:
    return item.tag == _ITEMS[0]


def _column_styles(table: Element) -> Iterator[str]:
    """The style of each column of a table."""
    for column in islice(table.iter(COLUMN), MOST_COLUMNS):
        style = column.get(f"{TABLE}style-name", "")
        yield from [style] * count(column, f"{TABLE}number-columns-repeated", MOST_COLUMNS)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == ROW:
            yield from [child] * count(child, f"{TABLE}number-rows-repeated")
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child)


def _paragraphs(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag in PARAGRAPHS:
            yield child
        elif child.tag not in _ASIDE:
            yield from _paragraphs(child)
