"""A value as rich shows it: `rich.print(report)`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from giar_lark.findings import CLAUSE_LEAD, HELP_LEAD, Finding, Severity
from giar_lark.model.report import Cell, Report, Table
from giar_lark.outcomes.outcome import Outcome
from giar_lark.render.notebook.words import (
    blocks_of,
    cell_words,
    facts_of,
    heads_of,
    language,
    lead_of,
    marks_of,
    nothing_found,
    row_name,
    table_name,
    title_of,
)
from giar_lark.render.theme import FAINT, HELP, SEVERITY_STYLES, STRONG

Marks = Mapping[str, Severity]
_DOUBTFUL = {"unreadable": "red", "missing": "red", "inferred": "yellow"}


def renderable_of(value: object) -> RenderableType:
    """A report, a finding, or what has come of a file."""
    lang = language()
    if isinstance(value, Finding):
        return Group(*_finding(value, lang))
    if isinstance(value, Outcome):
        return Group(*_outcome(value, lang))
    assert isinstance(value, Report)
    return Group(*_report(value, lang, {}))


def _finding(finding: Finding, lang: str, place: str = "") -> Iterator[Text]:
    where = " ".join(filter(None, (place, finding.key)))
    yield Text.assemble((lead_of(finding, lang), SEVERITY_STYLES[finding.severity]), (f"  {where}", FAINT))
    yield Text(f"  {finding.message.in_language(lang)}")
    for lead, text, style in ((HELP_LEAD, finding.help, HELP), (CLAUSE_LEAD, finding.clause, FAINT)):
        if text is not None:
            yield Text.assemble("  ", (lead.in_language(lang), style), text.in_language(lang))


def _report(report: Report, lang: str, marks: Marks) -> Iterator[RenderableType]:
    yield Text.assemble((title_of(report, lang), STRONG), (f"  {facts_of(report, lang)}", FAINT))
    for table in report.tables:
        yield Text(table_name(table, lang), STRONG)
        yield from _grids(table, lang, marks)


def _grids(table: Table, lang: str, marks: Marks) -> Iterator[Grid]:
    for columns, rows in blocks_of(table):
        grid = Grid("", box=SIMPLE_HEAD)
        for name in heads_of(rows[0], columns, lang, narrow=True):
            grid.add_column(Text(name), justify="right")
        for row in rows:
            cells = (Text(*_cell(cell, marks)) for cell in row.cells)
            grid.add_row(Text(row_name(row, lang)), *cells)
        yield grid


def _cell(cell: Cell, marks: Marks) -> tuple[str, str]:
    """What stands in a cell, and how; a blank that is wrong has a sign, for it could not be coloured."""
    severity = marks.get(cell.key)
    if severity is None:
        return cell_words(cell), _DOUBTFUL.get(cell.state, "")
    return cell_words(cell) or "?", SEVERITY_STYLES[severity]


def _outcome(outcome: Outcome, lang: str) -> Iterator[RenderableType]:
    yield Text(outcome.path, FAINT)
    yield from _report(outcome.report, lang, marks_of(outcome.findings))
    if not outcome.findings:
        yield Text(nothing_found(lang))
    for finding in outcome.findings:
        yield from _finding(finding, lang, outcome.source.address(finding.span.start).written(lang))
