"""Findings as workflow commands of GitHub Actions, which marks them at their lines in a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from giar_lark.export.paths import shown_path
from giar_lark.findings import HELP_LEAD, Finding, Severity
from giar_lark.markup.xml_text import xml_text
from giar_lark.outcomes.outcome import Outcome

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github_lines(outcome: Outcome, lang: str, root: Path) -> Iterator[str]:
    """A command a finding: `::error title=…,file=…,line=…,col=…,endLine=…,endColumn=…::…`."""
    path = shown_path(outcome.path, root)
    for finding in outcome.findings:
        begin, end = outcome.source.address(finding.span.start), outcome.source.end_address(finding.span.end)
        properties = {
            "title": f"{finding.code} {finding.name}",
            "file": path,
            "line": begin.line,
            "col": begin.column,
            "endLine": end.line,
            "endColumn": end.column,
        }
        listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
        yield f"::{_COMMANDS[finding.severity]} {listed}::{_data(_words(finding, lang))}"


def _words(finding: Finding, lang: str) -> str:
    message = finding.message.in_language(lang)
    if finding.help is None:
        return message
    return f"{message}\n{HELP_LEAD.in_language(lang)}{finding.help.in_language(lang)}"


def _data(text: str) -> str:
    """A text without what could steer the terminal that shows it, in the escapes of a command's last part."""
    return xml_text(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
