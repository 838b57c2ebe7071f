"""Prose wherever it stands: reports share sentences, and an editor asks about a section again for each change of another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from giar_lark.lean.later import kept_property
from giar_lark.lean.memo import Answers, remembered
from giar_lark.model.flow import Flow, flow_of
from giar_lark.model.paragraph import Paragraph, paragraphs_of
from giar_lark.model.passage import Passage, passage_of
from giar_lark.tokenise.sections.prose import Lines, ProseLines


class Stretch:
    """Some lines of prose with what is between them. Its places count from where it begins.

    Prose that comes again, in whichever report, is the same object: what is found in it is kept with it.
    """

    def __init__(self, lines: ProseLines) -> None:
        """Hold the lines."""
        self.text, self._lines = lines.text, lines
        # what has been asked about it, with the answers; they have to follow from it alone
        self.answers: Answers[Stretch, Any] = Answers(self)

    @classmethod
    def of_passages(cls, text: str, passages: Iterable[Passage]) -> Stretch:
        """What some passages of a text are that have something else between them."""
        made = cls(ProseLines(text))
        made.passages = tuple(passages)
        return made

    @kept_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that the lines make."""
        return paragraphs_of(self._lines)

    @kept_property
    def passages(self) -> tuple[Passage, ...]:
        """Each paragraph without its layout."""
        return tuple([passage_of(paragraph, self.text) for paragraph in self.paragraphs])

    @kept_property
    def flow(self) -> Flow:
        """All passages in one piece."""
        return flow_of("", self.passages, self.text)


def stretch_of(lines: ProseLines) -> Stretch:
    """What some lines are, wherever they stand."""
    if lines.is_whole:
        return _all_of(lines.written)
    bounds, numbered = lines.lines
    return _some_of(lines.written, tuple([bound - lines.start for bound in bounds]), numbered)


@remembered
def _all_of(text: str) -> Stretch:
    return Stretch(ProseLines(text, 0, len(text)))


@remembered
def _some_of(text: str, bounds: tuple[int, ...], numbered: bytes) -> Stretch:
    return Stretch(ProseLines(text, 0, len(text), Lines(bounds, numbered)))
