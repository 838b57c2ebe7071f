"""The fields of a line, which follow one another with a mark between them."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.tokenise.split.piece import Piece, content_of


class Fields(NamedTuple):
    """What stands between the marks of a line, each of one character; the first field begins at an offset."""

    start: int
    texts: list[str]

    def placed(self) -> Iterator[tuple[int, str]]:
        """The fields, each behind where it begins."""
        start = self.start
        for text in self.texts:
            yield start, text
            start += len(text) + 1

    def pieces(self, row: int) -> list[Piece]:
        """A piece for each field of a row."""
        pieces, start = list[Piece](), self.start
        for column, field in enumerate(self.texts):
            # what `piece_of` does, without a call for each of a thousand fields
            lead, text, cell = content_of(field)
            first = start + lead
            pieces.append(Piece(first, first + len(text), text, row, column, 0, cell))
            start += len(field) + 1
        return pieces
