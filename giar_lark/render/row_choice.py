"""The rows of a table that a finding is about: which are shown, and which of their cells are marked."""

from __future__ import annotations

from decimal import Decimal

from giar_lark.findings import Finding
from giar_lark.model.report import Cell
from giar_lark.render.cells import printable
from giar_lark.render.document import Document, GridRow
from giar_lark.render.labels import short_row_name

# so many rows are shown whatever they add; of more, those that add something, and at most so many
_ROWS_ALWAYS, _ROWS_MOST = 6, 12


class RowChoice:
    """The row of a finding and the rows that explain it, in the order of the table; `folded` are those left out."""

    def __init__(self, finding: Finding, document: Document, row: GridRow) -> None:
        """Choose for a finding whose key means `row`."""
        self.finding, self.document, self.row = finding, document, row
        self.addends = {related.key: related for related in finding.related_here if related.key}
        label = row.label
        self.label_is_wrong = (
            label is not None and label.start <= finding.span.start < label.end and any(cell.raw for cell in row.cells)
        )
        self.rows, self.folded = self._choose_rows()

    def rest(self, lang: str) -> str:
        """How many rows are not shown, and what they add, so that the sum can be followed."""
        count, weight = len(self.folded), sum(self._weight(row) for row in self.folded)
        return f"{count} more rows, together {weight}" if lang == "en" else f"另有 {count} 行，合计 {weight}"

    def is_primary(self, cell: Cell) -> bool:
        """Whether a cell is what is wrong."""
        if self.label_is_wrong or cell not in self.row.cells:
            return False
        return self.finding.key in (cell.key, self.row.key)

    def name(self, row: GridRow) -> str:
        """A row's short name; where the label itself is wrong, what is written."""
        if row is self.row and self.label_is_wrong and row.label is not None:
            written = self.document.source.text[row.label.start : row.label.end]
            return printable("".join(written.split())) or short_row_name(row.key)
        return short_row_name(row.key)

    def _choose_rows(self) -> tuple[list[GridRow], list[GridRow]]:
        """The rows with marked cells that can stand under one heading, and those of them that there is no room for."""
        if self.row.is_missing:
            return [row for row in self.document.around(self.row) if row.columns == self.row.columns], []
        found = {row.key: row for key in self.addends if (row := self.document.row_of(key)) is not None}
        rows = [r for r in found.values() if r.columns == self.row.columns and not r.unplaced and r.key != self.row.key]
        rows.sort(key=lambda row: -self._weight(row))
        count = len(rows)
        if count > _ROWS_ALWAYS:
            count = min(sum(self._weight(row) > 0 for row in rows), _ROWS_MOST)
        return sorted([self.row, *rows[:count]], key=lambda row: row.order), rows[count:]

    def _weight(self, row: GridRow) -> Decimal:
        """The sum of a row's addends."""
        return sum((Decimal(cell.value or 0) for cell in row.cells if cell.key in self.addends), Decimal(0))
