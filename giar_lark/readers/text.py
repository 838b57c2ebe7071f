"""Plain text: the document is the source."""

from __future__ import annotations

from giar_lark.readers.limits import Limits
from giar_lark.readers.reader import Reader
from giar_lark.source.encodings import decode
from giar_lark.source.source import Source


def read(data: bytes, name: str, limits: Limits) -> Source:
    """The source in the bytes of a text; see `decode`."""
    return decode(data, name)


READER = Reader(format="text", endings=(".txt", ".text", ".md", ".markdown"), read=read)
