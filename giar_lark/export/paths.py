"""Paths as other programs know them: below the folder of the project, with slashes."""

from __future__ import annotations

import os.path
from pathlib import Path, PurePath
from urllib.parse import quote

from giar_lark.containers.names import as_text


def relative_path(path: str, root: Path) -> str | None:
    """A path below a folder, from there and with slashes; None for one that lies elsewhere."""
    whole = Path(root, path)
    try:
        return _normal(whole).relative_to(_normal(root)).as_posix()
    except ValueError:
        return None


def shown_path(path: str, root: Path) -> str:
    """A path below a folder from there; another one as it is, with slashes."""
    return as_text(relative_path(path, root) or PurePath(path).as_posix())


def relative_uri(path: str, root: Path) -> str | None:
    """A path below a folder as a relative URI; None for one that lies elsewhere."""
    found = relative_path(path, root)
    # a first part with a colon would be taken for a scheme; `quote` writes it as %3A
    return None if found is None else quote(found, errors="surrogateescape")


def absolute_uri(path: str, root: Path) -> str:
    """A path as a `file:` URI."""
    return "file://" + quote("/" + _normal(Path(root, path)).as_posix().lstrip("/"), errors="surrogateescape")


def _normal(path: Path) -> Path:
    """A path without `.` and `..`, as written: a symbolic link is where the user sees it."""
    return Path(os.path.normpath(path.absolute()))
