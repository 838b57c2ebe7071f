"""What a user may choose: which rules count."""

from __future__ import annotations

from dataclasses import dataclass

from giar_lark.findings import Finding
from giar_lark.rules.options import USUAL, Options


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The rules to show: each entry is a code (`T3-01`), the front of one (`T3`), or a name (`conservation`).

    An empty `select` selects everything; `ignore` wins over it.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    options: Options = USUAL

    def shows(self, finding: Finding) -> bool:
        """Whether a finding of an ordinary rule is wanted."""
        return not self.hides(finding) and (not self.select or _any_matches(self.select, finding))

    def hides(self, finding: Finding) -> bool:
        """Whether a finding is expressly unwanted."""
        return _any_matches(self.ignore, finding)


def _any_matches(entries: tuple[str, ...], finding: Finding) -> bool:
    return any(finding.name == entry or finding.code.startswith(entry.upper()) for entry in entries if entry)
