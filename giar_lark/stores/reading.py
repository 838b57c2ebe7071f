"""Reading files in stores: one after the other as they come, or whole at once."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, cast

from giar_lark.stores.reach import reached
from giar_lark.stores.trouble import StoreError, told

if TYPE_CHECKING:
    from fsspec.spec import AbstractBufferedFile


def open_remote(address: str, buffer_bytes: int = io.DEFAULT_BUFFER_SIZE) -> io.BufferedReader:
    """A file in a store, open for reading; not every store can go back and forth in it.

    Raises: OSError, where it cannot be opened, as reading does.
    """
    files, path = reached(address)
    with told(address):
        return io.BufferedReader(_Stream(files.open(path, "rb"), address), buffer_bytes)


def read_remote(address: str, most: int) -> bytes:
    """What is in a file in a store, as far as a limit: one request for most.

    Raises: OSError, where it cannot be read.
    """
    files, path = reached(address)
    try:
        with told(address):
            data = files.cat_file(path, start=0, end=most)
    except StoreError:
        if not _is_empty(address):  # of nothing no stretch can be asked for
            raise
        return b""
    return cast("bytes", data[:most])


def copy_remote(address: str, path: Path) -> None:
    """Copy a file in a store to this machine.

    Raises: OSError, where it cannot be read, or there is no room for it.
    """
    files, inside = reached(address)
    with told(address):
        files.get_file(inside, str(path))


def _is_empty(address: str) -> bool:
    files, path = reached(address)
    with told(address):
        return bool(files.info(path).get("size") == 0)


class _Stream(io.RawIOBase):
    """What a driver has opened, with what goes wrong told as of any file."""

    def __init__(self, opened: AbstractBufferedFile, address: str) -> None:
        self._opened, self._address = opened, address

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Whether it can go back and forth: a web server may give a file in one piece only."""
        return bool(self._opened.seekable())

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go to a place."""
        with told(self._address):
            return int(self._opened.seek(offset, whence))

    def tell(self) -> int:
        """The place."""
        return int(self._opened.tell())

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        """Fill a buffer."""
        with told(self._address):
            data = self._opened.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Let it go."""
        if not self.closed:
            self._opened.close()
        super().close()
