"""The configuration of a run: what the command line says, and where it is silent, the nearest file."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from giar_lark.cli.exits import USAGE, usage_error
from giar_lark.cli.language import say
from giar_lark.containers.files import Found
from giar_lark.containers.names import STDIN, outer_file
from giar_lark.lean.records import dataclass
from giar_lark.settings.config import Config
from giar_lark.settings.find import SettingsFinder
from giar_lark.settings.problem import SettingsError
from giar_lark.settings.settings import Settings
from giar_lark.stores.address import is_remote


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command line says about the configuration; None for an option that is not given."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    file: Path | None = None
    isolated: bool = False


def asked(
    select: Sequence[str] | None, ignore: Sequence[str] | None, file: Path | None, isolated: bool, lang: str
) -> Asked:
    """What the command line says.

    Raises: the exit of a wrong usage, where a rule is not known, or a file is named and none is wanted.
    """
    if file is not None and isolated:
        raise usage_error(say("--config 与 --isolated 不能同用", "--config and --isolated exclude each other", lang))
    return Asked(
        select=_known(select, lang),
        ignore=_known(ignore, lang),
        file=file,
        isolated=isolated,
    )


def _known(entries: Sequence[str] | None, lang: str) -> tuple[str, ...] | None:
    if entries is None:
        return None
    from giar_lark.cli.choice import known_entries

    return tuple(known_entries(entries, lang))


class Configuration:
    """The settings that hold for the reports of a run, and those that hold for the run.

    A report is judged by the nearest file above it, else by the nearest above the working directory. What can only be
    one for the whole run (language, format, when to fail) is taken from the nearest file above all of the reports.
    """

    def __init__(self, asked: Asked, paths: Sequence[str], lang: str) -> None:
        """Find and read the files, before any report is.

        Raises: the exit of a wrong configuration.
        """
        self._asked, self._finder, self._fixed = asked, SettingsFinder(), None
        try:
            if asked.file is not None or asked.isolated:
                self._fixed = Settings() if asked.file is None else _settings_in(asked.file)
            self.run = self._settings(_common_folder(paths))
            self._configs: dict[Path, Config] = {}
            # the same by what stands in front of a name: a run asks for each report, and there may be a million in one folder
            self._config_beside: dict[str, Config] = {}
            for folder in set(map(folder_of, paths)):
                self.in_folder(folder)
        except SettingsError as error:
            raise wrong_files(error, lang) from None

    @property
    def is_isolated(self) -> bool:
        """Whether no file that a user wrote for us is to be read."""
        return self._asked.isolated

    def of(self, path: str) -> Config:
        """The configuration for one of the reports."""
        beside = os.path.dirname(path)
        config = self._config_beside.get(beside)
        if config is None:
            config = self._config_beside[beside] = self._configs[folder_of(path)]
        return config

    @property
    def all(self) -> tuple[Config, ...]:
        """The configurations of all reports."""
        return tuple(self._configs.values())

    @property
    def by_folder(self) -> Mapping[Path, Config]:
        """The configurations by the folder of the reports that they are for."""
        return self._configs

    def in_folder(self, folder: Path) -> Config:
        """The configuration for what lies in a folder.

        Raises: SettingsError, where the file that holds there is wrong.
        """
        if folder not in self._configs:
            self._configs[folder] = self._settings(folder).config.asked(self._asked.select, self._asked.ignore)
        return self._configs[folder]

    def _settings(self, folder: Path) -> Settings:
        if self._fixed is not None:
            return self._fixed
        return self._finder.above(folder) or self._finder.above(Path.cwd()) or Settings()


def _settings_in(path: Path) -> Settings:
    from giar_lark.settings.read import read_settings

    return read_settings(path)


def settings_of_run(files: Sequence[Found], lang: str) -> Settings:
    """What the nearest configuration above some files says, for commands that ask for nothing else of it.

    Raises: the exit of a wrong configuration.
    """
    try:
        finder = SettingsFinder()
        return finder.above(_common_folder([one.file for one in files])) or finder.above(Path.cwd()) or Settings()
    except SettingsError as error:
        raise wrong_files(error, lang) from None


def folder_of(path: str) -> Path:
    """The folder that a report lies in; the working directory for standard input, and for what is in a store."""
    if path == STDIN or is_remote(path):
        return Path.cwd()
    file = outer_file(path)
    return Path.cwd() if file == STDIN else Path(os.path.abspath(file)).parent


def _common_folder(paths: Sequence[str]) -> Path:
    folders = set(map(folder_of, paths))
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # no reports, or reports on different drives
        return Path.cwd()


def wrong_files(error: SettingsError, lang: str) -> SystemExit:
    """What to raise where a file that a user wrote for us is wrong; everything wrong in it goes to stderr at once."""
    from giar_lark.cli.problems import problem_lines

    for problem in error.problems:
        for line in problem_lines(problem, lang):
            print(line, file=sys.stderr)
    return SystemExit(USAGE)
