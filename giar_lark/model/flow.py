"""The prose of a section in one piece, for faults that a line break of a converter must neither hide nor make."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate, pairwise
from operator import attrgetter

from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.passage import Passage
from giar_lark.model.places import Places, moved, pieces_of, places_later, places_of
from giar_lark.source.span import Span
from giar_lark.tokenise.text.characters import FILLER
from giar_lark.tokenise.text.markup import squeezed

_HAN = lazy_pattern(r"[\u4e00-\u9fff]")
_STOP = lazy_pattern(r"[。；！？;!?]")
_WORD = lazy_pattern(rf"[^\s{FILLER}]+")
_MARKS = "（）()〔〕【】《》〈〉“”‘’「」『』，。；：、！？"
_MARKS_ALONE = lazy_pattern(rf"[\s{FILLER}{_MARKS}]*")
_NEAR_CHARS = 120
# as far apart as two lines can be with a mark between them
_LONGEST_GAP = 60


class Flow(NamedTuple):
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

    def moved(self, section: str, by: int) -> Flow:
        """The same flow so many characters further behind, in a section."""
        return Flow(section, self.text, moved(self.places, by), self.starts)

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


def flow_of_span(name: str, span: Span, text: str) -> Flow:
    """A part of a source in its plain layout as a flow of its own; `name` takes the place of the section."""
    places = places_later(lambda: [range(*word.span()) for word in _WORD.finditer(text, *span)])
    return Flow(name, squeezed(text[span.start : span.end]), places, (0,))


def flow_of(section: str, passages: Iterable[Passage], text: str) -> Flow:
    """The flow of the passages of a section. `text` is the source in its plain layout (`tokenise.markup.plain_layout`)."""
    passages = [passage for passage in passages if _HAN.search(passage.text)]
    texts = [passage.text for passage in passages]
    starts = tuple(accumulate(map(len, texts[:-1]), initial=0)) if texts else ()
    places = places_later(lambda: [piece for passage in passages for piece in pieces_of(passage.places)])
    flow = Flow(section, "".join(texts), places, starts)
    whole = text[passages[0].span.start : passages[-1].span.end] if passages else ""
    # most often prose and white space are all there is
    return flow if len(squeezed(whole)) == len(flow.text) else _with_marks(flow, text)


def _with_marks(flow: Flow, text: str) -> Flow:
    """A flow with the marks of the source that stand between its pieces."""
    gaps = [(one.stop, other.start) for one, other in pairwise(pieces_of(flow.places))]
    marks = [at for gap in gaps for at in _marks_in(text, *gap)]
    before = [bisect_left(flow.places, at) for at in marks]
    cuts = [0, *before, len(flow.places)]
    parts = [flow.text[start:end] for start, end in pairwise(cuts)]
    written = "".join([part + mark for part, mark in zip(parts, [*(text[at] for at in marks), ""], strict=True)])
    pieces = sorted([*pieces_of(flow.places), *(range(at, at + 1) for at in marks)], key=attrgetter("start"))
    starts = [start + bisect_left(before, start) for start in flow.starts]
    return Flow(flow.section, written, places_of(pieces), tuple(starts))


def _marks_in(text: str, start: int, end: int) -> list[int]:
    """Where the marks stand that are all there is in a gap between two characters of prose; none if there is anything else."""
    if end - start > _LONGEST_GAP or not _MARKS_ALONE.fullmatch(text, start, end):
        return []
    return [at for at in range(start, end) if text[at] in _MARKS]
