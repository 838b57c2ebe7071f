"""Which configuration file holds for a report: the nearest one above it, alone; files are never merged."""

from __future__ import annotations

from pathlib import Path

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.settings.settings import PYPROJECT, SECTION, Settings

NAMES = ("giar-lark.toml", ".giar-lark.toml", PYPROJECT)
# without any of these no text in TOML has our table: it is named there, or in a table `tool` of its own, or in escapes
_MAY_SPEAK = lazy_pattern(r"tool\W*giar-lark|tool[\"'\s]*[\]=]|\\[uU]")


class SettingsFinder:
    """The configuration files above folders, each read once.

    In one folder `giar-lark.toml` comes before `.giar-lark.toml`, and that before a `pyproject.toml` that speaks of us.
    """

    def __init__(self) -> None:
        self._known: dict[Path, Settings | None] = {}

    def above(self, folder: Path) -> Settings | None:
        """The settings of the nearest file in a folder or above it; None where there is none.

        Raises: SettingsError, where that file is wrong.
        """
        if folder not in self._known:
            self._known[folder] = self._nearest(folder)
        return self._known[folder]

    def _nearest(self, folder: Path) -> Settings | None:
        path = next((path for name in NAMES if _speaks(path := folder / name)), None)
        if path is not None:
            # most reports have no configuration above them, and reading one takes longer to load than it takes
            from giar_lark.settings.read import read_settings

            return read_settings(path)
        return None if folder.parent == folder else self.above(folder.parent)


def _speaks(path: Path) -> bool:
    """Whether a file is there, and has settings. A `pyproject.toml` of others is passed over, even if it is broken."""
    if not path.is_file():
        return False
    if path.name != PYPROJECT:
        return True
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
    if not _MAY_SPEAK.search(text):
        return False
    import tomllib

    try:
        tool = tomllib.loads(text).get(SECTION[0])
    except tomllib.TOMLDecodeError:
        return ".".join(SECTION) in text
    return isinstance(tool, dict) and SECTION[1] in tool
