"""Paths as the files of a user have them: from the folder of that file, and with slashes on every system."""

from __future__ import annotations

import os
from pathlib import Path

from giar_lark.containers.names import outer_file


def relative(path: str, folder: Path) -> str:
    """A path from a folder, what is inside a file as it is called there; with `..` where it lies elsewhere; as it is where it lies on another drive."""
    file = outer_file(path)
    whole, inside = os.path.abspath(file), path[len(file) :]
    try:
        return Path(os.path.relpath(whole, folder)).as_posix() + inside
    except ValueError:
        return Path(whole).as_posix() + inside


def near(path: str) -> str:
    """A path as seen from the working directory, if it is there or below; else as it is."""
    try:
        seen = os.path.relpath(path)
    except ValueError:  # on another drive
        return path
    return path if seen.startswith(os.pardir) else seen
