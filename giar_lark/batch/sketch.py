"""A few numbers that stand for a text: two texts that share a good part of their words share some of them."""

from __future__ import annotations

from heapq import nsmallest
from zlib import crc32

_SHINGLE_CHARS = 8
SKETCH_SIZE = 32


def sketch_of(text: str) -> tuple[int, ...]:
    """The smallest hashes of all runs of eight characters (a bottom-k sketch); fewer where the text is short.

    A hash is the same in every run of the program: Python's own are not.
    """
    data = text.encode("utf-16-le")
    width = 2 * _SHINGLE_CHARS
    hashes = {crc32(data[at : at + width]) for at in range(0, max(len(data) - width, 0) + 1, 2)}
    return tuple(nsmallest(SKETCH_SIZE, hashes))
