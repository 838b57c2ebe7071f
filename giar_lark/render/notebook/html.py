"""A value as mark-up that a notebook shows: styles are inline, and nothing is loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from giar_lark.findings import CLAUSE_LEAD, HELP_LEAD, Finding, Severity
from giar_lark.model.report import Cell, Report, Row, Table
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

# readable on a light ground and on a dark one
_COLOURS = {Severity.ERROR: "#d13438", Severity.WARNING: "#b7791f", Severity.INFO: "#2b7bb9"}
Marks = Mapping[str, Severity]
_DOUBTFUL = {"unreadable": "#d13438", "missing": "#d13438", "inferred": "#b7791f", "na": "inherit"}
_FINDINGS_MOST = 50
# numbers stand below each other, and below their heads, in whatever shows the notebook
_ROW, _HEAD = '<tr style="text-align:right">', '<th style="text-align:right;padding-left:1em">'


def html_of(value: object) -> str:
    """A report, a finding, or what has come of a file."""
    lang = language()
    if isinstance(value, Finding):
        return "".join(_finding(value, lang))
    if isinstance(value, Outcome):
        return "".join(_outcome(value, lang))
    assert isinstance(value, Report)
    return "".join(_report(value, lang, {}))


def _finding(finding: Finding, lang: str, place: str = "") -> Iterator[str]:
    colour = _COLOURS[finding.severity]
    yield f'<div style="border-left:3px solid {colour};padding:2px 0 2px 10px;margin:6px 0">'
    yield f'<div><b style="color:{colour}">{escape(lead_of(finding, lang))}</b>'
    yield f'<span style="opacity:.65"> {escape(" ".join(filter(None, (place, finding.key))))}</span></div>'
    yield f"<div>{escape(finding.message.in_language(lang))}</div>"
    for lead, text in ((HELP_LEAD, finding.help), (CLAUSE_LEAD, finding.clause)):
        if text is not None:
            yield f'<div style="opacity:.75"><b>{lead.in_language(lang)}</b>{escape(text.in_language(lang))}</div>'
    yield "</div>"


def _report(report: Report, lang: str, marks: Marks) -> Iterator[str]:
    yield f"<div><b>{escape(title_of(report, lang))}</b>"
    yield f'<span style="opacity:.65"> {escape(facts_of(report, lang))}</span></div>'
    for table in report.tables:
        is_open = " open" if any(key.startswith(f"{table.key}.") for key in marks) else ""
        yield f"<details{is_open}><summary>{escape(table_name(table, lang))}</summary>"
        yield from _table(table, lang, marks)
        yield "</details>"


def _table(table: Table, lang: str, marks: Marks) -> Iterator[str]:
    for columns, rows in blocks_of(table):
        heads = "".join(f"{_HEAD}{escape(name)}</th>" for name in heads_of(rows[0], columns, lang, narrow=False))
        yield f"<table><thead>{_ROW}<th></th>{heads}</tr></thead><tbody>"
        yield from (_row(row, lang, marks) for row in rows)
        yield "</tbody></table>"


def _row(row: Row, lang: str, marks: Marks) -> str:
    cells = "".join(_cell(cell, marks.get(cell.key)) for cell in row.cells)
    return f'{_ROW}<th style="text-align:left">{escape(row_name(row, lang))}</th>{cells}</tr>'


def _cell(cell: Cell, severity: Severity | None) -> str:
    words, colour = escape(cell_words(cell)), _DOUBTFUL.get(cell.state)
    if severity is not None:
        return f'<td style="outline:2px solid {_COLOURS[severity]}" title="{cell.state}">{words}</td>'
    return f'<td style="color:{colour}" title="{cell.state}">{words}</td>' if colour else f"<td>{words}</td>"


def _outcome(outcome: Outcome, lang: str) -> Iterator[str]:
    yield f'<div style="opacity:.65">{escape(outcome.path)}</div>'
    yield from _report(outcome.report, lang, marks_of(outcome.findings))
    for finding in outcome.findings[:_FINDINGS_MOST]:
        yield from _finding(finding, lang, outcome.source.address(finding.span.start).written(lang))
    if not outcome.findings:
        yield f"<div>{nothing_found(lang)}</div>"
    rest = len(outcome.findings) - _FINDINGS_MOST
    if rest > 0:
        yield f"<div>{f'and {rest} more' if lang == 'en' else f'另有 {rest} 处'}</div>"
