"""The prose of a section where it stands in a report: what it is wherever it stands, and how far behind that is."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.lean.later import kept_property
from giar_lark.lean.records import dataclass
from giar_lark.model.flow import Flow
from giar_lark.model.passage import Passage
from giar_lark.model.prose import Prose
from giar_lark.model.stretch import Stretch


@dataclass(frozen=True)
class Part:
    """The prose of a section, by its key, or of what stands above the first one.

    What follows from the prose alone is asked of its `stretch`, and remembered; whoever has something to tell of it asks for
    it in its place. Without slots, for that is kept.
    """

    section: str
    start: int
    stretch: Stretch

    @kept_property
    def _placed(self) -> dict[int, Passage]:
        return {}

    def passage(self, number: int) -> Passage:
        """One of its passages, in its place."""
        placed = self._placed.get(number)
        if placed is None:
            placed = self._placed[number] = self.stretch.passages[number].moved(self.section, self.start)
        return placed

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Its passages, in their places."""
        return tuple(map(self.passage, range(len(self.stretch.passages))))

    @kept_property
    def flow(self) -> Flow:
        """Its passages in one piece, in their places."""
        return self.stretch.flow.moved(self.section, self.start)


def part_of(section: str, pieces: Sequence[Prose]) -> Part:
    """The prose of a section, which may stand in a report twice in a row."""
    start, stretch = pieces[0].start, pieces[0].stretch
    if len(pieces) > 1:
        passages = [passage.moved("", piece.start - start) for piece in pieces for passage in piece.stretch.passages]
        stretch = Stretch.of_passages(pieces[0].text[start : passages[-1].span.end + start], passages)
    return Part(section, start, stretch)
