"""A checked file as the renderer sees it: its source, and where in its tables and sections a place is."""

from __future__ import annotations

from giar_lark.lean.later import kept_property
from giar_lark.lean.records import dataclass
from giar_lark.model.report import Cell, Report
from giar_lark.source.source import Source
from giar_lark.source.span import Span


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table, ready to be drawn: key, place in the order of the table, label's place, cells."""

    key: str
    order: int
    label: Span | None
    cells: tuple[Cell, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its columns."""
        return tuple(cell.column for cell in self.cells)

    @property
    def is_missing(self) -> bool:
        """Whether the row is not in the text."""
        return all(cell.state == "missing" for cell in self.cells)

    @property
    def unplaced(self) -> bool:
        """Whether the row's values stand there and their columns are not known."""
        return len(self.cells) > 1 and len({c.span for c in self.cells}) == 1 and self.cells[0].state == "unreadable"


@dataclass(frozen=True)
class Document:
    """A file under its printed path, its source, and its report, if it is one."""

    path: str
    source: Source
    report: Report | None = None

    @kept_property
    def rows(self) -> dict[str, GridRow]:
        """The rows of all tables by key, in the order of the official tables."""
        if self.report is None:
            return {}
        labels = {row.key: row.label for table in self.report.tables for row in table.rows if table.key != "t4"}
        grouped: dict[str, list[Cell]] = {}
        for cell in self.report.cells:
            grouped.setdefault(cell.key.rpartition(".")[0], []).append(cell)
        return {
            key: GridRow(key, order, labels.get(key), tuple(cells))
            for order, (key, cells) in enumerate(grouped.items())
        }

    def row_of(self, key: str | None) -> GridRow | None:
        """The row that a cell key or a row key means; None if there is none."""
        if key is None:
            return None
        return self.rows.get(key) or self.rows.get(key.rpartition(".")[0])

    def is_beside_tables(self, span: Span) -> bool:
        """Whether a place is in no table, as that of a sentence which a table contradicts."""
        tables = self.report.tables if self.report else ()
        return not any(table.span.start <= span.start <= table.span.end for table in tables)

    def around(self, row: GridRow) -> list[GridRow]:
        """A row that is not in the text between the nearest rows that are."""
        rows = list(self.rows.values())
        before = [other for other in rows[: row.order] if not other.is_missing and not other.unplaced][-1:]
        after = [other for other in rows[row.order :] if not other.is_missing and not other.unplaced][:1]
        return [*before, row, *after]

    def section_at(self, span: Span) -> str:
        """The heading of the section that a place is in, as written; empty where it is in none."""
        for section in self.report.sections if self.report else ():
            if section.heading and section.heading_span.end <= span.start < section.span.end:
                return section.heading
        return ""
