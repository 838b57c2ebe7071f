"""The cells of a sheet to rows of boxes, each where it stands and as it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass, field, replace
from giar_lark.readers.grid import Field
from giar_lark.readers.merges import MOST_COLUMNS, Box
from giar_lark.readers.paper import is_figures
from giar_lark.readers.xlsx.elements import attribute, child, children
from giar_lark.readers.xlsx.formats import Format
from giar_lark.readers.xlsx.headings import is_heading
from giar_lark.readers.xlsx.numbers import displayed
from giar_lark.readers.xlsx.workbook import Sheet, Workbook, text_of
from giar_lark.source.address import SheetSpot

_REFERENCE = lazy_pattern(r"([A-Za-z]{1,3})([0-9]{1,7})")
_USUAL = Format()
_LAST_ROW = 1 << 20
# merged cells do not overlap: a row of a table meets no more of them
_MOST_AREAS = 200


class _Area(NamedTuple):
    """Merged cells: first and last row, first and last column, from 1 and from 0."""

    top: int
    bottom: int
    left: int
    right: int

    def columns(self) -> range:
        """The columns that it covers, as far as a table has any."""
        return range(self.left, min(self.right + 1, self.left + MOST_COLUMNS))


@dataclass(slots=True)
class Row:
    """A row: its number from 1, its boxes in order, the columns that merged cells cover, and the words that are not shown."""

    number: int
    boxes: list[Box] = field(default_factory=list)
    covered: frozenset[int] = frozenset()
    unseen: list[Field] = field(default_factory=list)


class SheetReader:
    """Reads one sheet."""

    def __init__(self, workbook: Workbook, sheet: Sheet) -> None:
        """Note which cells are merged and which columns are hidden."""
        self.workbook, self.sheet = workbook, sheet
        areas = [_area(attribute(one, "ref")) for one in children(child(sheet.root, "mergeCells"), "mergeCell")]
        self.areas = sorted(area for area in areas if area is not None)
        self.hidden_columns = _hidden_columns(sheet.root)

    def rows(self) -> Iterator[Row]:
        """The rows that the sheet has, from top to bottom, those of a table as wide as the table."""
        rows = list(self._own_rows())
        is_framed = any(box.field.framed for row in rows for box in row.boxes)
        width = max((box.column + box.columns for row in rows for box in row.boxes if box.field.is_filled), default=0)
        table: list[Row] = []
        for row in rows:
            is_apart = not row.boxes or _is_paragraph(row, is_framed=is_framed, width=width)
            if is_apart or (table and row.number != table[-1].number + 1):
                yield from _as_wide(table, self.sheet.name)
                table = []
            if is_apart:
                yield row
            else:
                table.append(row)
        yield from _as_wide(table, self.sheet.name)

    def _own_rows(self) -> Iterator[Row]:
        open_areas: list[_Area] = []
        waiting = iter(self.areas)
        upcoming = next(waiting, None)
        number = 0
        for element in children(child(self.sheet.root, "sheetData"), "row"):
            told = attribute(element, "r")
            number = min(int(told), _LAST_ROW) if told.isdigit() else number + 1
            while upcoming is not None and upcoming.top <= number:
                open_areas.append(upcoming)
                upcoming = next(waiting, None)
            open_areas = [area for area in open_areas if area.bottom >= number][:_MOST_AREAS]
            yield self._row(element, number, open_areas)

    def _row(self, element: Element, number: int, areas: Sequence[_Area]) -> Row:
        by_column = {column: area for area in areas for column in area.columns()}
        row, column = Row(number, covered=frozenset(by_column)), -1
        is_hidden = attribute(element, "hidden") in ("1", "true") or self.sheet.hidden
        for cell in children(element, "c"):
            found = _REFERENCE.fullmatch(attribute(cell, "r"))
            column = _column(found[1]) if found else column + 1
            area = by_column.get(column)
            format = self._format(cell)
            content = self._field(cell, format, number, column)
            is_covered = area is not None and (number, column) != (area.top, area.left)
            if not (is_hidden or is_covered or column in self.hidden_columns):
                is_lost = format.lost and is_figures(content.text)
                row.boxes.append(_box(replace(content, text="") if is_lost else content, column, area))
                content = content if is_lost else replace(content, text="" if content.is_filled else _counted(cell))
            if content.is_filled:
                row.unseen.append(content)
        if not is_hidden:
            row.boxes += self._blank_areas(row, areas)
        return row

    def _blank_areas(self, row: Row, areas: Sequence[_Area]) -> Iterator[Box]:
        """The merged cells that begin in a row and that are not stored, because nothing is in them."""
        stored = {box.column for box in row.boxes}
        for area in areas:
            if area.top == row.number and area.left not in stored | self.hidden_columns:
                yield _box(Field("", spot=_spot(self.sheet.name, area.left, row.number)), area.left, area)

    def _format(self, cell: Element) -> Format:
        style = attribute(cell, "s")
        formats = self.workbook.formats
        return formats[int(style)] if style.isdigit() and int(style) < len(formats) else _USUAL

    def _field(self, cell: Element, format: Format, number: int, column: int) -> Field:
        spot = SheetSpot(self.sheet.name, f"{letters(column)}{number}", number)
        return Field(self._text(cell, format), spot=spot, framed=format.framed)

    def _text(self, cell: Element, format: Format) -> str:
        """What a cell shows; its formula, where nobody has computed that yet."""
        kind, value, formula = attribute(cell, "t"), child(cell, "v"), child(cell, "f")
        stored = (value.text or "") if value is not None else ""
        if kind == "inlineStr":
            inline = child(cell, "is")
            return "" if inline is None else text_of(inline)
        if not stored:
            return f"={formula.text or ''}" if formula is not None and kind != "str" else ""
        if kind == "s":
            texts = self.workbook.texts
            return texts[int(stored)] if stored.isdigit() and int(stored) < len(texts) else f"?{stored}"
        if kind == "b":
            return "TRUE" if stored == "1" else "FALSE"
        if kind in ("", "n"):
            return displayed(stored, format.code, from_1904=self.workbook.from_1904)
        return stored


def _counted(cell: Element) -> str:
    """The number in a cell; empty if it has none, or a zero, which many formats leave blank."""
    value = child(cell, "v")
    stored = (value.text or "") if value is not None and attribute(cell, "t") in ("", "n") else ""
    return stored if stored.strip("0.") else ""


def _box(content: Field, column: int, area: _Area | None) -> Box:
    if area is None:
        return Box(content, column)
    return Box(content, column, area.right - area.left + 1, area.bottom - area.top + 1)


def _is_paragraph(row: Row, *, is_framed: bool, width: int) -> bool:
    """Whether a row is none of a table: one cell over all columns, one outside the lines around others, or a heading."""
    filled = [box for box in row.boxes if box.field.is_filled]
    if len(filled) != 1 or sum(box.field.framed for box in row.boxes) > 1:
        return False
    return is_framed or 1 < width <= filled[0].column + filled[0].columns or is_heading(filled[0].field.text)


def _as_wide(rows: Sequence[Row], sheet: str) -> Iterator[Row]:
    """Rows with a blank in each column where none of their own cells stands, as far as the widest goes."""
    boxes = [box for row in rows for box in row.boxes]
    used = [box.column + box.columns for box in boxes if box.field.is_filled or box.field.framed]
    first = min((box.column for box in boxes), default=0)
    last = min(max(used, default=0), first + MOST_COLUMNS)
    for row in rows:
        taken = row.covered.union(box.column for box in row.boxes)
        kept = [box for box in row.boxes if box.column < last or box.field.is_filled]
        blanks = [column for column in range(first, last) if column not in taken] if kept else []
        kept += [Box(Field("", spot=_spot(sheet, column, row.number)), column) for column in blanks]
        row.boxes = sorted(kept, key=lambda box: box.column)
        yield row


def _spot(sheet: str, column: int, row: int) -> SheetSpot:
    return SheetSpot(sheet, f"{letters(column)}{row}", row)


def _hidden_columns(root: Element) -> frozenset[int]:
    hidden: set[int] = set()
    for one in children(child(root, "cols"), "col"):
        first, last = attribute(one, "min"), attribute(one, "max")
        if attribute(one, "hidden") in ("1", "true") and first.isdigit() and last.isdigit():
            hidden.update(range(int(first) - 1, min(int(last), 1 << 14)))
    return frozenset(hidden)


def _area(reference: str) -> _Area | None:
    """The cells that a reference such as `A1:C3` names; None for a single one, or none."""
    first, _, last = reference.partition(":")
    begin, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
    if begin is None or end is None:
        return None
    return _Area(int(begin[2]), int(end[2]), _column(begin[1]), _column(end[1]))


def _column(name: str) -> int:
    """`A` is 0."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def letters(column: int) -> str:
    """The name of a column."""
    name, column = "", column + 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(65 + letter) + name
    return name
