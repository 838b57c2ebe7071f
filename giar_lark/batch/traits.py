"""A few numbers that stand for a text: by them copies are looked for among thousands, and only what may be one is read."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from hashlib import blake2b
from struct import Struct
from typing import Self
from zlib import crc32

from giar_lark.lean.records import dataclass

_SHINGLE_CHARS = 8
SKETCH_SIZE = 32
_DIGEST_BYTES = 8
# the length and the digest of the text, and how many sentences it has
_HEAD = Struct("=IQI")


@dataclass(frozen=True, slots=True)
class Traits:
    """How long a text is, the digests of the whole and of each sentence, and a sketch of its words."""

    chars: int
    digest: int
    sentences: array[int]
    sketch: array[int]

    @classmethod
    def of(cls, sentences: Sequence[str]) -> Self:
        """The traits of a text that is these sentences."""
        text = "".join(sentences)
        return cls(len(text), _digest(text), array("Q", map(_digest, sentences)), array("I", sketch_of(text)))

    def to_bytes(self) -> bytes:
        """As they go to disk, or to another process of this machine."""
        head = _HEAD.pack(self.chars, self.digest, len(self.sentences))
        return b"".join((head, self.sentences.tobytes(), self.sketch.tobytes()))

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """The traits in such bytes."""
        chars, digest, count = _HEAD.unpack_from(data)
        end = _HEAD.size + count * _DIGEST_BYTES
        return cls(chars, digest, array("Q", data[_HEAD.size : end]), array("I", data[end:]))


def sketch_of(text: str) -> tuple[int, ...]:
    """The smallest hashes of all runs of eight characters (a bottom-k sketch); fewer where the text is short.

    Two texts that share a good part of their words share some of them. A hash is the same in every run of the program:
    Python's own are not.
    """
    data = text.encode("utf-16-le")
    width = 2 * _SHINGLE_CHARS
    runs = [data[at : at + width] for at in range(0, max(len(data) - width, 0) + 1, 2)]
    return tuple(sorted(set(map(crc32, runs)))[:SKETCH_SIZE])


def _digest(text: str) -> int:
    """What stands for a text: that two have the same does not happen."""
    return int.from_bytes(blake2b(text.encode(errors="surrogatepass"), digest_size=_DIGEST_BYTES).digest())
