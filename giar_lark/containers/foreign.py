"""Archives that no library at hand unfolds: RAR and 7z. They are told of, not passed over."""

from __future__ import annotations

import io
from collections.abc import Iterator

from giar_lark.containers.member import Kind, Member, Place
from giar_lark.containers.signs import FOREIGN
from giar_lark.containers.trouble import needs_unpacking


def members(stream: io.BufferedReader, place: Place) -> Iterator[Member]:
    """None. Raises Trouble."""
    head = stream.peek(8)
    format = next(name for magic, name in FOREIGN.items() if head.startswith(magic))
    raise needs_unpacking(place.path, format)


KIND = Kind(name="foreign", members=members)
