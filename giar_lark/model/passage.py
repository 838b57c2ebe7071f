"""Prose as rules read it: a paragraph without its layout, each character with its place in the source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import partial

from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.paragraph import Paragraph
from giar_lark.model.places import Places, moved, places_of
from giar_lark.source.span import Span
from giar_lark.tokenise.text.characters import FILLER

FRONT = "front"
# bars and rules are what a converter draws that takes prose for a table
_LAYOUT = lazy_pattern(rf"(?:[\s{FILLER}\ufeff|]|-{{3,}})+")
_MAY_BE_LAYOUT = lazy_pattern(rf"[\s{FILLER}\ufeff|-]")
PLAIN_DIGITS = {
    ord(wide): chr(ord(wide) - 0xFEE0)
    for wide in "０１２３４５６７８９％．" + "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
}
_WIDE = lazy_pattern("[" + "".join(map(chr, PLAIN_DIGITS)) + "]")
_STOPS = "。；;！!？?"


class Passage(NamedTuple):
    """A paragraph: its text without white space and with plain digits, and the offset of each character in the source.

    `section` is the key of its section, or `front` for what stands above the first one. `ordinal` is its numbering as
    written (or empty); the text keeps it.
    """

    section: str
    text: str
    places: Places
    span: Span
    ordinal: str = ""

    def moved(self, section: str, by: int) -> Passage:
        """The same passage so many characters further behind, in a section."""
        span = Span(self.span.start + by, self.span.end + by)
        return _as_passage((section, self.text, moved(self.places, by), span, self.ordinal))

    def span_of(self, start: int, end: int) -> Span:
        """The place in the source of a part of the text; of an empty part, the place where it would stand."""
        if start >= len(self.places):
            return Span(self.span.end, self.span.end)
        first = self.places[start]
        return Span(first, self.places[end - 1] + 1) if end > start else Span(first, first)

    def position(self, offset: int) -> int:
        """The position in the text of the first character at or behind an offset in the source."""
        return bisect_left(self.places, offset)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """The sentences as start and end in the text, each with the stop (。；！？) that ends it."""
        start = 0
        for at, char in enumerate(self.text):
            if char in _STOPS:
                yield start, at + 1
                start = at + 1
        if start < len(self.text):
            yield start, len(self.text)


# a passage of all its fields, made without a step of the program
_as_passage: Callable[[tuple[str, str, Places, Span, str]], Passage] = partial(tuple.__new__, Passage)


def passage_of(paragraph: Paragraph, text: str) -> Passage:
    """A paragraph as a passage, of no section yet. `text` is the source in its plain layout (`tokenise.markup.plain_layout`)."""
    parts: list[str] = []
    pieces: list[range] = []
    for begin, stop in paragraph.lines:
        part, kept = _plain(text[begin:stop])
        parts.append(part)
        pieces += [range(begin + start, begin + end) for start, end in kept]
    return Passage("", "".join(parts), places_of(pieces), paragraph.span, paragraph.ordinal)


@remembered
def _plain(line: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A line without its layout and with plain digits, and the parts of it that are left."""
    text, kept = _without_layout(line) if _MAY_BE_LAYOUT.search(line) else (line, ((0, len(line)),))
    return text.translate(PLAIN_DIGITS) if _WIDE.search(text) else text, kept


def _without_layout(line: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    gaps = [gap.span() for gap in _LAYOUT.finditer(line)]
    begins, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(line)]
    kept = tuple((start, end) for start, end in zip(begins, ends, strict=True) if start < end)
    return "".join(line[start:end] for start, end in kept), kept
