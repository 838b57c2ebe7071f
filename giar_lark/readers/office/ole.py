"""The compound files that office programs wrote until 2007, as far as it takes to know what is in one ([MS-CFB])."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER_BYTES = 512
_ENTRY_BYTES = 128
_STREAM, _ROOT = 2, 5
# sector numbers from here on are none
_NO_SECTOR = 0xFFFFFFFA
_MOST_SECTORS = 4_096


def streams_of(data: bytes) -> Mapping[str, bytes]:
    """The streams of a compound file by their names, each with the bytes it begins with; none where it is damaged.

    Streams too short for a sector of their own have no bytes here.
    """
    try:
        return dict(_streams(data))
    except (struct.error, IndexError):
        return {}


def _streams(data: bytes) -> Iterator[tuple[str, bytes]]:
    shift = struct.unpack_from("<H", data, 30)[0]
    size = 1 << shift if shift in (9, 12) else _HEADER_BYTES
    first_of_directory, least = struct.unpack_from("<I4xI", data, 48)
    for sector in _chain(data, first_of_directory, size):
        start = (sector + 1) * size
        for at in range(start, min(start + size, len(data)), _ENTRY_BYTES):
            name_bytes, kind = struct.unpack_from("<HB", data, at + 64)
            first, length = struct.unpack_from("<IQ", data, at + 116)
            if kind not in (_STREAM, _ROOT) or not 2 <= name_bytes <= 64:
                continue
            name = data[at : at + name_bytes - 2].decode("utf-16-le", errors="replace")
            begin = (first + 1) * size
            yield name, data[begin : begin + size] if kind == _STREAM and length >= least else b""


def _chain(data: bytes, first: int, size: int) -> Iterator[int]:
    """The sectors of the directory in order."""
    table = struct.unpack_from("<109I", data, 76)
    sector, seen = first, set[int]()
    while sector < _NO_SECTOR and sector not in seen and len(seen) < _MOST_SECTORS:
        yield sector
        seen.add(sector)
        block, within = divmod(sector, size // 4)
        if block >= len(table):
            return
        sector = struct.unpack_from("<I", data, (table[block] + 1) * size + within * 4)[0]
