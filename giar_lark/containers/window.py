"""Streams made of streams: whatever gives its next bytes, and a part of another stream."""

from __future__ import annotations

import io

from giar_lark.containers.trouble import damaged

CHUNK = 1 << 16


class Pieces(io.RawIOBase):
    """A stream that is read from front to back, piece by piece."""

    def next_bytes(self, most: int) -> bytes:
        """The next bytes, as many as are wanted if there are so many; none at the end."""
        raise NotImplementedError

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        """Fill a buffer."""
        data = self.next_bytes(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def buffered(pieces: io.RawIOBase | io.BytesIO) -> io.BufferedReader:
    """A stream that can be looked ahead in, as far as a chunk goes."""
    return io.BufferedReader(pieces, CHUNK)  # type: ignore[type-var, return-value, unused-ignore]


class Window(Pieces):
    """The next bytes of a stream. Reading and skipping raise Trouble at a path, where the stream ends too soon."""

    def __init__(self, stream: io.BufferedReader, size: int, path: str) -> None:
        """Begin where the stream is."""
        self._stream, self.left, self._path = stream, size, path

    def next_bytes(self, most: int) -> bytes:
        """The next bytes, as far as the part goes."""
        data = self._stream.read(min(most, self.left))
        if not data and self.left:
            raise damaged(self._path)
        self.left -= len(data)
        return data

    def skip(self, more: int = 0) -> None:
        """Go to its end, and so many bytes beyond."""
        left, self.left = self.left + more, 0
        while left:
            passed = len(self._stream.read(min(left, CHUNK)))
            if not passed:
                raise damaged(self._path)
            left -= passed
