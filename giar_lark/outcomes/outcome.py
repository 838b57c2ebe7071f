"""What has come of one file: all that an output is given of it."""

from __future__ import annotations

from giar_lark.findings import Dismissed, Finding
from giar_lark.lean.later import Later
from giar_lark.lean.records import dataclass
from giar_lark.lean.shown import Shown
from giar_lark.model.report import Report
from giar_lark.source.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Shown):
    """A file that was checked: what the user called it, its text, the report in it, its findings in order of place.

    The report is `read` when it is asked for, where the file was checked in another process.
    `dismissed` are the findings that someone has set aside, `known` those that a baseline knows; neither is among the
    findings. `is_report` is False for a file of the user's own that has findings, such as that of dismissals.
    """

    path: str
    source: Source
    read: Later[Report]
    findings: tuple[Finding, ...]
    dismissed: tuple[Dismissed, ...] = ()
    known: tuple[Finding, ...] = ()
    is_report: bool = True

    @property
    def report(self) -> Report:
        """The report in it."""
        return self.read.value
