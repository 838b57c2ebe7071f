"""Places in a source."""

from __future__ import annotations

from giar_lark.named_tuple import NamedTuple


class Span(NamedTuple):
    """A half-open pair of code-point offsets into `Source.text`.

    An empty span marks the place where something should stand and does not.
    """

    start: int
    end: int
