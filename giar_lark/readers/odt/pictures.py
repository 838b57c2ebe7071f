"""Pictures and embedded documents, whose words and numbers are not read."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from giar_lark.pattern import lazy_pattern
from giar_lark.readers.odt.names import DRAW, SVG, TEXT_BOX

_OBJECTS = frozenset([f"{DRAW}object", f"{DRAW}object-ole"])
_SHOWN = _OBJECTS | {f"{DRAW}image"}
_LENGTH = lazy_pattern(r"(\d+(?:\.\d+)?)(cm|mm|in|pt|pc)")
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6}
# a picture as large as this may be one of a table, in centimetres
_WIDE, _HIGH = 8.0, 2.0


def is_picture(frame: Element) -> bool:
    """Whether a frame shows a picture or another document, and no text."""
    tags = {child.tag for child in frame}
    return TEXT_BOX not in tags and not tags.isdisjoint(_SHOWN)


def told_of(frame: Element, *, in_cell: bool) -> str:
    """By what word such a frame is told of; nothing if it is too small to be a table, and stands in none."""
    if in_cell:
        return "object" if any(child.tag in _OBJECTS for child in frame) else "picture in a cell"
    is_large = _length(frame, "width") >= _WIDE and _length(frame, "height") >= _HIGH
    return "picture" if is_large else ""


def _length(frame: Element, side: str) -> float:
    said = _LENGTH.fullmatch(frame.get(f"{SVG}{side}", ""))
    return float(said[1]) * _CENTIMETRES[said[2]] if said else 0.0
