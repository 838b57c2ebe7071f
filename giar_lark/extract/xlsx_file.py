"""A dataset as a workbook: a sheet of records, and a sheet that says what the columns mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from giar_lark.extract.dictionary import dictionary_rows
from giar_lark.extract.record import Value, typed
from giar_lark.extract.rows import Rows
from giar_lark.extract.schema import Column
from giar_lark.extract.sink import Sink
from giar_lark.markup.xml_text import xml_text

_MOST_ROWS = 1_048_576
# a spreadsheet keeps 15 digits of a number; what has more is written as text, so that none is lost
_DIGITS = 15
# a sheet of a few hundred thousand reports takes more than 4 GiB before it is packed
_OPTIONS = {"constant_memory": True, "default_date_format": "yyyy-mm-dd", "use_zip64": True}
# in place of the moment at which the file was made: the same records give the same bytes
_NO_MOMENT = datetime(2000, 1, 1)


class XlsxSink(Sink):
    """Rows leave memory as they are written. Blank: an empty cell. Texts are never formulas."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        """Begin with a row of the columns' names that stays in sight."""
        super().__init__(path, columns)
        self._book = Workbook(str(self.part), _OPTIONS)
        self._book.set_properties({"created": _NO_MOMENT})
        self._head = self._book.add_format({"bold": True, "bg_color": "#E9EDF1"})
        self._names = [column.name for column in columns]
        self._kinds = [column.kind for column in columns]
        self._sheets = 0
        self._begin()

    def write(self, rows: Rows) -> None:
        """Add the rows of a document; a sheet that is full is followed by another."""
        for row in rows.each():
            if self._row == _MOST_ROWS:
                self._begin()
            for number, (kind, value) in enumerate(zip(self._kinds, row, strict=True)):
                put(self._sheet, self._row, number, typed(kind, value))
            self._row += 1

    def finish(self) -> None:
        """Add the sheet of meanings, and write the file."""
        sheet = self._book.add_worksheet("说明 dictionary")
        for row, values in enumerate(dictionary_rows(self.columns)):
            for number, value in enumerate(values):
                sheet.write_string(row, number, value, self._head if row == 0 else None)
        sheet.set_column(0, 0, 46)
        sheet.set_column(1, 3, 30)
        sheet.freeze_panes(1, 0)
        self.discard()

    def discard(self) -> None:
        """Close the file. Raises: OSError, where there is no room for it."""
        try:
            self._book.close()
        except FileCreateError as error:
            raise error.args[0] from None

    def _begin(self) -> None:
        self._sheets += 1
        self._sheet = self._book.add_worksheet("数据 data" + (f" {self._sheets}" if self._sheets > 1 else ""))
        for number, name in enumerate(self._names):
            self._sheet.write_string(0, number, name, self._head)
        self._sheet.freeze_panes(1, 3)
        self._row = 1


def put(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    """Write a value into a cell, as what it is."""
    if value is None:
        return
    if isinstance(value, str):
        sheet.write_string(row, column, xml_text(value))
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day))
    elif isinstance(value, Decimal) and len(value.as_tuple().digits) > _DIGITS:
        sheet.write_string(row, column, f"{value:f}")
    else:
        sheet.write_number(row, column, float(value))
