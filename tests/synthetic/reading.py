"""A text through the stages of reading, one after the other, without the rules."""

from __future__ import annotations

from dataclasses import dataclass

from giar_lark.findings import Finding
from giar_lark.model.build import build_report
from giar_lark.model.report import Cell, Report
from giar_lark.parse.nodes import ReportNode
from giar_lark.parse.parser import parse_tokens
from giar_lark.source.source import Source
from giar_lark.tokenise.report import tokenise


@dataclass(frozen=True, slots=True)
class Reading:
    """A source, its report, and what the reading stages found wrong."""

    source: Source
    report: Report
    findings: tuple[Finding, ...]

    @property
    def cells(self) -> dict[str, Cell]:
        """The cells by key."""
        return {cell.key: cell for cell in self.report.cells}

    @property
    def readings(self) -> dict[str, tuple[object, str]]:
        """Key to value and state."""
        return {cell.key: (cell.value, cell.state) for cell in self.report.cells}

    @property
    def codes(self) -> list[str]:
        """The codes of the findings, in the order they were found."""
        return [finding.code for finding in self.findings]

    def covered(self, finding: Finding) -> str:
        """The text under a finding."""
        return self.source.text[finding.span.start : finding.span.end]

    def line(self, finding: Finding) -> str:
        """The line that a finding begins on."""
        start, end = self.source.line_span(self.source.place(finding.span.start).line)
        return self.source.text[start:end]


def read_source(source: Source) -> Reading:
    """The reading of a source."""
    tokens = tokenise(source)
    parsed = parse_tokens(tokens.tokens, source.text)
    assert isinstance(parsed.tree, ReportNode)
    report = build_report(parsed.tree, source.text, parsed.miscounted)
    return Reading(source, report, (*tokens.findings, *parsed.findings))


def read_text(text: str) -> Reading:
    """The reading of a text."""
    return read_source(Source(text))
