"""Places in a source, and what is written there instead."""

from __future__ import annotations

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass


class Span(NamedTuple):
    """A half-open pair of code-point offsets into `Source.text`.

    An empty span marks the place where something should stand and does not.
    """

    start: int
    end: int

    def moved(self, by: int) -> Span:
        """The same place so many characters further behind."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Replace the text under `span` by `text`."""

    span: Span
    text: str
