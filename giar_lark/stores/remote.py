"""Files in a store that fsspec reaches.

In an object store what is put there is there whole or not at all. Elsewhere a file is written under a hidden name first,
and then takes its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from giar_lark.lang import Text
from giar_lark.stores.address import beside, folder_of, last_name, scheme_of
from giar_lark.stores.reach import reached
from giar_lark.stores.trouble import StoreError, told

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

# where nothing is seen of a file before all of it has arrived, and files have no folders that would have to be made
_OF_OBJECTS = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "oss", "oci", "tos", "memory"})
# a driver would fill them in
_WILDCARDS = "*?["


class Remote:
    """The store of an address."""

    def __init__(self, address: str) -> None:
        """By an address in it. Nothing is asked of it yet. Raises: StoreError, where no library at hand reaches it."""
        self._files: AbstractFileSystem = reached(address).files
        self._has_objects = scheme_of(address) in _OF_OBJECTS

    def names(self, folder: str) -> list[str]:
        """The files in a folder and below it; those that are not whole yet are hidden, and none of them."""
        path = reached(folder).path
        try:
            with _asked(folder):
                self._files.invalidate_cache()
                found = self._files.find(path)
        except FileNotFoundError:
            return []
        before = len(path.strip("/"))
        names = (str(name).strip("/")[before:].strip("/") for name in found)
        return sorted(name for name in names if name and not last_name(name).startswith("."))

    def read(self, paths: Sequence[str]) -> list[bytes | None]:
        """What is in some files, asked for together."""
        names = [reached(path).path for path in paths]
        if len(paths) < 2 or any(char in name for name in names for char in _WILDCARDS):
            return [self._content(path) for path in paths]
        with _asked(paths[0]):
            found = self._files.cat(names, on_error="omit")
        return [found[name] if name in found else self._content(path) for name, path in zip(names, paths, strict=True)]

    def write(self, path: str, data: bytes) -> None:
        """Let a file have this in it."""
        self._put(path, lambda name: self._files.pipe_file(name, data))

    def place(self, path: str, made: Path) -> None:
        """Let a file that was made here be there."""
        self._put(path, lambda name: self._files.put_file(str(made), name))

    def has(self, path: str) -> bool:
        """Whether a file or a folder is there."""
        with _asked(path):
            self._files.invalidate_cache()
            return bool(self._files.exists(reached(path).path))

    def remove(self, path: str) -> None:
        """Take a file, or a folder with all that is in it, away."""
        name = reached(path).path
        with suppress(FileNotFoundError), _asked(path):
            self._files.invalidate_cache()
            if self._files.isdir(name):
                self._files.rm(name, recursive=True)
            else:
                self._files.rm_file(name)

    def _content(self, path: str) -> bytes | None:
        try:
            with _asked(path):
                return bytes(self._files.cat_file(reached(path).path))
        except FileNotFoundError:
            return None

    def _put(self, path: str, put: Callable[[str], object]) -> None:
        try:
            with _asked(path):
                self._put_whole(path, put)
        except FileNotFoundError:
            reason = Text("没有这个存储桶或文件夹", "there is no such bucket or folder")
            raise StoreError(path, reason, Text("检查地址", "check the address")) from None

    def _put_whole(self, path: str, put: Callable[[str], object]) -> None:
        if self._has_objects:
            put(reached(path).path)
            return
        self._files.makedirs(reached(folder_of(path)).path, exist_ok=True)
        hidden = reached(beside(path, f".{last_name(path)}.unfinished")).path
        put(hidden)
        self._rename(hidden, reached(path).path)

    def _rename(self, hidden: str, path: str) -> None:
        """Let a file take its name; HDFS does not rename to one that is taken."""
        try:
            self._files.mv(hidden, path)
        except Exception:
            if not self._files.exists(path):
                raise
            self._files.rm_file(path)
            self._files.mv(hidden, path)


@contextmanager
def _asked(path: str) -> Iterator[None]:
    """Let all that goes wrong be the store's doing.

    Raises: StoreError; FileNotFoundError, where something is not there.
    """
    try:
        with told(path):
            yield
    except PermissionError:
        reason = Text("没有权限", "it does not let you in")
        raise StoreError(path, reason, Text("检查访问权限", "check your keys and what they allow")) from None
