"""A table of any layout as one part of a stream, by its tokens."""

from __future__ import annotations

from giar_lark.source.span import Span
from giar_lark.tokenise.cell_text import CellText
from giar_lark.tokenise.token import Token
from giar_lark.tokenise.whole_table import WholeTable


class PlacedTable(WholeTable):
    """A table by its tokens."""

    __slots__ = ("_key", "_tokens", "_type")

    def __init__(self, key: str, tokens: list[Token]) -> None:
        self._key, self._tokens = key, tokens
        self._type = tuple([token.type for token in tokens])

    @property
    def key(self) -> str:
        """Which table it is."""
        return self._key

    @property
    def type(self) -> tuple[str, ...]:
        """The types of its tokens."""
        return self._type

    @property
    def counts(self) -> None:
        """Unknown: a cell may hold anything."""

    @property
    def span(self) -> Span:
        """From its first token to its last."""
        return Span(min([token.start for token in self._tokens]), max([token.end for token in self._tokens]))

    def readings(self) -> tuple[CellText, ...]:
        """What its cells read as, in their order."""
        return tuple([token.cell for token in self._tokens if token.cell is not None])

    def cell(self, number: int) -> None:
        """None: one is no sooner found than all."""

    def cell_places(self) -> list[tuple[int, int]]:
        """Where its cells begin and end, in their order."""
        return [(token.start, token.end) for token in self._tokens if token.cell is not None]

    def label_places(self) -> dict[int, tuple[int, int]]:
        """Where its other tokens begin and end, by their positions."""
        return {at: (token.start, token.end) for at, token in enumerate(self._tokens) if token.cell is None}

    def tokens(self) -> list[Token]:
        """Its tokens."""
        return self._tokens


def placed_table(key: str, tokens: list[Token]) -> PlacedTable | None:
    """The table with some tokens; None if the place of a cell is lost or inferred, or there is no token."""
    return PlacedTable(key, tokens) if tokens and all(map(_is_placed, tokens)) else None


def _is_placed(token: Token) -> bool:
    """Whether a token is a label, or a cell that stands where the text has it."""
    if token.cell is None:
        return token.type not in ("CELL", "UNPLACED")
    return token.type == "CELL" and not token.inferred
