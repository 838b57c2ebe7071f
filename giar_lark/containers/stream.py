"""Compressed streams, unfolded piece by piece as they are read, and never further than they are believed."""

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from typing import Protocol

from giar_lark.containers.damage import DAMAGE
from giar_lark.containers.member import Place
from giar_lark.containers.reading import HARMLESS_BYTES
from giar_lark.containers.signs import BZIP2, GZIP, XZ
from giar_lark.containers.trouble import Trouble, bomb, damaged
from giar_lark.containers.window import CHUNK, Pieces, buffered

# the largest window that `xz -9` asks for is half of it
_XZ_BYTES = 128 << 20
# a decoder is given little at first: of a thousand tiny streams in a row each would else carry all that follows along
_STEP = 512
# gzip files of zeros at the end are what tapes and some tools leave
_PADDING = b"\x00"


class _Decoder(Protocol):
    """What the three libraries have in common, but for zlib, which keeps what it could not take."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


class _Zlib:
    """A gzip member with the manner of the other two: what was not taken is kept inside."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


_DECODERS: tuple[tuple[bytes, Callable[[], _Decoder]], ...] = (
    (GZIP, _Zlib),
    (BZIP2, bz2.BZ2Decompressor),
    (XZ, lambda: lzma.LZMADecompressor(format=lzma.FORMAT_XZ, memlimit=_XZ_BYTES)),
)


def unfolded(stream: io.BufferedReader, place: Place) -> io.BufferedReader | None:
    """A stream without its compression; None where it has none."""
    head = stream.peek(8)
    for magic, decoder in _DECODERS:
        if head.startswith(magic):
            return buffered(_Unfolding(stream, decoder, place))
    return None


def refuse_bombs(stream: io.BufferedReader) -> None:
    """From here on raise Trouble, where a compressed stream unfolds to far more than one document has."""
    if isinstance(stream.raw, _Unfolding):  # what was taken into memory is bounded already
        stream.raw.is_document = True


class _Unfolding(Pieces):
    """A compressed stream as its contents; several in a row are one.

    Reading raises Trouble at the path of the stream, where it is damaged or a bomb, and at the file on disk, where all that
    is in it comes to too much.
    """

    def __init__(self, stream: io.BufferedReader, decoder: Callable[[], _Decoder], place: Place) -> None:
        self._packed, self._place, self._unfolded = _Packed(stream), place, 0
        self._pieces = _pieces(self._packed, decoder)
        self._left = memoryview(b"")
        self.is_document = False

    def next_bytes(self, most: int) -> bytes:
        """As many bytes as there are, so that a look at the head sees all of it."""
        found = []
        while most and (self._left or self._refill()):
            found.append(self._left[:most])
            self._left = self._left[most:]
            most -= len(found[-1])
        return b"".join(found)

    def _refill(self) -> bool:
        try:
            piece = next(self._pieces, b"")
        except Trouble:
            raise
        except DAMAGE:
            raise damaged(self._place.path) from None
        self._unfolded += len(piece)
        self._refuse_bomb()
        self._place.budget.spend(len(piece))
        self._left = memoryview(piece)
        return bool(piece)

    def _refuse_bomb(self) -> None:
        limits = self._place.reading.limits
        if self.is_document and self._unfolded > max(HARMLESS_BYTES, self._packed.count * limits.ratio):
            raise bomb(self._place.path, limits)


def _pieces(packed: _Packed, new_decoder: Callable[[], _Decoder]) -> Iterator[bytes]:
    """What a stream unfolds to, in pieces that are never longer than a chunk."""
    while True:
        yield from _pieces_of_one(packed, new_decoder())
        if not packed.skip_padding():
            return


def _pieces_of_one(packed: _Packed, decoder: _Decoder) -> Iterator[bytes]:
    data, step = b"", _STEP
    while not decoder.eof:
        piece = decoder.decompress(data, CHUNK)
        data = b""
        if piece:
            yield piece
        elif not decoder.eof:
            data, step = packed.take(step), min(step * 2, CHUNK)
            if not data:
                raise EOFError
    packed.give_back(len(decoder.unused_data))


class _Packed:
    """The bytes of a compressed stream; what one decoder leaves over is for the next."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream, self._data, self._at, self._before = stream, b"", 0, 0

    @property
    def count(self) -> int:
        """How many bytes were taken."""
        return self._before + self._at

    def take(self, count: int) -> bytes:
        """Some bytes, fewer at the end, none behind it."""
        if self._at == len(self._data):
            self._before += self._at
            self._data, self._at = self._stream.read(CHUNK), 0
        taken = self._data[self._at : self._at + count]
        self._at += len(taken)
        return taken

    def give_back(self, count: int) -> None:
        """Let the last bytes that were taken be taken again."""
        self._at -= count

    def skip_padding(self) -> bool:
        """Pass over zeros; whether anything follows."""
        while byte := self.take(1):
            if byte != _PADDING:
                self.give_back(1)
                return True
        return False
