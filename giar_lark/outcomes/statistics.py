"""Counts over many files: of findings by rule, by organ and by year, and of the files that they stand in."""

from __future__ import annotations

from collections import Counter, defaultdict

from giar_lark.findings import Severity
from giar_lark.lean.records import dataclass, field
from giar_lark.outcomes.outcome import Outcome


@dataclass(slots=True)
class Group:
    """Some files: how many, how many of them with findings, and the findings by severity and by rule."""

    files: int = 0
    files_hit: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: Outcome) -> None:
        """Count a report and its findings; of a file that is none, the findings alone."""
        self.files += outcome.is_report
        self.files_hit += outcome.is_report and bool(outcome.findings)
        self.severities.update(finding.severity for finding in outcome.findings)
        self.rules.update(finding.code for finding in outcome.findings)

    @property
    def share_hit(self) -> float:
        """The share of the files that have findings; 0 of none."""
        return self.files_hit / self.files if self.files else 0.0

    @property
    def worst_first(self) -> tuple[int, int, int]:
        """What to sort by, so that the group with most errors comes first, then most warnings, then most notes."""
        errors, warnings, notes = (self.severities[severity] for severity in Severity)
        return (-errors, -warnings, -notes)


@dataclass(slots=True)
class RuleCount:
    """The findings of a rule by severity, and the files that they stand in."""

    code: str
    name: str
    severities: Counter[Severity] = field(default_factory=Counter)
    files_hit: int = 0

    @property
    def findings(self) -> int:
        """How many there are."""
        return self.severities.total()


class Statistics:
    """Counts over a run, growing file by file. A file that does not say its organ or year counts under None."""

    def __init__(self) -> None:
        self.whole = Group()
        self._rules: dict[str, RuleCount] = {}
        self._organs: defaultdict[str | None, Group] = defaultdict(Group)
        self._years: defaultdict[int | None, Group] = defaultdict(Group)

    def add(self, outcome: Outcome) -> None:
        """Count a file and its findings; what is no report belongs to no organ and no year."""
        said = outcome.report.metadata
        self.whole.add(outcome)
        if outcome.is_report:
            self._organs[said.organ_name].add(outcome)
            self._years[said.year].add(outcome)
        for finding in outcome.findings:
            count = self._rules.setdefault(finding.code, RuleCount(finding.code, finding.name))
            count.severities[finding.severity] += 1
        for code in {finding.code for finding in outcome.findings}:
            self._rules[code].files_hit += 1

    @property
    def rules(self) -> list[RuleCount]:
        """The rules with findings, the most frequent first."""
        return sorted(self._rules.values(), key=lambda count: (-count.findings, count.code))

    @property
    def organs(self) -> list[tuple[str | None, Group]]:
        """The organs, the worst first; those that are as good by name."""
        return sorted(self._organs.items(), key=lambda item: (item[1].worst_first, item[0] is None, item[0] or ""))

    @property
    def years(self) -> list[tuple[int | None, Group]]:
        """The years in order, the unknown one last."""
        return sorted(self._years.items(), key=lambda item: (item[0] is None, item[0] or 0))
