"""What a user may choose: which rules count, and how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from giar_lark.findings import Finding, Severity
from giar_lark.lean.records import dataclass, field, replace
from giar_lark.rules.entries import matches
from giar_lark.rules.options import USUAL, Options


class Level(StrEnum):
    """How much the findings of a rule shall weigh; `off` is not at all."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The rules to show: each entry is a code (`T3-01`), the front of one (`T3`), or a name (`conservation`).

    An empty `select` selects everything; `ignore` wins over it. `severity` has a level for each of its entries; where
    several stand for a rule, a name or a whole code wins over the front of one, and a longer front over a shorter.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Level] = field(default_factory=dict)
    options: Options = USUAL

    def asked(self, select: tuple[str, ...] | None, ignore: tuple[str, ...] | None) -> Config:
        """The configuration with what was asked for in front; None for what was not.

        Rules that are selected so are wanted, whatever the configuration leaves out.
        """
        config = self
        if select is not None:
            on = {entry: level for entry, level in self.severity.items() if level is not Level.OFF}
            config = replace(config, select=select, ignore=(), severity=on)
        return config if ignore is None else replace(config, ignore=ignore)

    def runs(self, code: str, name: str) -> bool:
        """Whether findings of an ordinary rule are wanted."""
        return not self._is_off(code, name) and (not self.select or _any_matches(self.select, code, name))

    def shows(self, finding: Finding) -> bool:
        """Whether a finding of an ordinary rule is wanted."""
        return self.runs(finding.code, finding.name)

    def chosen(self, findings: Sequence[Finding]) -> Sequence[Finding]:
        """Those of some findings of ordinary rules that are wanted, each as grave as its rule shall be."""
        if not (self.select or self.ignore or self.severity):
            return findings
        return [self.weighed(finding) for finding in findings if self.shows(finding)]

    def hides(self, finding: Finding) -> bool:
        """Whether a finding is expressly unwanted."""
        return self._is_off(finding.code, finding.name)

    def weighed(self, finding: Finding) -> Finding:
        """A finding with the severity that its rule shall have.

        A rule may find something milder than it usually does: blanks leave it open, or the organ has no fixed deadline. It
        stays milder where the rule is made milder; where the rule is made as grave as usual, or graver, so is all it finds.
        """
        level = self._level(finding.code, finding.name)
        if level is None or level is Level.OFF:
            return finding
        from giar_lark.rules import find_rule

        page = find_rule(finding.code)
        if page is None:
            return finding
        wanted = Severity(level.value)
        if wanted.rank > page.RULE.severity.rank and finding.severity.rank > wanted.rank:
            return finding
        return replace(finding, severity=wanted)

    def _is_off(self, code: str, name: str) -> bool:
        return _any_matches(self.ignore, code, name) or self._level(code, name) is Level.OFF

    def _level(self, code: str, name: str) -> Level | None:
        if not self.severity:
            return None
        entries = [entry for entry in self.severity if matches(entry, code, name)]
        best = max(entries, key=lambda entry: (entry.lower() == name, len(entry)), default=None)
        return None if best is None else self.severity[best]


def _any_matches(entries: tuple[str, ...], code: str, name: str) -> bool:
    return bool(entries) and any(matches(entry, code, name) for entry in entries)
