"""What becomes of findings between the rules and the outputs: what is set aside is taken out, and what is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from giar_lark.check import NO_REPORT, in_order
from giar_lark.cli import clock
from giar_lark.cli.baseline_file import BaselineFile
from giar_lark.cli.configuration import Configuration, folder_of, wrong_files
from giar_lark.cli.inputs import STDIN, walk
from giar_lark.cli.problems import near_path
from giar_lark.dismissals.dismissal import Dismissal
from giar_lark.dismissals.file import Dismissals, DismissalsFinder
from giar_lark.dismissals.pattern import has_wildcard
from giar_lark.dismissals.review import Seen, review
from giar_lark.dismissals.sift import sift
from giar_lark.outcome import Outcome
from giar_lark.settings.problem import SettingsError
from giar_lark.settings.relative import relative


class Sieve:
    """The dismissals that speak of the reports of a run, of each those in the nearest file above it; and a baseline."""

    def __init__(
        self, paths: Sequence[str], settings: Configuration, lang: str, baseline: BaselineFile | None = None
    ) -> None:
        """Find and read the files, before any report is.

        Raises: the exit of a wrong configuration.
        """
        self._settings, self._today, self._baseline = settings, clock.today(), baseline
        self._files: dict[Path, Dismissals] = {}
        self._checked: dict[Path, set[str]] = defaultdict(set)
        self._used: dict[Path, set[Dismissal]] = defaultdict(set)
        try:
            self._find(paths)
        except SettingsError as error:
            raise wrong_files(error, lang) from None

    def _find(self, paths: Sequence[str]) -> None:
        finder = DismissalsFinder()
        for folder in {folder_of(path) for path in paths if path != STDIN}:
            found = None if self._settings.is_isolated else finder.above(folder)
            if found is not None:
                self._files[folder] = found
                self._settings.in_folder(found.folder)  # a mistake there, too, is told before the run

    def sifted(self, outcome: Outcome) -> Outcome:
        """What has come of a report, without the findings that are set aside, and without those that are known."""
        left = self._without_dismissed(outcome)
        return left if self._baseline is None else self._baseline.without_known(left)

    def _without_dismissed(self, outcome: Outcome) -> Outcome:
        dismissals = None if outcome.path == STDIN else self._files.get(folder_of(outcome.path))
        if dismissals is None:
            return outcome
        sifted = sift(outcome.path, outcome.source, outcome.findings, dismissals, self._today)
        self._checked[dismissals.path].add(relative(outcome.path, dismissals.folder))
        self._used[dismissals.path].update(sifted.used)
        return replace(outcome, findings=sifted.kept, dismissed=sifted.dismissed)

    def review(self) -> Iterator[Outcome]:
        """What is wrong with the dismissals themselves, file by file, when all reports have been through.

        Which rules run, and how much they weigh, is what holds in the folder of the dismissals.
        """
        for path, dismissals in sorted({found.path: found for found in self._files.values()}.items()):
            config, used = self._settings.in_folder(dismissals.folder), self._used[path]
            judged = [entry for entry in dismissals.entries if config.runs(entry.code, entry.name)]
            seen = Seen(checked=self._checked[path], present=_present(dismissals, used), used=used)
            found = (
                finding for finding in review(judged, dismissals.source, seen, self._today) if config.shows(finding)
            )
            findings = in_order(map(config.weighed, found), dismissals.source)
            if findings:
                yield Outcome(
                    path=near_path(str(path)),
                    source=dismissals.source,
                    report=NO_REPORT,
                    findings=findings,
                    is_report=False,
                )


def _present(dismissals: Dismissals, used: set[Dismissal]) -> set[str]:
    """The reports that are there and that dismissals without effect may speak of. A folder is walked only if one has to be."""
    idle = [entry for entry in dismissals.entries if entry not in used]
    named = {entry.file for entry in idle if (dismissals.folder / entry.file).is_file()}
    if not any(has_wildcard(entry.file) or entry.needs_others for entry in idle):
        return named
    return named | {relative(path, dismissals.folder) for path in walk(str(dismissals.folder))}
