"""Findings as diagnostics: place, weight, code with a link to its page, second places, and what fades or is struck out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from giar_lark.findings import Finding, Severity
from giar_lark.lsp.document import Document, uri_of
from giar_lark.lsp.pages import Pages
from giar_lark.settings.problem import Problem

SOURCE = "giar-lark"
SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
# what is too much, and what was right once
_TAGS = {
    "superfluous-value": types.DiagnosticTag.Unnecessary,
    "doubled-word": types.DiagnosticTag.Unnecessary,
    "leftover-instruction": types.DiagnosticTag.Unnecessary,
    "repeated-row": types.DiagnosticTag.Unnecessary,
    "old-label": types.DiagnosticTag.Deprecated,
    "superseded-law": types.DiagnosticTag.Deprecated,
}


def diagnostics_of(document: Document, findings: Iterable[Finding], pages: Pages, lang: str) -> list[types.Diagnostic]:
    """The diagnostics of a document, in the order of its findings."""
    return [_diagnostic(document, finding, pages, lang) for finding in findings]


def _diagnostic(document: Document, finding: Finding, pages: Pages, lang: str) -> types.Diagnostic:
    address, tag = pages.address(finding.code, lang), _TAGS.get(finding.name)
    return types.Diagnostic(
        range=document.at.range(finding.span),
        message=_message(document, finding, lang),
        severity=SEVERITIES[finding.severity],
        code=finding.code,
        code_description=types.CodeDescription(address) if address else None,
        source=SOURCE,
        tags=[tag] if tag else None,
        related_information=list(_related(document, finding, lang)) or None,
        data={"id": finding.id},
    )


def _message(document: Document, finding: Finding, lang: str) -> str:
    """The sentence of a finding; with the spot in front where an editor cannot go there."""
    message = finding.message.in_language(lang)
    if document.at.are_lines:
        return message
    spot = document.source.address(finding.span.start).in_words(lang)
    return f"{document.inside} {spot}: {message}" if document.inside else f"{spot}: {message}"


def _related(document: Document, finding: Finding, lang: str) -> Iterator[types.DiagnosticRelatedInformation]:
    """The second places, in this file or in others. In others a column is that of the file: one character, one unit."""
    for related in finding.related:
        if related.elsewhere is None:
            location = types.Location(document.uri, document.at.range(related.span))
        else:
            line, column, spot = related.elsewhere.address
            place = types.Position(0, 0) if spot else types.Position(line - 1, column - 1)
            location = types.Location(uri_of(related.elsewhere.path), types.Range(place, place))
        yield types.DiagnosticRelatedInformation(location, related.message.in_language(lang))


def problem_diagnostic(problem: Problem, lang: str) -> types.Diagnostic:
    """What is wrong with a configuration file, or another file of the user's, at its line."""
    line, column = max(problem.line - 1, 0), max(problem.column - 1, 0)
    return types.Diagnostic(
        range=types.Range(types.Position(line, column), types.Position(line, column + problem.width_chars)),
        message=problem.message.in_language(lang),
        severity=types.DiagnosticSeverity.Error,
        source=SOURCE,
    )
