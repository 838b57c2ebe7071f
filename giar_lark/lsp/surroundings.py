"""What lies around a report and decides what is said of it: configuration, dismissals, baseline, language."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from giar_lark.baseline.file import read_baseline
from giar_lark.baseline.known import Baseline
from giar_lark.dismissals.file import Dismissals
from giar_lark.dismissals.find import FILE_NAME, DismissalsFinder
from giar_lark.dismissals.sift import sift
from giar_lark.findings import Dismissed, Finding
from giar_lark.lean.records import dataclass
from giar_lark.lsp.options import Options
from giar_lark.settings.config import Config
from giar_lark.settings.find import NAMES, SettingsFinder
from giar_lark.settings.problem import Problem, SettingsError
from giar_lark.settings.relative import relative
from giar_lark.settings.settings import Settings
from giar_lark.source.source import Source

# the files whose change changes what is said of the reports below them
WATCHED = (*NAMES, FILE_NAME)

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What holds for the reports of a folder. `problems` are those of the files; what is wrong in one leaves the last good one."""

    settings: Settings
    config: Config
    lang: str
    dismissals: Dismissals | None = None
    baseline: Baseline | None = None
    baseline_path: Path | None = None
    problems: tuple[Problem, ...] = ()

    def kept(self, path: Path | None, source: Source, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """The findings of a report that are neither set aside nor known."""
        return self.sifted(path, source, findings)[0]

    def sifted(
        self, path: Path | None, source: Source, findings: tuple[Finding, ...]
    ) -> tuple[tuple[Finding, ...], tuple[Dismissed, ...]]:
        """The findings of a report that are left, and those that are set aside with the reason."""
        dismissed: tuple[Dismissed, ...] = ()
        if path is not None and self.dismissals is not None:
            sifted = sift(str(path), source, findings, self.dismissals, date.today())
            findings, dismissed = sifted.kept, sifted.dismissed
        if path is not None and self.baseline is not None and self.baseline_path is not None:
            name = relative(str(path), self.baseline_path.parent)
            findings = self.baseline.split(name, source, findings).new
        return findings, dismissed


class Atlas:
    """The surroundings of folders, each looked at again when a file that counts has changed."""

    def __init__(self, options: Options, locale: str | None, environ: Mapping[str, str]) -> None:
        self.options, self._locale, self._environ = options, locale, environ
        self._known: dict[Path, tuple[Stamp, Surroundings]] = {}

    def of(self, folder: Path) -> Surroundings:
        """What holds in a folder."""
        stamp = tuple(self._stamps(folder))
        known = self._known.get(folder)
        if known is None or known[0] != stamp:
            known = stamp, self._look(folder, known[1] if known else None)
            self._known[folder] = known
        return known[1]

    def _stamps(self, folder: Path) -> Iterator[tuple[str, int, int]]:
        candidates = [parent / name for parent in (folder, *folder.parents) for name in WATCHED]
        for path in (*candidates, *([self.options.baseline] if self.options.baseline else [])):
            try:
                found = os.stat(path)
            except OSError:
                continue
            yield str(path), found.st_mtime_ns, found.st_size

    def _look(self, folder: Path, last: Surroundings | None) -> Surroundings:
        problems: list[Problem] = []
        settings = last.settings if last else Settings()
        dismissals, baseline = (last.dismissals, last.baseline) if last else (None, None)
        try:
            settings = SettingsFinder().above(folder) or Settings()
        except SettingsError as error:
            problems += error.problems
        try:
            dismissals = DismissalsFinder().above(folder)
        except SettingsError as error:
            problems += error.problems
        try:
            baseline = read_baseline(self.options.baseline) if self.options.baseline else None
        except SettingsError as error:
            problems += error.problems
        return Surroundings(
            settings=settings,
            config=settings.config.asked(self.options.select, self.options.ignore),
            lang=self._lang(settings),
            dismissals=dismissals,
            baseline=baseline,
            baseline_path=self.options.baseline,
            problems=tuple(problems),
        )

    def _lang(self, settings: Settings) -> str:
        """The client's wish, else the environment's, the configuration's, the client's locale; Chinese where none says."""
        configured = settings.lang.value if settings.lang else None
        wanted = self.options.lang or self._environ.get("GIAR_LANG") or configured or self._locale or "zh"
        return "zh" if wanted.lower().startswith("zh") else "en"
