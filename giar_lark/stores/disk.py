"""Files on a disk: made under another name, and renamed when they are whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path


class Disk:
    """The file system of this machine."""

    def names(self, folder: str) -> list[str]:
        """The files in a folder and below it; those that are not whole yet are hidden, and none of them."""
        found = (Path(parent) / name for parent, _, names in os.walk(folder) for name in names if name[0] != ".")
        return sorted(path.relative_to(folder).as_posix() for path in found)

    def read(self, paths: Sequence[str]) -> list[bytes | None]:
        """What is in some files."""
        return [_content(Path(path)) for path in paths]

    def write(self, path: str, data: bytes) -> None:
        """Let a file have this in it."""
        unfinished = _hidden(path, "unfinished")
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(data)
        os.replace(unfinished, path)

    def place(self, path: str, made: Path) -> None:
        """Let a file that was made elsewhere be there."""
        unfinished = _hidden(path, "unfinished")
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(made, unfinished)
        os.replace(unfinished, path)

    def has(self, path: str) -> bool:
        """Whether a file or a folder is there."""
        return os.path.exists(path)

    def remove(self, path: str) -> None:
        """Take a file or a folder away: at once for whoever looks for it."""
        gone = _hidden(path, "gone")
        shutil.rmtree(gone, ignore_errors=True)
        if os.path.isdir(path):
            os.replace(path, gone)
            shutil.rmtree(gone, ignore_errors=True)
        else:
            Path(path).unlink(missing_ok=True)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _hidden(path: str, what: str) -> Path:
    return Path(path).with_name(f".{Path(path).name}.{what}")
