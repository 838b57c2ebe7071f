"""Values on disk while others are worked out: of some thousands, memory would hold the texts of all."""

from __future__ import annotations

import pickle
import zlib
from tempfile import SpooledTemporaryFile
from typing import TypeVar

# a few hundred documents stay in memory
_IN_MEMORY_BYTES = 4 << 20
# packing must cost no time to speak of
_FASTEST = 1
_SIZE_BYTES = 4
T = TypeVar("T")


def packed(value: object) -> bytes:
    """A value of the program's own as bytes, as small as can be had for little time."""
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), _FASTEST)


def unpacked(kind: type[T], data: bytes) -> T:
    """The value of a kind in bytes that this program has packed."""
    value = pickle.loads(zlib.decompress(data))
    assert isinstance(value, kind)
    return value


class Spool:
    """A nameless file that is gone with the program. What is kept in it is known by a number, its place."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._file = SpooledTemporaryFile(_IN_MEMORY_BYTES)  # noqa: SIM115
        self._end = 0

    def close(self) -> None:
        """Give everything up."""
        self._file.close()

    def put(self, data: bytes) -> int:
        """Keep some bytes."""
        place = self._end
        self._file.seek(place)
        self._file.write(len(data).to_bytes(_SIZE_BYTES))
        self._file.write(data)
        self._end += _SIZE_BYTES + len(data)
        return place

    def get(self, place: int) -> bytes:
        """The bytes that were kept."""
        self._file.seek(place)
        return self._file.read(int.from_bytes(self._file.read(_SIZE_BYTES)))
