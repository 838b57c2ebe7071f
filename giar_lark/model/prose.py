"""The prose of a part of a report, where it stands."""

from __future__ import annotations

from giar_lark.later import Later
from giar_lark.model.flow import Flow
from giar_lark.model.paragraph import Paragraph
from giar_lark.model.passage import Passage
from giar_lark.model.stretch import Stretch, stretch_of
from giar_lark.tokenise.prose import ProseLines


class Prose(Later[tuple[Paragraph, ...]]):
    """The paragraphs that some lines of a text make, and the same prose as rules read it.

    `text` is the source in its plain layout. What follows from the prose alone is asked of its `stretch`.
    """

    __slots__ = ("_lines", "_stretch", "text")

    def __init__(self, text: str, lines: ProseLines) -> None:
        """Hold the lines."""
        super().__init__(_paragraphs, text, lines)
        self.text, self._lines = text, lines
        self._stretch: Stretch | None = None

    @property
    def start(self) -> int:
        """Where its first line begins."""
        return self._lines.bounds[0] if self._lines else 0

    @property
    def stretch(self) -> Stretch:
        """What it is wherever it stands."""
        found = self._stretch
        if found is None:
            found = self._stretch = stretch_of(self.text, self._lines)
        return found

    def passages(self, section: str) -> list[Passage]:
        """Its passages, as those of a section."""
        start = self.start
        return [passage.moved(section, start) for passage in self.stretch.passages]

    def flow(self, section: str) -> Flow:
        """Its passages in one piece, as the flow of a section."""
        return self.stretch.flow.moved(section, self.start)

    def __reduce__(self) -> tuple[object, ...]:
        return Prose, (self.text, self._lines)


def _paragraphs(text: str, lines: ProseLines) -> tuple[Paragraph, ...]:
    return tuple([paragraph.moved(lines.bounds[0]) for paragraph in stretch_of(text, lines).paragraphs])


NO_PROSE = Prose("", ProseLines())
