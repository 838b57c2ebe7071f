"""Archives that no library at hand unfolds: RAR and 7z. They are told of, not passed over."""

from __future__ import annotations

import io
from collections.abc import Iterator

from giar_lark.containers.member import Kind, Member, Place
from giar_lark.containers.trouble import needs_unpacking

_FORMATS = {b"Rar!\x1a\x07": "RAR", b"7z\xbc\xaf\x27\x1c": "7z"}


def members(stream: io.BufferedReader, place: Place) -> Iterator[Member]:
    """None. Raises Trouble."""
    head = stream.peek(8)
    format = next(name for magic, name in _FORMATS.items() if head.startswith(magic))
    raise needs_unpacking(place.path, format)


def test(head: bytes, name: str) -> bool:
    """By its first bytes."""
    return head.startswith(tuple(_FORMATS))


KIND = Kind(name="foreign", test=test, members=members)
