"""The prose of a part of a report, where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.lean.later import Later
from giar_lark.model.paragraph import Paragraph
from giar_lark.model.stretch import Stretch, stretch_of
from giar_lark.tokenise.sections.prose import ProseLines
from giar_lark.tokenise.token import Token


class Prose(Later[tuple[Paragraph, ...]]):
    """The paragraphs that some lines of a text make, and the same prose as rules read it.

    `text` is the source in its plain layout. What follows from the prose alone is asked of its `stretch`.
    """

    __slots__ = ("_lines", "_stretch", "text")

    def __init__(self, lines: ProseLines) -> None:
        """Hold the lines."""
        super().__init__(_paragraphs, lines)
        self.text, self._lines = lines.text, lines
        self._stretch: Stretch | None = None

    @property
    def start(self) -> int:
        """Where its first line begins."""
        return self._lines.start

    @property
    def stretch(self) -> Stretch:
        """What it is wherever it stands."""
        found = self._stretch
        if found is None:
            found = self._stretch = stretch_of(self._lines)
        return found

    def __bool__(self) -> bool:
        """Whether there is any."""
        return self._lines.start < self._lines.end

    def __reduce__(self) -> tuple[object, ...]:
        return Prose, (self._lines,)


def _paragraphs(lines: ProseLines) -> tuple[Paragraph, ...]:
    return tuple([paragraph.moved(lines.start) for paragraph in stretch_of(lines).paragraphs])


NO_PROSE = Prose(ProseLines())


def prose_of(parts: Sequence[Token | ProseLines], text: str) -> Prose:
    """The prose that some tokens and lines of a text are, one behind the other."""
    return Prose(ProseLines.of(parts, text)) if parts else NO_PROSE
