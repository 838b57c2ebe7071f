"""What is said of a report or a finding where it is shown by itself, without its text."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from giar_lark.findings import Finding, Severity
from giar_lark.lang import default_lang
from giar_lark.model.report import Cell, Report, Row, Table
from giar_lark.official.names import SHORT_TABLE_NAMES
from giar_lark.outcomes.outcome import Outcome
from giar_lark.render.labels import english_headings, headings, short_row_name


def language() -> str:
    """The language to speak here: a notebook has no option for it."""
    return default_lang(os.environ, sys.stdout.encoding)


def line_of(value: object) -> str:
    """A report, a finding, or what has come of a file, in a line."""
    lang = language()
    if isinstance(value, Finding):
        return " ".join(filter(None, (lead_of(value, lang), value.key, value.message.in_language(lang))))
    if isinstance(value, Outcome):
        return f"{value.path}: {title_of(value.report, lang)}; {_told(value.findings, lang)}"
    assert isinstance(value, Report)
    return title_of(value, lang)


def nothing_found(lang: str) -> str:
    """What is said of a file without findings."""
    return "nothing found" if lang == "en" else "没有发现问题"


def _told(findings: Sequence[Finding], lang: str) -> str:
    """How many findings there are of each weight."""
    counts = Counter(finding.severity for finding in findings)
    each = [f"{one.words.in_language(lang)} {counts[one]}" for one in Severity if counts[one]]
    return ", ".join(each) or nothing_found(lang)


def title_of(report: Report, lang: str) -> str:
    """Organ and year, or that there are none."""
    said = report.metadata
    none = "no report" if lang == "en" else "没有读到报告"
    return " ".join(str(word) for word in (said.organ_name, said.year) if word) or said.title or none


def facts_of(report: Report, lang: str) -> str:
    """Template, period and date, as far as they are known."""
    said = report.metadata
    period = f"{said.period_start} – {said.period_end}" if said.period_start and said.period_end else ""
    template = f"{'template' if lang == 'en' else '格式'} {report.template}" if report.template else ""
    issued = f"{'issued' if lang == 'en' else '落款'} {said.issued_date}" if said.issued_date else ""
    return " · ".join(word for word in (template, period, issued) if word)


def blocks_of(table: Table) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
    """The rows of a table, parted where the columns change."""
    for columns, rows in groupby(table.rows, key=lambda row: tuple(cell.column for cell in row.cells)):
        yield columns, list(rows)


def table_name(table: Table, lang: str) -> str:
    """What a table is called."""
    return SHORT_TABLE_NAMES[table.key].in_language(lang)


def heads_of(row: Row, columns: tuple[str, ...], lang: str, *, narrow: bool) -> list[str]:
    """What the columns are called."""
    return english_headings(columns) if lang == "en" else headings(row.key, columns, narrow=narrow)


def marks_of(findings: Iterable[Finding]) -> Mapping[str, Severity]:
    """The cells that something is wrong with, and how much the gravest of it weighs."""
    graded = sorted(findings, key=lambda finding: -finding.severity.rank)
    return {finding.key: finding.severity for finding in graded if finding.key}


def row_name(row: Row, lang: str) -> str:
    """What a row is called."""
    return row.key.partition(".")[2].replace("_", " ").replace(".", ", ") if lang == "en" else short_row_name(row.key)


def cell_words(cell: Cell) -> str:
    """What stands in a cell; a blank is nothing, what is not in the text or cannot be read has a sign."""
    if cell.state in ("given", "inferred") and cell.value is not None:
        return f"{cell.value}"
    return {"blank": "", "missing": "×"}.get(cell.state, cell.raw)


def lead_of(finding: Finding, lang: str) -> str:
    """Weight, code and name."""
    return f"{finding.severity.words.in_language(lang)} {finding.code} {finding.name}"
