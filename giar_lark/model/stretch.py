"""Prose wherever it stands: reports share sentences, and an editor asks about a section again for each change of another."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

from giar_lark.later import kept_property
from giar_lark.memo import Answers, remembered
from giar_lark.model.flow import Flow, flow_of
from giar_lark.model.paragraph import Paragraph, paragraphs_of
from giar_lark.model.passage import Passage, passage_of
from giar_lark.tokenise.prose import ProseLines


class Stretch:
    """Some lines of prose with what is between them. Its places count from where it begins.

    Prose that comes again, in whichever report, is the same object: what is found in it is kept with it.
    """

    def __init__(self, text: str, lines: ProseLines) -> None:
        """Hold the lines."""
        self.text, self._lines = text, lines
        # what has been asked about it, with the answers; they have to follow from it alone
        self.answers: Answers[Stretch, Any] = Answers(self)

    @classmethod
    def of_passages(cls, text: str, passages: Iterable[Passage]) -> Stretch:
        """What some passages of a text are that have something else between them."""
        made = cls(text, ProseLines())
        made.passages = tuple(passages)
        return made

    @kept_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that the lines make."""
        return paragraphs_of(self.text, self._lines)

    @kept_property
    def passages(self) -> tuple[Passage, ...]:
        """Each paragraph without its layout."""
        return tuple([passage_of(paragraph, self.text) for paragraph in self.paragraphs])

    @kept_property
    def flow(self) -> Flow:
        """All passages in one piece."""
        return flow_of("", self.passages, self.text)


def stretch_of(text: str, lines: ProseLines) -> Stretch:
    """What some lines of a text are, wherever they stand."""
    if not lines:
        return _NOTHING
    start = lines.bounds[0]
    bounds = array("L", [bound - start for bound in lines.bounds])
    return _known(text[start : lines.bounds[-1]], bounds.tobytes(), lines.numbered)


@remembered
def _known(text: str, bounds: bytes, numbered: bytes) -> Stretch:
    return Stretch(text, ProseLines(array("L", bounds), numbered))


_NOTHING = Stretch("", ProseLines())
