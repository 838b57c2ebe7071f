"""The prose of a section in one piece, for faults that a line break of a converter must neither hide nor make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from giar_lark.model.passage import Passage
from giar_lark.span import Span
from giar_lark.tokenise.markup import FILLER

_HAN = re.compile(r"[\u4e00-\u9fff]")
_STOP = re.compile(r"[。；！？;!?]")
_MARKS = "（）()〔〕【】《》〈〉“”‘’「」『』，。；：、！？"
_MARKS_ALONE = re.compile(rf"[\s{FILLER}{_MARKS}]*")
# as far apart as two lines can be with a mark between them
_LONGEST_GAP = 60


@dataclass(frozen=True, slots=True)
class Flow:
    """The passages of a section, one behind the other.

    Text browsers and PDF readers part a sentence at every line, so that a word may stand in two passages. `starts` has the
    positions at which passages begin, `places` the offset of each character in the source. What is no prose (the rules of
    a drawn table, the bars between columns) is left out; a mark that a converter has put on a line of its own, which is no
    line of prose, is taken in again.
    """

    section: str
    text: str
    places: Sequence[int]
    starts: frozenset[int]

    def span_of(self, start: int, end: int) -> Span:
        """The place in the source of a part of the text that is not empty."""
        return Span(self.places[start], self.places[end - 1] + 1)

    def is_solid(self, start: int, end: int) -> bool:
        """Whether a part of the text stands in the source without any layout inside."""
        return self.places[end - 1] - self.places[start] == end - 1 - start

    def is_parted(self, start: int, end: int) -> bool:
        """Whether a passage begins inside a part of the text."""
        return any(position in self.starts for position in range(start + 1, end))

    def sentences(self) -> Iterator[tuple[int, int]]:
        """The sentences as start and end in the text, each with the stop (。；！？) that ends it."""
        start = 0
        for stop in _STOP.finditer(self.text):
            yield start, stop.end()
            start = stop.end()
        if start < len(self.text):
            yield start, len(self.text)

    def sentence_at(self, position: int) -> str:
        """The text of the sentence that a position belongs to."""
        stops = [stop.end() for stop in _STOP.finditer(self.text)]
        start = max((stop for stop in stops if stop <= position), default=0)
        return self.text[start : min((stop for stop in stops if stop > position), default=len(self.text))]


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
    places = [at for at in range(span.start, span.end) if not text[at].isspace() and text[at] != FILLER]
    return Flow(name, "".join(text[at] for at in places), places, frozenset({0}))


def _flow(section: str, passages: Sequence[Passage], text: str) -> Flow:
    chars: list[str] = []
    places: list[int] = []
    starts: set[int] = set()
    for passage in passages:
        begin = len(chars)
        for char, place in zip(passage.text, passage.places, strict=True):
            if places and place - places[-1] > 1:
                lost = _marks_between(text, places[-1] + 1, place)
                chars += (text[at] for at in lost)
                places += lost
            if char != "|":
                chars.append(char)
                places.append(place)
        starts.add(begin)
    return Flow(section, "".join(chars), places, frozenset(starts))


def _marks_between(text: str, start: int, end: int) -> list[int]:
    """Where the marks stand that are all there is between two characters of prose; none if there is anything else."""
    if end - start > _LONGEST_GAP or not _MARKS_ALONE.fullmatch(text, start, end):
        return []
    return [at for at in range(start, end) if text[at] in _MARKS]
