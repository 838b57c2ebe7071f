"""Where the files of a run are kept: on a disk, or in a store. A file is there whole or not at all, whenever one looks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from giar_lark.stores.address import is_remote


class Store(Protocol):
    """Files by their paths or addresses."""

    def names(self, folder: str) -> list[str]:
        """The files in a folder and below it, by what they are called in it; none, where it is not there."""
        ...

    def read(self, paths: Sequence[str]) -> list[bytes | None]:
        """What is in some files, which are had together; None for one that is not there."""
        ...

    def write(self, path: str, data: bytes) -> None:
        """Let a file have this in it, in place of what it had. The folder that it lies in is made."""
        ...

    def place(self, path: str, made: Path) -> None:
        """Let a file that was made on this machine be there, in place of what was."""
        ...

    def has(self, path: str) -> bool:
        """Whether a file or a folder is there."""
        ...

    def remove(self, path: str) -> None:
        """Take a file or a folder away, if it is there."""
        ...


def store_of(path: str) -> Store:
    """What keeps the files at a path or an address.

    Raises: StoreError, where no library at hand reaches it.
    """
    if not is_remote(path):
        from giar_lark.stores.disk import Disk

        return Disk()
    from giar_lark.stores.remote import Remote

    return Remote(path)
