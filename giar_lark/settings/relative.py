"""Paths as the files of a user have them: from the folder of that file, and with slashes on every system."""

from __future__ import annotations

import os
from pathlib import Path


def relative(path: str, folder: Path) -> str:
    """A path from a folder, with `..` where it lies elsewhere; as it is where it lies on another drive."""
    whole = os.path.abspath(path)
    try:
        return Path(os.path.relpath(whole, folder)).as_posix()
    except ValueError:
        return Path(whole).as_posix()


def near(path: str) -> str:
    """A path as seen from the working directory, if it is there or below; else as it is."""
    try:
        seen = os.path.relpath(path)
    except ValueError:  # on another drive
        return path
    return path if seen.startswith(os.pardir) else seen
