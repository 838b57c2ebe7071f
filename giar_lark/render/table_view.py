"""The table that a finding is about: its rows under their column headings, the wrong cell and its addends marked."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text as Styled

from giar_lark.findings import Finding
from giar_lark.model.report import Cell
from giar_lark.render.canvas import PRIMARY, SECONDARY, Mark, underline
from giar_lark.render.cells import fit, width_of
from giar_lark.render.document import Document, GridRow
from giar_lark.render.grid_layout import cell_text, lay_out
from giar_lark.render.page import Numbered, Page, line
from giar_lark.render.row_choice import RowChoice
from giar_lark.render.run_view import run_lines
from giar_lark.render.theme import ADDEND, FAINT, SEVERITY_STYLES, STRONG


def table_lines(
    finding: Finding, document: Document, page: Page, room: int, *, is_second: bool = False
) -> list[Numbered] | None:
    """The table view of a finding; None where it is about no cell or row of a table.

    `is_second`: the finding stands elsewhere, in a sentence, and its cell is marked as a second place.
    """
    row = document.row_of(finding.key)
    if row is None:
        return None
    if row.unplaced:
        return list(run_lines(finding, row, document, page, room))
    return list(_View(finding, document, page, row, room, is_second=is_second).lines())


class _View:
    def __init__(
        self, finding: Finding, document: Document, page: Page, row: GridRow, room: int, *, is_second: bool
    ) -> None:
        self.finding, self.document, self.page, self.row, self.room = finding, document, page, row, room
        self.style = ADDEND if is_second else SEVERITY_STYLES[finding.severity]
        self.sign = SECONDARY if is_second else PRIMARY
        self.label = None if is_second else finding.label
        self.choice = RowChoice(finding, document, row)
        self.rows = self.choice.rows
        beside = any(self._is_beside(row) for row in self.rows)
        self.layout = lay_out(self.rows, room, page.lang, width_of(page.glyphs.note) + 1 if beside else 0)

    def lines(self) -> Iterator[Numbered]:
        """Headings, then each row with its marks below, then how many rows are not shown."""
        for head in self.layout.heads:
            yield Numbered(None, self._heading(head))
        for row in self.rows:
            if row is self.row and self.choice.folded:
                yield Numbered(None, line((f"{self.page.glyphs.part} {self.choice.rest(self.page.lang)}", FAINT)))
            yield from self._row(row)

    def _marked(self, row: GridRow) -> list[Cell]:
        return [cell for cell in row.cells if self.choice.is_primary(cell) or cell.key in self.choice.addends]

    def _is_beside(self, row: GridRow) -> bool:
        """Whether a row's only mark is in the column of the wrong cell, so that a sign beside the row says enough."""
        marked = self._marked(row)
        return (
            row is not self.row and len(marked) == 1 and marked[0].column == (self.finding.key or "").rpartition(".")[2]
        )

    def _heading(self, head: tuple[str, ...]) -> Styled:
        drawn = line(" " * self.layout.label)
        for name, cell, width in zip(head, self.row.cells, self.layout.widths, strict=True):
            drawn.append(" " * (self.layout.gap + width - width_of(name)))
            drawn.append(name, STRONG if self.choice.is_primary(cell) else FAINT)
        return drawn

    def _row(self, row: GridRow) -> Iterator[Numbered]:
        name, marks = self.choice.name(row), list[Mark]()
        drawn = line(fit(name, self.layout.label, self.page.glyphs.cut))
        if row is self.row and self.choice.label_is_wrong:
            marks.append(Mark(0, min(width_of(name), self.layout.label), self.sign, self.style))
            drawn.stylize(self.style)
        for number, cell in enumerate(row.cells):
            text = cell_text(cell, self.page.lang, self.layout.most)
            style = self._style(cell)
            drawn.append(" " * (self.layout.end(number) - self.layout.widths[number] - drawn.cell_len))
            drawn.append(" " * (self.layout.widths[number] - width_of(text)))
            drawn.append(text, style)
            if style not in ("", FAINT):
                sign = self.sign if self.choice.is_primary(cell) else SECONDARY
                marks.append(Mark(self.layout.end(number) - width_of(text), width_of(text), sign, style))
        if self._is_beside(row) and self.layout.spare > width_of(self.page.glyphs.note):
            drawn.append(f" {self.page.glyphs.note}", ADDEND)
            marks = []
        yield Numbered(self._line_of(row), drawn)
        label = self.label if row is self.row else None
        text = label.in_language(self.page.lang) if label else ""
        for below in underline(marks, text, self.style, self.room):
            yield Numbered(None, below)

    def _style(self, cell: Cell) -> str:
        if self.choice.is_primary(cell):
            return self.style
        if cell.key in self.choice.addends:
            return ADDEND
        return FAINT if cell.value == 0 or not cell.raw else ""

    def _line_of(self, row: GridRow) -> int | None:
        """The line of the marked cell, for there the reader has to look; of the label where the row has no mark."""
        if row.is_missing:
            return None
        marked = sorted(self._marked(row), key=lambda cell: not self.choice.is_primary(cell))
        span = marked[0].span if marked else row.label or row.cells[0].span
        return self.document.source.address(span.start).number
