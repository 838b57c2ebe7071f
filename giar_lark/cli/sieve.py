"""What becomes of findings between the rules and the outputs: what is set aside is taken out, and what is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from giar_lark.cli import clock
from giar_lark.cli.configuration import Configuration, folder_of, wrong_files
from giar_lark.containers.names import STDIN, outer_file
from giar_lark.dismissals.find import DismissalsFinder
from giar_lark.outcomes.outcome import Outcome
from giar_lark.settings.problem import SettingsError

if TYPE_CHECKING:
    from giar_lark.cli.baseline_file import BaselineFile
    from giar_lark.cli.sidecar import Sidecar


class Sieve:
    """The dismissals that speak of the reports of a run, of each those in the nearest file above it; and a baseline."""

    def __init__(
        self, paths: Sequence[str], settings: Configuration, lang: str, baseline: BaselineFile | None = None
    ) -> None:
        """Find and read the files, before any report is.

        Raises: the exit of a wrong configuration.
        """
        self._baseline = baseline
        self._sidecars: dict[Path, Sidecar] = {}
        self._above: dict[Path, Sidecar] = {}
        try:
            if not settings.is_isolated:
                self._find({folder_of(path) for path in paths if path != STDIN}, settings)
        except SettingsError as error:
            raise wrong_files(error, lang) from None

    def _find(self, folders: set[Path], settings: Configuration) -> None:
        finder = DismissalsFinder()
        for folder in folders:
            found = finder.above(folder)
            if found is None:
                continue
            from giar_lark.cli.sidecar import Sidecar

            if found.path not in self._sidecars:
                self._sidecars[found.path] = Sidecar(found, settings.in_folder(found.folder), clock.today())
            self._above[folder] = self._sidecars[found.path]

    @property
    def is_idle(self) -> bool:
        """Whether nothing is set aside or known, and each report may be looked at without the others."""
        return not self._sidecars and self._baseline is None

    def sifted(self, outcome: Outcome) -> Outcome:
        """What has come of a report, without the findings that are set aside, and without those that are known."""
        sidecar = None if outer_file(outcome.path) == STDIN else self._above.get(folder_of(outcome.path))
        left = outcome if sidecar is None else sidecar.sifted(outcome)
        return left if self._baseline is None else self._baseline.without_known(left)

    def review(self) -> Iterator[Outcome]:
        """What is wrong with the dismissals themselves, file by file, when all reports have been through."""
        outcomes = (sidecar.review() for _, sidecar in sorted(self._sidecars.items()))
        return (outcome for outcome in outcomes if outcome.findings)
