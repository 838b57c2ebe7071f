"""Files out of stores, asked for while those in front of them are worked on: a store takes its time to answer, and many at once."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

from giar_lark.stores.held import Held
from giar_lark.stores.reach import reached

# how many are asked for ahead, and how many bytes of them may wait; one of which the size is not known is asked for by itself
_FILES_AHEAD = 8
_BYTES_AHEAD = 64 << 20


class Ahead:
    """Files that are read in their order, or nearly so."""

    def __init__(self, files: Sequence[Held], most: int) -> None:
        """By the files, and how much of each is wanted."""
        self._files, self._most = files, most
        self._asked: dict[int, Future[bytes]] = {}
        self._next = 0
        self._pool = ThreadPoolExecutor(_FILES_AHEAD)
        reached(files[0].address)  # once, before several threads want to

    @property
    def files(self) -> list[Coming]:
        """The files, to be read as they are without this."""
        return [Coming(self, number, file) for number, file in enumerate(self._files)]

    def taken(self, number: int) -> bytes:
        """What is in a file. Those behind it are asked for. Raises: OSError, as reading it would."""
        self._next = max(self._next, number)
        if number not in self._asked:
            self._ask(number)
        while self._next < len(self._files) and self._has_room():
            if self._next not in self._asked:
                self._ask(self._next)
            self._next += 1
        return self._asked.pop(number).result()

    def _ask(self, number: int) -> None:
        self._asked[number] = self._pool.submit(self._files[number].read, self._most)

    def _has_room(self) -> bool:
        sizes = [self._files[number].size for number in (*self._asked, self._next)]
        return (
            len(self._asked) <= _FILES_AHEAD
            and sum(_BYTES_AHEAD if one is None else one for one in sizes) <= _BYTES_AHEAD
        )

    def __enter__(self) -> Self:
        """Ask for nothing yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait for nothing that is not wanted any more."""
        self._pool.shutdown(wait=False, cancel_futures=True)


class Coming:
    """A file that is asked for ahead."""

    def __init__(self, ahead: Ahead, number: int, file: Held) -> None:
        self.address, self.size, self.stamp = file.address, file.size, file.stamp
        self._ahead, self._number = ahead, number

    def read(self, most: int) -> bytes:
        """What is in it, as far as a limit."""
        return self._ahead.taken(self._number)[:most]
