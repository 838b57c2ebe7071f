"""The prose of a section in one piece, for faults that a line break of a converter must neither hide nor make."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import groupby, pairwise

from giar_lark.memo import remembered
from giar_lark.model.passage import Passage
from giar_lark.model.places import Places, pieces_of, places_of
from giar_lark.pattern import lazy_pattern
from giar_lark.records import dataclass
from giar_lark.span import Span
from giar_lark.tokenise.characters import FILLER

_HAN = lazy_pattern(r"[\u4e00-\u9fff]")
_STOP = lazy_pattern(r"[。；！？;!?]")
_WORD = lazy_pattern(rf"[^\s{FILLER}]+")
_MARKS = "（）()〔〕【】《》〈〉“”‘’「」『』，。；：、！？"
_MARKS_ALONE = lazy_pattern(rf"[\s{FILLER}{_MARKS}]*")
_NEAR_CHARS = 120
# as far apart as two lines can be with a mark between them
_LONGEST_GAP = 60


@dataclass(frozen=True, slots=True)
class Flow:
    """The passages of a section, one behind the other.

    What a rule looks for in it follows from `text` alone, as a rule, and is asked of that: it is the same wherever it stands.
    Text browsers and PDF readers part a sentence at every line, so that a word may stand in two passages. `starts` has the
    positions at which passages begin, `places` the offset of each character in the source. What is no prose (the rules of
    a drawn table, the bars between columns) is left out; a mark that a converter has put on a line of its own, which is no
    line of prose, is taken in again.
    """

    section: str
    text: str
    places: Places
    starts: tuple[int, ...]

    def span_of(self, start: int, end: int) -> Span:
        """The place in the source of a part of the text that is not empty."""
        return Span(self.places[start], self.places[end - 1] + 1)

    def is_solid(self, start: int, end: int) -> bool:
        """Whether a part of the text stands in the source without any layout inside."""
        return self.places[end - 1] - self.places[start] == end - 1 - start

    def begins_at(self, position: int) -> bool:
        """Whether a passage begins at a position."""
        return self.is_parted(position - 1, position + 1)

    def is_parted(self, start: int, end: int) -> bool:
        """Whether a passage begins inside a part of the text, not counting its beginning."""
        return bisect_right(self.starts, start) < bisect_left(self.starts, end)

    def last_start(self, position: int) -> int:
        """Where the passage begins that a position belongs to."""
        return self.starts[bisect_right(self.starts, position) - 1]

    def next_start(self, position: int) -> int | None:
        """Where the next passage begins behind a position; None if there is none."""
        number = bisect_right(self.starts, position)
        return self.starts[number] if number < len(self.starts) else None


@remembered
def sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a text as start and end, each with the stop (。；！？) that ends it."""
    ends = [stop.end() for stop in _STOP.finditer(text)]
    if text and ends[-1:] != [len(text)]:
        ends.append(len(text))
    return tuple(pairwise((0, *ends)))


def sentence_near(text: str, position: int) -> str:
    """The sentence that a position belongs to, as far as it is near."""
    before, behind = text[max(0, position - _NEAR_CHARS) : position], text[position : position + _NEAR_CHARS]
    return _STOP.split(before)[-1] + _STOP.split(behind, maxsplit=1)[0]


def flows_of(passages: Iterable[Passage], text: str) -> tuple[Flow, ...]:
    """The flow of each section that has prose, in order; `front` is the first if anything stands above the sections.

    `text` is the source in its plain layout (`tokenise.markup.plain_layout`).
    """
    return tuple(
        _flow(section, tuple(passage for passage in group if _HAN.search(passage.text)), text)
        for section, group in groupby(passages, key=lambda passage: passage.section)
    )


def flow_of_span(name: str, span: Span, text: str) -> Flow:
    """A part of a source in its plain layout as a flow of its own; `name` takes the place of the section."""
    words = [word.span() for word in _WORD.finditer(text, *span)]
    return Flow(
        name, "".join(text[start:end] for start, end in words), places_of([range(*word) for word in words]), (0,)
    )


def _flow(section: str, passages: Iterable[Passage], text: str) -> Flow:
    pieces: list[range] = []
    starts: list[int] = []
    parts: list[str] = []
    length = 0
    for passage in passages:
        starts.append(length)
        written = 0
        for piece in pieces_of(passage.places):
            for at in _marks_between(text, pieces[-1].stop, piece.start) if pieces else ():
                parts.append(text[at])
                pieces.append(range(at, at + 1))
                length += 1
            parts.append(passage.text[written : written + len(piece)])
            pieces.append(piece)
            written += len(piece)
            length += len(piece)
    return Flow(section, "".join(parts), places_of(pieces), tuple(starts))


def _marks_between(text: str, start: int, end: int) -> list[int]:
    """Where the marks stand that are all there is between two characters of prose; none if there is anything else."""
    if end - start > _LONGEST_GAP or text[start:end].isspace() or not _MARKS_ALONE.fullmatch(text, start, end):
        return []
    return [at for at in range(start, end) if text[at] in _MARKS]
