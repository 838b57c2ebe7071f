"""A line a finding: `path:line:column: CODE severity message`, for grep and editors; `[*]` marks what `--fix` mends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giar_lark.findings import Finding
from giar_lark.render.cells import printable
from giar_lark.render.theme import SEVERITY_WORDS
from giar_lark.source.source import Source


def concise_lines(path: str, source: Source, findings: Sequence[Finding], lang: str) -> Iterator[str]:
    """The lines of a file's findings, in order of place."""
    for finding in findings:
        address = source.address(finding.span.start)
        word = SEVERITY_WORDS[finding.severity].in_language(lang)
        message = printable(finding.message.in_language(lang))
        yield f"{printable(path)}:{address.written(lang)}: {finding.code} {_star(finding, source)}{word} {message}{_beside(finding, lang)}"


def _star(finding: Finding, source: Source) -> str:
    """The sign of a finding that `--fix` mends."""
    return "[*] " if finding.fix is not None and finding.fix.safe and source.takes_edits else ""


def _beside(finding: Finding, lang: str) -> str:
    """The first place in another file, in brackets; empty where there is none."""
    if not finding.related_elsewhere:
        return ""
    place, _ = finding.related_elsewhere[0]
    return f" ({printable(place.path)}:{place.address.written(lang)})"
