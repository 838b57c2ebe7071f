"""Pictures in the place of a number: a cell that holds one and no words is not blank, and what it shows cannot be read."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.readers.html.merges import Content, is_label, is_number
from giar_lark.readers.html.scan import Tag, value_of, whole_number_of
from giar_lark.readers.html.stream import NOTHING, PICTURE, Stream

# the widths of their entries: one says that it shows a number, or a style sheet draws it
PLAIN, NUMBER, DRAWN = range(3)
PICTURES = frozenset(["img", "svg", "canvas", "object", "embed", "video"])
# one that only holds a place is no larger than this, or is called so
_LEAST_PIXELS = 4
_FILLER = lazy_pattern(r"(?i)blank|spacer|space|clear|empty|transparent|pixel|1x1")
# a row of data has so many cells, words in one of them, or a row above it: with one of that it may be a heading with an ornament
_LEAST_CELLS, _LEAST_SIGNS = 3, 2


def note_picture(stream: Stream, tag: Tag) -> None:
    """Note where a picture stands, and whether it says that it shows a number; one that only holds a place is none."""
    document = stream.document
    sizes = [whole_number_of(document, tag, side) for side in ("width", "height")]
    if any(size is not None and size < _LEAST_PIXELS for size in sizes) or _FILLER.search(
        value_of(document, tag, "src")
    ):
        return
    stream.has_pictures = True
    stream.add(PICTURE, tag.start, NUMBER if is_number(value_of(document, tag, "alt")) else PLAIN)


def note_drawn(stream: Stream, tag: Tag) -> None:
    """Note where a style sheet or a script draws what an element shows."""
    stream.has_pictures = True
    stream.add(PICTURE, tag.start, DRAWN)


def forget_ornaments(stream: Stream, row: Sequence[Content], *, is_first: bool) -> None:
    """Leave of the pictures in a row those that stand in the place of a number, or of a part of one, in a row of a table."""
    signs = (len(row) >= _LEAST_CELLS, any(content.words for content in row), not is_first)
    is_row = sum(signs) >= _LEAST_SIGNS
    for content in row:
        for at in range(content.mark, content.end):
            if stream.kinds[at] == PICTURE and not _stands_for_number(content, stream.widths[at], is_row=is_row):
                stream.kinds[at] = NOTHING


def _stands_for_number(content: Content, kind: int, *, is_row: bool) -> bool:
    """Whether a picture is all that its cell holds; what is drawn on an element may be the rest of a number, too."""
    if content.words:
        return kind == DRAWN and not is_label(content.words)
    return is_row or kind != PLAIN
