"""Which file of dismissals speaks of a report: the nearest one above it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from giar_lark.dismissals.file import Dismissals

FILE_NAME = "giar-lark.dismissals.toml"


def new_file(folder: Path, settings: Path | None) -> Path:
    """Where the file of dismissals for a folder is to be made: beside the configuration file that holds, else in the folder."""
    if settings is not None and folder.is_relative_to(settings.parent):
        return settings.parent / FILE_NAME
    return folder / FILE_NAME


class DismissalsFinder:
    """The files of dismissals above folders, each read once."""

    def __init__(self) -> None:
        self._known: dict[Path, Dismissals | None] = {}

    def above(self, folder: Path) -> Dismissals | None:
        """The dismissals of the nearest file in a folder or above it; None where there is none.

        Raises: SettingsError, where that file is wrong.
        """
        if folder not in self._known:
            self._known[folder] = self._nearest(folder)
        return self._known[folder]

    def _nearest(self, folder: Path) -> Dismissals | None:
        if (folder / FILE_NAME).is_file():
            # most reports have none above them, and reading takes longer to load than it takes
            from giar_lark.dismissals.file import read_dismissals

            return read_dismissals(folder / FILE_NAME)
        return None if folder.parent == folder else self.above(folder.parent)
