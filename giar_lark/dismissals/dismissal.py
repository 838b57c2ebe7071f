"""One dismissal: which findings of which files it sets aside, why, and for how long."""

from __future__ import annotations

from datetime import date

from giar_lark.dismissals.pattern import matches
from giar_lark.findings import Finding
from giar_lark.lean.records import dataclass
from giar_lark.source.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """An entry `[[dismiss]]`: the findings of a rule in the files of a pattern; with `key`, `id` or `text` (what stands
    under the finding, white space apart) only those that have all of what is given.

    `until` is the last day it holds, `index` its number in its file, from 0. `needs_others` says that its rule looks at
    several reports.
    """

    index: int
    file: str
    code: str
    name: str
    reason: str
    key: str | None = None
    id: str | None = None
    text: str | None = None
    until: date | None = None
    needs_others: bool = False

    def is_expired(self, today: date) -> bool:
        """Whether its last day has gone."""
        return self.until is not None and self.until < today

    def means_file(self, path: str) -> bool:
        """Whether it speaks of a file, given by its path below the folder of the dismissals."""
        return matches(path, self.file)

    def means(self, finding: Finding, source: Source) -> bool:
        """Whether it speaks of a finding, the file apart."""
        return (
            finding.code == self.code
            and self.key in (None, finding.key)
            and self.id in (None, finding.id)
            and (self.text is None or squeezed(self.text) == squeezed(covered(finding, source)))
        )


def covered(finding: Finding, source: Source) -> str:
    """The text under a finding."""
    return source.text[finding.span.start : finding.span.end]


def squeezed(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())
