"""Workbooks of spreadsheet programs: every sheet that is shown, in order, its cells as they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from giar_lark.lang import Text
from giar_lark.readers.grid import Field, GridWriter
from giar_lark.readers.layout import LayoutWriter
from giar_lark.readers.limits import Limits
from giar_lark.readers.merges import fields_of
from giar_lark.readers.package import Unfit, open_package
from giar_lark.readers.reader import Reader
from giar_lark.readers.spots import SpotDocument, spots_of, torn_numbers
from giar_lark.readers.xlsx.headings import is_heading
from giar_lark.readers.xlsx.sheet import Row, SheetReader
from giar_lark.readers.xlsx.workbook import Sheet, Workbook, opened
from giar_lark.source.address import SheetSpot, Spot
from giar_lark.source.source import Remark, Source
from giar_lark.source.span import Span

_HIDDEN_CELL = Text("隐藏的单元格", "a hidden cell")
_SHOW_OR_DELETE = Text("要公开的取消隐藏，不要的删去", "show what belongs to the report, delete the rest")
# more hidden cells than a report has are not all pointed at
_MOST_PLACES = 200


def read(data: bytes, name: str, limits: Limits) -> Source:
    """The source in the bytes of a workbook."""
    try:
        workbook, sheets = opened(open_package(data, limits))
        return _read(data, name, workbook, list(sheets))
    except Unfit as unfit:
        return unfit.source(name, "xlsx")


def _read(data: bytes, name: str, workbook: Workbook, sheets: Sequence[Sheet]) -> Source:
    writer = LayoutWriter()
    remarks: list[Remark] = []
    unseen: list[tuple[Sheet, Sequence[Field], int]] = []
    for sheet in sheets:
        rows = list(SheetReader(workbook, sheet).rows())
        unseen.append((sheet, [field for row in rows for field in row.unseen], writer.at))
        remarks += _write(writer, sheet, rows)
    layout = writer.layout()
    starts = layout.starts_by_spot()
    remarks += [remark for sheet, fields, start in unseen if fields for remark in _unseen(sheet, fields, starts, start)]
    document = SpotDocument(data=data, format="xlsx", spots=spots_of(layout))
    return Source(layout.text, name, "xlsx", origin=document, remarks=tuple(remarks))


def _write(writer: LayoutWriter, sheet: Sheet, rows: Sequence[Row]) -> Iterator[Remark]:
    """Write a sheet, behind its name where that is the heading of a part; return what is said of merged numbers."""
    if is_heading(sheet.name) and not sheet.hidden:
        writer.spot(SheetSpot(sheet.name, "A1", 1))
        writer.write(sheet.name, 0)
        writer.line()
    grid, number = GridWriter(writer), 0
    above: Sequence[Field] = ()
    for row, fields in zip(rows, fields_of(row.boxes for row in rows), strict=True):
        if not fields or row.number > number + 1:
            # a row without anything in it need not be stored
            grid.row([Field("", spot=field.spot) for field in above])
        if fields:
            grid.row(fields)
        number, above = row.number, fields
    return torn_numbers(grid.torn.values(), writer)


def _unseen(sheet: Sheet, unseen: Sequence[Field], starts: Mapping[Spot, int], start: int) -> Iterator[Remark]:
    """What is said of words in hidden rows, columns and sheets, once for a sheet: where those cells would be, or where it begins."""
    where = Text(f"工作表“{sheet.name}”", f"sheet “{sheet.name}”")
    if sheet.hidden:
        message = Text(f"{where.zh}是隐藏的，没有读取", f"{where.en} is hidden and was not read")
    else:
        cells = _cells(unseen)
        message = Text(
            f"{where.zh}有 {len(unseen)} 格隐藏着，没有读取：{cells}",
            f"{where.en} has hidden cells that were not read, {len(unseen)} in all: {cells}",
        )
    found = [starts[field.spot] for field in unseen if field.spot is not None and field.spot in starts][:_MOST_PLACES]
    first, *others = [Span(at, at) for at in found] or [Span(start, start)]
    related = tuple((place, _HIDDEN_CELL) for place in others)
    yield Remark("RD-19", message, _SHOW_OR_DELETE, first, related)


def _cells(fields: Sequence[Field]) -> str:
    names = [field.spot.cell for field in fields[:3] if isinstance(field.spot, SheetSpot)]
    return ", ".join(names) + (" …" if len(fields) > len(names) else "")


READER = Reader(format="xlsx", endings=(".xlsx", ".xlsm", ".xltx"), read=read)
