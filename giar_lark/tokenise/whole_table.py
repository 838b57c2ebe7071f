"""A table as one part of a stream: it goes into the tree as it is, and its cells are made when someone asks."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.source.span import Span
from giar_lark.tokenise.cell_text import CellText
from giar_lark.tokenise.token import Token


class WholeTable:
    """A table of labels and cells alone, each where the text has it."""

    __slots__ = ()

    @property
    def key(self) -> str:
        """Which table it is: `t2`, `t3` or `t4`."""
        raise NotImplementedError

    @property
    def type(self) -> tuple[str, ...]:
        """The types of its tokens."""
        raise NotImplementedError

    @property
    def counts(self) -> tuple[int, ...] | None:
        """What its cells count, in their order; None where they may hold anything but plain counts."""
        raise NotImplementedError

    @property
    def span(self) -> Span:
        """From its first token to its last."""
        raise NotImplementedError

    def readings(self) -> tuple[CellText, ...]:
        """What its cells read as, in their order."""
        raise NotImplementedError

    def raw(self) -> Sequence[str]:
        """What stands in its cells, in their order."""
        return [reading.raw for reading in self.readings()]

    def cell(self, number: int) -> tuple[CellText, tuple[int, int]] | None:
        """What one of its cells reads as, and where it begins and ends; None where that is no sooner told than of all."""
        raise NotImplementedError

    def cell_starts(self) -> Sequence[int]:
        """Where its cells begin, in their order."""
        return [start for start, _ in self.cell_places()]

    def cell_places(self) -> list[tuple[int, int]]:
        """Where its cells begin and end, in their order."""
        raise NotImplementedError

    def label_places(self) -> dict[int, tuple[int, int]]:
        """Where its other tokens begin and end, by their positions."""
        raise NotImplementedError

    def tokens(self) -> list[Token]:
        """Its tokens."""
        raise NotImplementedError
