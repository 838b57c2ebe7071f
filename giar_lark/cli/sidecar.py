"""A file of dismissals at work in a run: what it sets aside, and in the end what is wrong with it."""

from __future__ import annotations

import os
from datetime import date

from giar_lark.containers.files import walk
from giar_lark.containers.names import outer_file
from giar_lark.dismissals.dismissal import Dismissal
from giar_lark.dismissals.file import Dismissals
from giar_lark.dismissals.pattern import has_wildcard
from giar_lark.dismissals.review import Seen, review
from giar_lark.dismissals.sift import sift
from giar_lark.lean.later import Later
from giar_lark.lean.records import replace
from giar_lark.outcomes.outcome import Outcome
from giar_lark.pipeline import NO_REPORT, in_order
from giar_lark.rules import GATES_AFTER_READING, GATES_BEFORE_READING
from giar_lark.settings.config import Config
from giar_lark.settings.relative import near, relative

_REFUSALS = frozenset(gate.RULE.code for gate in (*GATES_BEFORE_READING, *GATES_AFTER_READING))


class Sidecar:
    """Dismissals, and what has been seen of the reports that they speak of.

    Which of their rules run, and how much the findings about them weigh, is what holds in their folder.
    """

    def __init__(self, dismissals: Dismissals, config: Config, today: date) -> None:
        self._dismissals, self._config, self._today = dismissals, config, today
        self._checked: set[str] = set()
        self._used: set[Dismissal] = set()

    def sifted(self, outcome: Outcome) -> Outcome:
        """What has come of a report, with the findings that are set aside apart."""
        sifted = sift(outcome.path, outcome.source, outcome.findings, self._dismissals, self._today)
        refused = outcome.source.binary or any(finding.code in _REFUSALS for finding in outcome.findings)
        if not refused:  # else no other rule has looked at it
            self._checked.add(relative(outcome.path, self._dismissals.folder))
        self._used.update(sifted.used)
        return replace(outcome, findings=sifted.kept, dismissed=sifted.dismissed)

    def review(self) -> Outcome:
        """What is wrong with the dismissals, when all reports have been through."""
        judged = [one for one in self._dismissals.entries if self._config.runs(one.code, one.name)]
        seen = Seen(checked=self._checked, present=self._present(), used=self._used)
        found = review(judged, self._dismissals.source, seen, self._today)
        shown = (self._config.weighed(finding) for finding in found if self._config.shows(finding))
        return Outcome(
            path=near(str(self._dismissals.path)),
            source=self._dismissals.source,
            read=Later.of(NO_REPORT),
            findings=in_order(shown, self._dismissals.source),
            is_report=False,
        )

    def _present(self) -> set[str]:
        """The reports that are there and that idle dismissals may speak of. The folder is walked only if it has to be."""
        folder = self._dismissals.folder
        idle = [entry for entry in self._dismissals.entries if entry not in self._used]
        named = {entry.file for entry in idle if os.path.isfile(outer_file(os.path.join(folder, entry.file)))}
        if not any(has_wildcard(entry.file) or entry.needs_others for entry in idle):
            return named
        return named | {relative(path, folder) for path in walk(str(folder))}
