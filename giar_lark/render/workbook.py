"""Findings as an XLSX workbook for a reviewer: a row a finding, to filter and sort; then the organs, then the rules.

Every text is written as a string: nothing of a report becomes a formula, a link or a number.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.markup.xml_text import xml_text
from giar_lark.outcomes.outcome import Outcome
from giar_lark.outcomes.statistics import Statistics
from giar_lark.render.cells import width_of, wrap
from giar_lark.render.document import Document
from giar_lark.render.figures import Figures, Kind, Value, organ_figures, rule_figures
from giar_lark.render.places import place_words
from giar_lark.render.theme import SEVERITY_WORDS
from giar_lark.source.address import Address

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# what a sheet can hold
ROWS_MOST = 1_048_576
_FILLS = {Severity.ERROR: "#F8D7D4", Severity.WARNING: "#FCE8B8", Severity.INFO: "#D9E8F6"}
_INKS = {Severity.ERROR: "#8C1D13", Severity.WARNING: "#6B4A00", Severity.INFO: "#1B4F80"}
_SHEET = Text("问题", "Findings")


class _Column(NamedTuple):
    """A column of the first sheet: its head, its width in characters, and whether it holds numbers."""

    head: Text
    width: int
    number: bool = False


_COLUMNS = (
    _Column(Text("文件", "file"), 30),
    _Column(Text("机关", "organ"), 24),
    _Column(Text("年度", "year"), 8, True),
    _Column(Text("编号", "code"), 9),
    _Column(Text("名称", "name"), 22),
    _Column(Text("级别", "severity"), 10),
    _Column(Text("行", "line"), 8, True),
    _Column(Text("列", "column"), 8, True),
    _Column(Text("位置", "place"), 30),
    _Column(Text("问题", "finding"), 48),
    _Column(Text("怎么改", "what to do"), 44),
    _Column(Text("依据", "basis"), 36),
)
_SEVERITY = next(number for number, column in enumerate(_COLUMNS) if column.head.en == "severity")
_WIDTH_LEAST, _WIDTH_MOST = 9, 56
_LINE_POINTS, _HEAD_POINTS, _LINES_MOST = 14, 22, 20


class FindingsWorkbook:
    """Grows file by file; the rows of the first sheet leave memory as they are written."""

    def __init__(self, lang: str, summaries: Mapping[str, Text]) -> None:
        """Begin a workbook in one language; `summaries` says in a line what each rule is about, by code."""
        self._lang, self._summaries = lang, summaries
        self._statistics = Statistics()
        self._bytes = BytesIO()
        self._book = Workbook(self._bytes, {"constant_memory": True})
        self._book.set_properties({"title": _SHEET.in_language(lang), "comments": "giar-lark"})
        head = {"bold": True, "bg_color": "#E9EDF1", "valign": "vcenter", "bottom_color": "#5B6672"}
        self._heads = {True: self._format(align="right", **head), False: self._format(**head)}
        self._text, self._number = self._format(), self._format(align="right")
        self._share = self._format(align="right", num_format="0.0%")
        self._severities = {
            severity: self._format(bg_color=_FILLS[severity], font_color=_INKS[severity], bold=True)
            for severity in Severity
        }
        self._sheets = 0
        self._begin_sheet()

    def add(self, outcome: Outcome) -> None:
        """Write a row for each finding of a file."""
        self._statistics.add(outcome)
        document = Document(outcome.path, outcome.source, outcome.report)
        for finding in outcome.findings:
            if self._row == ROWS_MOST:
                self._end_sheet()
                self._begin_sheet()
            self._write(document, outcome, finding)
            self._row += 1

    def document(self) -> bytes:
        """The whole workbook."""
        self._end_sheet()
        self._add_figures(organ_figures(self._statistics, self._lang))
        self._add_figures(rule_figures(self._statistics, self._summaries, self._lang))
        self._book.close()
        return self._bytes.getvalue()

    def _begin_sheet(self) -> None:
        self._sheets += 1
        name = _SHEET.in_language(self._lang) + (f" {self._sheets}" if self._sheets > 1 else "")
        heads = [_Head(column.head.in_language(self._lang), column.width, column.number) for column in _COLUMNS]
        self._sheet, self._row = self._new_sheet(name, heads), 1

    def _end_sheet(self) -> None:
        self._sheet.autofilter(0, 0, self._row - 1, len(_COLUMNS) - 1)

    def _write(self, document: Document, outcome: Outcome, finding: Finding) -> None:
        address, said = outcome.source.address(finding.span.start), outcome.report.metadata
        values: tuple[Value | None, ...] = (
            outcome.path,
            said.organ_name,
            said.year,
            finding.code,
            finding.name,
            SEVERITY_WORDS[finding.severity].in_language(self._lang),
            *((address.line, address.column) if address.spot is None else (None, None)),
            _place(document, finding, address, self._lang),
            *(text and text.in_language(self._lang) for text in (finding.message, finding.help, finding.clause)),
        )
        lines = [_lines(value, column.width) for value, column in zip(values, _COLUMNS, strict=True)]
        self._sheet.set_row(self._row, _LINE_POINTS * max(lines) + 4)
        for number, value in enumerate(values):
            style = self._severities[finding.severity] if number == _SEVERITY else self._text
            self._put(self._sheet, self._row, number, value, style)

    def _add_figures(self, figures: Figures) -> None:
        """A sheet of counts; its columns are as wide as what stands in them."""
        columns = zip(figures.columns, *figures.rows, strict=True) if figures.rows else ((c,) for c in figures.columns)
        heads = [
            _Head(column.head, _width(column.head, values), column.kind in (Kind.COUNT, Kind.SHARE))
            for column, *values in columns
        ]
        sheet = self._new_sheet(figures.title, heads)
        for row, cells in enumerate(figures.rows, start=1):
            lines = [_lines(value, head.width) for value, head in zip(cells, heads, strict=True)]
            sheet.set_row(row, _LINE_POINTS * max(lines) + 4)
            for number, value in enumerate(cells):
                self._put(sheet, row, number, value, self._text)
        sheet.autofilter(0, 0, len(figures.rows), len(heads) - 1)

    def _new_sheet(self, name: str, heads: list[_Head]) -> Worksheet:
        """A sheet whose head stays in sight, on the screen and in print."""
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_row(0, _HEAD_POINTS)
        for number, head in enumerate(heads):
            sheet.set_column(number, number, head.width)
            sheet.write_string(0, number, head.text, self._heads[head.number])
        return sheet

    def _put(self, sheet: Worksheet, row: int, column: int, value: Value | None, style: Format) -> None:
        """Write a value as what it is; `style` is that of a text."""
        if isinstance(value, str):
            sheet.write_string(row, column, xml_text(value), style)
        elif value is None:
            sheet.write_blank(row, column, None, style)
        else:
            sheet.write_number(row, column, value, self._share if isinstance(value, float) else self._number)

    def _format(self, **more: object) -> Format:
        base = {
            "align": "left",
            "indent": 1,
            "valign": "top",
            "text_wrap": True,
            "font_size": 10,
            "bottom": 1,
            "bottom_color": "#D9DEE4",
        }
        return self._book.add_format({**base, **more})


class _Head(NamedTuple):
    """The head of a column in one language, the column's width, and whether it holds numbers."""

    text: str
    width: int
    number: bool


def _width(head: str, values: list[Value]) -> int:
    widest = max(width_of(text) for text in (head, *(value for value in values if isinstance(value, str))))
    return min(max(widest + 4, _WIDTH_LEAST), _WIDTH_MOST)


def _lines(value: Value | None, width: int) -> int:
    """How many lines a value takes. Heights are set, for not every program finds them itself."""
    room = width - 1
    return min(len(wrap(value, room, room)), _LINES_MOST) if isinstance(value, str) else 1


def _place(document: Document, finding: Finding, address: Address, lang: str) -> str:
    """The table, row and column of a finding, and in a document without lines the spot."""
    spot = address.spot.words(lang) if address.spot else ""
    return " · ".join(filter(None, [place_words(document, finding).in_language(lang), spot]))
