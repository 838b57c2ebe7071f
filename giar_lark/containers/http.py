"""The body of a recorded answer, as the server meant it: chunks joined, compression taken off."""

from __future__ import annotations

import io
from collections.abc import Mapping

from giar_lark.containers.member import Place
from giar_lark.containers.stream import unfolded
from giar_lark.containers.trouble import damaged, needs_unpacking
from giar_lark.containers.window import Pieces, Window, buffered

_LONGEST_SIZE_LINE = 1 << 10
_PLAIN = ("", "identity", "none")


def body_of(stream: io.BufferedReader, head: Mapping[str, str], path: str, place: Place) -> io.BufferedReader:
    """The body behind the headers of an answer. Raises Trouble at a path, where it cannot be read."""
    if "chunked" in head.get("transfer-encoding", "").lower() and _has_chunks(stream):
        stream = buffered(_Chunked(stream, path))
    encoding = head.get("content-encoding", "").strip().lower()
    if encoding in ("gzip", "x-gzip"):
        # crawlers that took the compression off leave the header as it was
        return unfolded(stream, place.within(path)) or stream
    if encoding not in _PLAIN and not _looks_plain(stream):
        raise needs_unpacking(path, encoding)
    return stream


def _has_chunks(stream: io.BufferedReader) -> bool:
    """Whether there are chunks; crawlers that joined them leave the header as it was."""
    size, found, _ = stream.peek(_LONGEST_SIZE_LINE)[:_LONGEST_SIZE_LINE].partition(b"\r\n")
    return bool(found) and _size(size) is not None


def _looks_plain(stream: io.BufferedReader) -> bool:
    """Whether a body that should be compressed begins as a page or a document does."""
    head = stream.peek(64)[:64].lstrip().lower()
    return head.startswith((b"<", b"\xef\xbb\xbf<", b"%pdf", b"pk\x03\x04", b"\xd0\xcf\x11\xe0"))


def _size(line: bytes) -> int | None:
    digits = line.partition(b";")[0].strip()
    try:
        return int(digits, 16) if digits.isalnum() else None
    except ValueError:
        return None


class _Chunked(Pieces):
    """A body in chunks, each behind its size."""

    def __init__(self, stream: io.BufferedReader, path: str) -> None:
        self._stream, self._path, self._ended = stream, path, False
        self._chunk: Window | None = None

    def next_bytes(self, most: int) -> bytes:
        """The next bytes of the chunk that is being read, or of the next one."""
        while not self._ended:
            self._chunk = self._chunk or self._next()
            if self._chunk is not None:
                if self._chunk.left:
                    return self._chunk.next_bytes(most)
                self._stream.readline(_LONGEST_SIZE_LINE)
            self._chunk = None
        return b""

    def _next(self) -> Window | None:
        size = _size(self._stream.readline(_LONGEST_SIZE_LINE).strip())
        if size is None:
            raise damaged(self._path)
        self._ended = size == 0
        return Window(self._stream, size, self._path) if size else None
