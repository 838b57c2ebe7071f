"""Pictures and embedded documents, whose words and numbers are not read."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from giar_lark.readers.odt.lengths import points
from giar_lark.readers.odt.names import DRAW, SVG, TEXT_BOX

_OBJECTS = frozenset([f"{DRAW}object", f"{DRAW}object-ole"])
_SHOWN = _OBJECTS | {f"{DRAW}image"}
# a picture as large as this may be one of a table, in points
_WIDE, _HIGH = 227.0, 57.0


def is_picture(frame: Element) -> bool:
    """Whether a frame shows a picture or another document, and no text."""
    tags = {child.tag for child in frame}
    return TEXT_BOX not in tags and not tags.isdisjoint(_SHOWN)


def told_of(frame: Element, *, in_cell: bool) -> str:
    """By what word such a frame is told of; nothing if it is too small to be a table, and stands in none."""
    if in_cell:
        return "object" if any(child.tag in _OBJECTS for child in frame) else "picture in a cell"
    is_large = points(frame.get(f"{SVG}width", "")) >= _WIDE and points(frame.get(f"{SVG}height", "")) >= _HIGH
    return "picture" if is_large else ""
