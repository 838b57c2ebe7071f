"""Lines to paragraphs: line breaks that a converter put inside a sentence are taken out."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass
from giar_lark.source.span import Span
from giar_lark.tokenise.sections.prose import ORDINAL, ProseLines
from giar_lark.tokenise.text.characters import FILLER

_ENDS = "。！？；：!?;:"
# several blanks, or a line break
_RUN = lazy_pattern(r"\s(?:\s+|(?<=\n))")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose: its text with soft line breaks taken out, its place, and its numbering as written (or empty).

    `lines` has the place of each of its lines: what a converter puts between two of them is no part of it.
    """

    text: str
    span: Span
    ordinal: str = ""
    lines: tuple[Span, ...] = ()

    def moved(self, by: int) -> Paragraph:
        """The same paragraph so many characters further behind."""
        lines = tuple([line.moved(by) for line in self.lines])
        return Paragraph(self.text, self.span.moved(by), self.ordinal, lines)


def paragraphs_of(lines: ProseLines) -> tuple[Paragraph, ...]:
    """The paragraphs of some lines.

    A line goes on in the next one unless it ends a sentence, is numbered itself as a short heading, or the next one is
    indented or numbered.
    """
    found: list[Paragraph] = []
    places: list[Span] = []
    text, (bounds, numbers) = lines.text, lines.lines
    for start, end, numbered in zip(bounds[::2], bounds[1::2], numbers, strict=True):
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
