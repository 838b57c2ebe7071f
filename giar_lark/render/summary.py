"""The closing line: how many findings, in how many files, in what time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from giar_lark.findings import Finding, Severity


@dataclass(slots=True)
class Tally:
    """Counts over a run."""

    files: int = 0
    failed: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)

    def add(self, findings: Sequence[Finding]) -> None:
        """Count a file and its findings."""
        self.files += 1
        self.severities.update(finding.severity for finding in findings)

    def reaches(self, level: Severity) -> bool:
        """Whether anything of a level, or graver, was found."""
        return any(severity.rank <= level.rank for severity, count in self.severities.items() if count)


def summary_line(tally: Tally, seconds: float, lang: str) -> str:
    """One sentence about the whole run."""
    errors, warnings, notes = (tally.severities[s] for s in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    took = f"{seconds:.2f}" if seconds < 10 else f"{seconds:.0f}"
    if lang == "en":
        parts = [_plural(errors, "error"), _plural(warnings, "warning"), _plural(notes, "note")]
        found = "found " + ", ".join(parts) if any((errors, warnings, notes)) else "nothing found"
        failed = f"; {_plural(tally.failed, 'file')} not checked" if tally.failed else ""
        return f"{found}; checked {_plural(tally.files, 'file')} in {took} s{failed}"
    found = (
        f"共 {errors} 处错误、{warnings} 处警告、{notes} 处提示" if any((errors, warnings, notes)) else "没有发现问题"
    )
    failed = f"；{tally.failed} 个文件未能检查" if tally.failed else ""
    return f"{found}；检查了 {tally.files} 个文件，用时 {took} 秒{failed}"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
