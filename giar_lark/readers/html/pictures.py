"""Pictures in the place of a number: a cell that holds one and no words is not blank, and what it shows cannot be read."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.readers.html.merges import Content, is_number
from giar_lark.readers.html.scan import Tag, value_of, whole_number_of
from giar_lark.readers.html.stream import NOTHING, PICTURE, Stream

PICTURES = frozenset(["img", "svg", "canvas", "object", "embed", "video"])
# one that only holds a place is no larger than this, or is called so
_LEAST_PIXELS = 4
_FILLER = lazy_pattern(r"(?i)blank|spacer|space|clear|empty|transparent|pixel|1x1")
# a row of a table; with less than so many cells it may as well be a heading with an ornament beside it
_LEAST_CELLS = 3


def note_picture(stream: Stream, tag: Tag) -> None:
    """Note where a picture stands, and whether it says that it shows a number; one that only holds a place is none."""
    document = stream.document
    sizes = [whole_number_of(document, tag, side) for side in ("width", "height")]
    if any(size is not None and size < _LEAST_PIXELS for size in sizes) or _FILLER.search(
        value_of(document, tag, "src")
    ):
        return
    stream.has_pictures = True
    stream.add(PICTURE, tag.start, is_number(value_of(document, tag, "alt")))


def forget_ornaments(stream: Stream, row: Sequence[Content]) -> None:
    """Leave of the pictures in a row those that stand in the place of a number: alone in their cell, in a row of a table."""
    is_row = len(row) >= _LEAST_CELLS and any(content.words for content in row)
    for content in row:
        for at in range(content.mark, content.end):
            if stream.kinds[at] == PICTURE and (content.words or not (is_row or stream.widths[at])):
                stream.kinds[at] = NOTHING
