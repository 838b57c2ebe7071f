"""Lines to paragraphs: line breaks that a converter put inside a sentence are taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from giar_lark.later import Later
from giar_lark.model.report import Paragraph
from giar_lark.pattern import lazy_pattern
from giar_lark.span import Span
from giar_lark.tokenise.characters import FILLER
from giar_lark.tokenise.prose import ORDINAL, ProseLines

_ENDS = "。！？；：!?;:"
# several blanks, or a line break
_RUN = lazy_pattern(r"\s(?:\s+|(?<=\n))")


class Prose(Later[tuple[Paragraph, ...]]):
    """The paragraphs that some lines of a text make; before they are made, it can be asked what may stand in them."""

    __slots__ = ("_lines", "_text")

    def __init__(self, text: str, lines: ProseLines) -> None:
        """Hold the lines."""
        super().__init__(_paragraphs, text, lines)
        self._text, self._lines = text, lines

    def count(self, words: str) -> int:
        """How often words stand between the beginning of its first line and the end of its last, whatever stands around."""
        bounds = self._lines.bounds
        return self._text.count(words, bounds[0], bounds[-1]) if bounds else 0

    def may_hold(self, pattern: re.Pattern[str]) -> bool:
        """Whether something of a pattern stands there."""
        bounds = self._lines.bounds
        return bool(bounds) and pattern.search(self._text, bounds[0], bounds[-1]) is not None


def _paragraphs(text: str, lines: ProseLines) -> tuple[Paragraph, ...]:
    """The paragraphs of some lines.

    A line goes on in the next one unless it ends a sentence, is numbered itself as a short heading, or the next one is
    indented or numbered.
    """
    found: list[Paragraph] = []
    places: list[Span] = []
    for start, end, numbered in zip(lines.bounds[::2], lines.bounds[1::2], lines.numbered, strict=True):
        if places and (numbered or not _goes_on(text, places[-1].end, start)):
            found.append(_paragraph(text, places))
            places = []
        places.append(Span(start, end))
    if places:
        found.append(_paragraph(text, places))
    return tuple(found)


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether a line that ends at a place goes on in one that starts at another."""
    if text[end - 1] in _ENDS:
        return False
    indent = text[end:start].rpartition("\n")[2].replace("\t", "")
    return len(indent) < 2


def _paragraph(text: str, places: Sequence[Span]) -> Paragraph:
    joined = "".join([text[start:end] for start, end in places]).replace(FILLER, "")
    joined = _RUN.sub(" ", joined)
    ordinal = ORDINAL.match(joined)
    span = places[0] if len(places) == 1 else Span(places[0].start, places[-1].end)
    return Paragraph(joined, span, ordinal[0] if ordinal else "", tuple(places))
