"""The canonical form of a report: the text that the grammar reads with stock Lark, and a person reads with ease.

Labels stand in an accepted spelling under their official ordinal, cells behind tabs, paragraphs without soft line breaks.
No number is changed, none is added: a row whose places are lost is written `? ` and its numbers, an inferred value `~` and
the number, a missing row not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from giar_lark.model.report import Block, Cell, Paragraph, Report, Row, Section, Table
from giar_lark.span import Span
from giar_lark.templates import tables
from giar_lark.tokenise.cell_text import read_cell
from giar_lark.tokenise.fold import key
from giar_lark.tokenise.markup import FILLER, plain_layout
from giar_lark.vocabulary import official, vocabulary

_INDENT, _TAIL = "\u3000" * 2, "\u3000" * 4


def canonical_text(report: Report, text: str) -> str:
    """The canonical form of a report that was read from `text`."""
    return "\n".join(_Writer(report, text).lines()) + "\n"


class _Writer:
    def __init__(self, report: Report, text: str) -> None:
        self.report, self.text = report, plain_layout(text)

    def lines(self) -> Iterator[str]:
        title = self.report.metadata.title
        if title:
            yield title
        yield from _paragraphs(self.report.front)
        for section in self.report.sections:
            yield ""
            yield self._spelling(section.heading_span, _terminal_of(section))
            yield from self._body(section)
        yield from self._tail()

    def _body(self, section: Section) -> Iterator[str]:
        spec = next(spec for spec in tables().sections if spec.key == section.key)
        table = self.report.table(spec.table) if spec.table else None
        if table is None or not _is_first(self.report, section):
            yield from _paragraphs(section.paragraphs)
            return
        yield from _paragraphs(p for p in section.paragraphs if p.span.start < table.span.start)
        yield from {"t2": self._disclosure, "t3": self._applications, "t4": self._cases}[table.key](table)
        yield from _paragraphs(p for p in section.paragraphs if p.span.start >= table.span.start)

    def _disclosure(self, table: Table) -> Iterator[str]:
        for block in table.blocks:
            yield official(block.caption)
            yield " ".join(official(column) for column in ("CONTENT", *_columns(block)))
            for row in block.rows:
                yield self._row(row)

    def _applications(self, table: Table) -> Iterator[str]:
        data = tables()
        leaves = data.applicants[1:-1]
        yield official("BALANCE_NOTE")
        yield " ".join(
            official(column)
            for column in ("APPLICANTS", data.applicants[0], "LEGAL_PERSONS", *leaves, data.applicants[-1])
        )
        said: set[str] = set()
        for row in table.rows:
            for group in _groups_above(row.terminal):
                if group not in said:
                    said.add(group)
                    yield official(group)
            yield self._row(row)

    def _cases(self, table: Table) -> Iterator[str]:
        heads = ("RECONSIDERATION", "LITIGATION", *list(tables().case_groups)[1:])
        yield " ".join(official(column) for column in (*heads, *(list(tables().results) * 3)))
        yield _cells([cell for row in table.rows for cell in row.cells])

    def _row(self, row: Row) -> str:
        return self._spelling(row.label, row.terminal) + _cells(row.cells)

    def _spelling(self, span: Span, terminal: str) -> str:
        """The accepted spelling that stands in the text, else the official one."""
        letters = key(self.text[span.start : span.end]).letters
        return next((s for s in vocabulary()[terminal] if key(s).letters == letters), official(terminal))

    def _tail(self) -> Iterator[str]:
        spans, issued = self.report.metadata.spans, self.report.metadata.issued_date
        if "issuing_organ" in spans:
            yield _TAIL + "".join(self.text[slice(*spans["issuing_organ"])].replace(FILLER, "").split())
        if issued is not None:
            yield f"{_TAIL}{issued.year}年{issued.month}月{issued.day}日"
        if "issuing_organ" in spans or issued is not None:
            yield from _paragraphs(self.report.tail)


def _paragraphs(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield _INDENT + " ".join(paragraph.text.split())


def _is_first(report: Report, section: Section) -> bool:
    return report.section(section.key) is section


def _terminal_of(section: Section) -> str:
    return next(spec.terminal for spec in tables().sections if spec.key == section.key)


def _columns(block: Block) -> tuple[str, ...]:
    spec = next(spec for spec in tables().blocks if spec.caption == block.caption)
    return spec.headers[block.template].columns


def _groups_above(row: str) -> list[str]:
    """The group labels that stand above a row, the outer one first."""
    groups = tables().application_groups
    inner = [name for name, rows in groups.items() if row in rows and name != "OUTCOMES"]
    outer = ["OUTCOMES"] if row in groups["OUTCOMES"] or inner else []
    return outer + inner


def _cells(cells: Iterable[Cell]) -> str:
    cells = list(cells)
    lost = all(cell.state == "unreadable" and cell.span == cells[0].span for cell in cells)
    if lost and (len(cells) > 1 or read_cell(cells[0].raw).state != "unreadable"):
        return f"\t? {cells[0].raw}"
    return "".join(f"\t{_cell(cell)}" for cell in cells)


def _cell(cell: Cell) -> str:
    raw = " ".join(cell.raw.split())
    if cell.state == "inferred" and not raw.startswith("~"):
        return f"~{raw}"
    return raw.replace("? ", "?", 1) if raw.startswith("? ") else raw
