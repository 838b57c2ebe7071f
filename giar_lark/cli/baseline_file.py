"""A baseline where it lies: the paths in it are seen from its folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from giar_lark.baseline.file import baseline_text, read_baseline
from giar_lark.baseline.known import Baseline, all_known
from giar_lark.cli.configuration import wrong_files
from giar_lark.cli.exits import usage_error
from giar_lark.containers.names import STDIN, outer_file
from giar_lark.lean.records import dataclass, replace
from giar_lark.outcomes.outcome import Outcome
from giar_lark.settings.problem import SettingsError
from giar_lark.settings.relative import relative


@dataclass(frozen=True, slots=True)
class BaselineFile:
    """A baseline and where it lies."""

    path: Path
    baseline: Baseline

    def without_known(self, outcome: Outcome) -> Outcome:
        """What has come of a file, with the known findings apart."""
        split = self.baseline.split(name_in(self.path, outcome.path), outcome.source, outcome.findings)
        return replace(outcome, findings=split.new, known=split.known)

    def reports(self) -> list[str]:
        """The paths of its files that are still there; an archive stands for all that is in it."""
        paths = (
            outer_file(os.path.join(self.path.parent, name))
            for name in self.baseline.files
            if outer_file(name) != STDIN
        )
        return sorted({os.path.normpath(path) for path in paths if os.path.isfile(path)})


def opened_baseline(path: Path, lang: str) -> BaselineFile:
    """The baseline in a file.

    Raises: the exit of a wrong usage, where there is none.
    """
    try:
        return BaselineFile(path, read_baseline(path))
    except SettingsError as error:
        raise wrong_files(error, lang) from None


def baseline_of(path: Path, outcomes: Iterable[Outcome]) -> Baseline:
    """The baseline at a path that knows all findings of some files."""
    return Baseline({name_in(path, one.path): all_known(one.findings, one.source) for one in outcomes})


def save(path: Path, baseline: Baseline) -> None:
    """Write a baseline.

    Raises: the exit of a wrong usage, where that cannot be.
    """
    try:
        path.write_text(baseline_text(baseline), encoding="utf-8", newline="")
    except OSError as error:
        raise usage_error(f"{path}: {error.strerror}") from None


def name_in(path: Path, report: str) -> str:
    """A report as the baseline at a path calls it."""
    return report if outer_file(report) == STDIN else relative(report, Path(os.path.abspath(path)).parent)
