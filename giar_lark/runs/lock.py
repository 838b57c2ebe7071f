"""One run at a time for an output. On a disk a lock of the system sees to it, which goes with the process that has it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Protocol

from giar_lark.runs.trouble import taken
from giar_lark.stores.address import is_remote


class Hold(Protocol):
    """The right to write to an output."""

    def check(self) -> None:
        """Raise TakenError, where another run has taken it meanwhile."""
        ...


@contextmanager
def held(output: str, waits: Callable[[str], None]) -> Iterator[Hold]:
    """The right to write to an output, for as long as it is needed.

    `waits` is told who may have it, where it takes a while to find that out.

    Raises: TakenError, where another run has it; StoreError.
    """
    if is_remote(output):
        from giar_lark.runs.lease import leased

        with leased(output, waits) as lease:
            yield lease
    else:
        with _locked(output) as lock:
            yield lock


class _Lock:
    def check(self) -> None:
        """Nobody takes away a lock of the system."""


@contextmanager
def _locked(output: str) -> Iterator[Hold]:
    path = Path(output).with_name(f".{Path(output).name}.lock")
    file = _lock_on(path, output)
    try:
        yield _Lock()
    finally:
        with suppress(OSError):  # some systems take no file away that is open
            path.unlink()
        file.close()


def _lock_on(path: Path, output: str) -> BinaryIO:
    """The file with the lock on it. One that was taken away by its owner just before it was locked protects nothing."""
    while True:
        file = path.open("ab")
        try:
            _lock(file)
        except OSError:
            file.close()
            raise taken(output) from None
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(file.fileno()), path.stat()):
                return file
        file.close()


if sys.platform == "win32":

    def _lock(file: BinaryIO) -> None:
        """Raise OSError, where another process has it."""
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:

    def _lock(file: BinaryIO) -> None:
        """Raise OSError, where another process has it. A file system without locks protects nothing."""
        import errno
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS):
                raise
