"""The closing line: how many findings, in how many files, in what time."""

from __future__ import annotations

from collections import Counter

from giar_lark.findings import Severity
from giar_lark.lean.records import dataclass, field
from giar_lark.outcomes.outcome import Outcome


@dataclass(slots=True)
class Tally:
    """Counts over a run."""

    files: int = 0
    failed: int = 0
    dismissed: int = 0
    known: int = 0
    fixed: int = 0
    fixable: int = 0
    suggested: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)

    def add(self, outcome: Outcome) -> None:
        """Count a report and its findings; of a file that is none, the findings alone."""
        self.files += outcome.is_report
        self.severities.update(finding.severity for finding in outcome.findings)
        self.dismissed += len(outcome.dismissed)
        self.known += len(outcome.known)
        if outcome.source.takes_edits:
            self._add_fixes(outcome)

    def take(self, other: Tally) -> None:
        """Add the counts of others."""
        self.files += other.files
        self.dismissed += other.dismissed
        self.known += other.known
        self.fixable += other.fixable
        self.suggested += other.suggested
        self.severities.update(other.severities)

    def _add_fixes(self, outcome: Outcome) -> None:
        fixes = [finding.fix for finding in outcome.findings if finding.fix is not None and not finding.fix.by_hand]
        self.fixable += sum(fix.safe for fix in fixes)
        self.suggested += sum(not fix.safe for fix in fixes)

    def reaches(self, level: Severity) -> bool:
        """Whether anything of a level, or graver, was found."""
        return any(severity.rank <= level.rank for severity, count in self.severities.items() if count)


def summary_line(tally: Tally, seconds: float, lang: str) -> str:
    """One sentence about the whole run; where there was no file, that nothing was checked: a wrong path must not look like a sound one."""
    if not (tally.files or tally.failed):
        return (
            "there are no reports here, nothing was checked; check the path"
            if lang == "en"
            else "这里没有报告，什么也没有检查；请检查路径"
        )
    took = f"{seconds:.2f}" if seconds < 10 else f"{seconds:.0f}"
    if lang == "en":
        failed = f"; {_plural(tally.failed, 'file')} not checked" if tally.failed else ""
        return f"{_found_en(tally)}; checked {_plural(tally.files, 'file')} in {took} s{failed}"
    failed = f"；{tally.failed} 个文件未能检查" if tally.failed else ""
    return f"{_found_zh(tally)}；检查了 {tally.files} 个文件，用时 {took} 秒{failed}"


def standing_lines(tally: Tally, checked: int, seconds: float, lang: str) -> tuple[str, str]:
    """Two sentences about all reports of which only some have just been checked: what is found in all; how many were."""
    took = f"{seconds:.2f}" if seconds < 10 else f"{seconds:.0f}"
    if lang == "en":
        failed = f"; {_plural(tally.failed, 'file')} not checked" if tally.failed else ""
        return f"{_found_en(tally)}{failed}", f"in {_plural(tally.files, 'file')}; checked {checked} in {took} s"
    failed = f"；{tally.failed} 个文件未能检查" if tally.failed else ""
    return f"{_found_zh(tally)}{failed}", f"{tally.files} 个文件，这次检查 {checked} 个，用时 {took} 秒"


def _found_zh(tally: Tally) -> str:
    """What was found, then what was passed over."""
    errors, warnings, notes = _counts(tally)
    found = f"共 {errors} 处错误、{warnings} 处警告、{notes} 处提示" if errors + warnings + notes else "没有发现问题"
    dismissed = f"；另有 {tally.dismissed} 条已按说明忽略" if tally.dismissed else ""
    known = f"；另有 {tally.known} 条基线中已有" if tally.known else ""
    return f"{found}{dismissed}{known}"


def _found_en(tally: Tally) -> str:
    """What was found, then what was passed over."""
    errors, warnings, notes = _counts(tally)
    parts = (_plural(errors, "error"), _plural(warnings, "warning"), _plural(notes, "note"))
    found = f"found {', '.join(parts)}" if errors + warnings + notes else "nothing found"
    dismissed = f"; {tally.dismissed} more dismissed" if tally.dismissed else ""
    known = f"; {tally.known} more in the baseline" if tally.known else ""
    return f"{found}{dismissed}{known}"


def _counts(tally: Tally) -> tuple[int, int, int]:
    severities = tally.severities
    return severities[Severity.ERROR], severities[Severity.WARNING], severities[Severity.INFO]


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
