"""A report as it is to be written: its parts in order, before any format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.model.paragraph import Paragraph
from giar_lark.model.report import Block, Cell, Report, Row, Section, Table
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import official, vocabulary
from giar_lark.tokenise.cell_text import read_cell
from giar_lark.tokenise.text.characters import FILLER
from giar_lark.tokenise.text.fold import key
from giar_lark.tokenise.text.markup import plain_layout, squeezed
from giar_lark.write.grid import BlockText, Grid, RowText, applications_grid, cases_grid, disclosure_grid


class Kind(StrEnum):
    """What a part of a document is."""

    TITLE = "title"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    DISCLOSURE = "t2"
    APPLICATIONS = "t3"
    CASES = "t4"
    ORGAN = "organ"
    DATE = "date"


class Part(NamedTuple):
    """A part of a document: a text, or the grid of a table."""

    kind: Kind
    text: str = ""
    grid: Grid | None = None


Document = tuple[Part, ...]


def document_of(report: Report, text: str) -> Document:
    """The document of a report that was read from `text`.

    No number is changed, none is added: a row whose places are lost has one value, `? ` and its numbers; an inferred value
    is `~` and the number; a missing row is not there. Labels stand in an accepted spelling under their official ordinal.
    """
    return tuple(_Parts(report, plain_layout(text)).all())


class _Parts:
    def __init__(self, report: Report, text: str) -> None:
        self.report, self.text = report, text

    def all(self) -> Iterator[Part]:
        title = self.report.metadata.title
        if title:
            yield Part(Kind.TITLE, title)
        yield from _paragraphs(self.report.front)
        for section in self.report.sections:
            terminal = next(spec.terminal for spec in tables().sections if spec.key == section.key)
            yield Part(Kind.HEADING, self._spelling(section.heading_span, terminal))
            yield from self._body(section)
        yield from self._tail()

    def _body(self, section: Section) -> Iterator[Part]:
        spec = next(spec for spec in tables().sections if spec.key == section.key)
        table = self.report.table(spec.table) if spec.table else None
        if table is None or self.report.section(section.key) is not section:
            yield from _paragraphs(section.paragraphs)
            return
        yield from _paragraphs(p for p in section.paragraphs if p.span.start < table.span.start)
        yield Part(Kind(table.key), grid=self._grid(table))
        yield from _paragraphs(p for p in section.paragraphs if p.span.start >= table.span.start)

    def _grid(self, table: Table) -> Grid:
        if table.key == "t2":
            return disclosure_grid(self._block(block) for block in table.blocks)
        if table.key == "t3":
            return applications_grid([self._row(row) for row in table.rows])
        return cases_grid(_values([cell for row in table.rows for cell in row.cells]))

    def _block(self, block: Block) -> BlockText:
        return BlockText(block.caption, block.template, tuple(self._row(row) for row in block.rows))

    def _row(self, row: Row) -> RowText:
        return RowText(row.terminal, self._spelling(row.label, row.terminal), _values(row.cells))

    def _spelling(self, span: tuple[int, int], terminal: str) -> str:
        """The accepted spelling that stands in the text, else the official one."""
        letters = key(self.text[slice(*span)]).letters
        return next((s for s in vocabulary()[terminal] if key(s).letters == letters), official(terminal))

    def _tail(self) -> Iterator[Part]:
        spans, issued = self.report.metadata.spans, self.report.metadata.issued_date
        if "issuing_organ" in spans:
            yield Part(Kind.ORGAN, "".join(self.text[slice(*spans["issuing_organ"])].replace(FILLER, "").split()))
        if issued is not None:
            yield Part(Kind.DATE, f"{issued.year}年{issued.month}月{issued.day}日")
        elif "issued_date" in spans:
            yield Part(Kind.DATE, squeezed(self.text[slice(*spans["issued_date"])]))
        if "issuing_organ" in spans or "issued_date" in spans:
            yield from _paragraphs(self.report.tail)


def _paragraphs(paragraphs: Iterable[Paragraph]) -> Iterator[Part]:
    for paragraph in paragraphs:
        yield Part(Kind.PARAGRAPH, " ".join(paragraph.text.split()))


def _values(cells: Iterable[Cell]) -> tuple[str, ...]:
    cells = list(cells)
    lost = all(cell.state == "unreadable" and cell.span == cells[0].span for cell in cells)
    if lost and (len(cells) > 1 or read_cell(cells[0].raw).state != "unreadable"):
        return (f"? {cells[0].raw}",)
    return tuple(map(_value, cells))


def _value(cell: Cell) -> str:
    raw = " ".join(cell.raw.split())
    if cell.state == "inferred" and not raw.startswith("~"):
        return f"~{raw}"
    return raw.replace("? ", "?", 1) if raw.startswith("? ") else raw
