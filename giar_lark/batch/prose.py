"""The prose of a report as it is compared with others': sentence by sentence, each with its place."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass
from giar_lark.source.span import Span


class Sentence(NamedTuple):
    """A sentence with its stop, without white space and with plain digits, and its place in the source."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Prose:
    """The prose of a section: its text in one piece, and for each sentence where it ends and where it stands.

    Units: `cuts` holds three numbers a sentence: its end in the text, its start and its end in the source.
    """

    heading: Span
    text: str
    cuts: array[int]

    def sentences(self) -> Iterator[Sentence]:
        """The sentences in order; a paragraph ends one, too."""
        at = 0
        for number in range(0, len(self.cuts), 3):
            end, first, last = self.cuts[number : number + 3]
            yield Sentence(self.text[at:end], Span(first, last))
            at = end
