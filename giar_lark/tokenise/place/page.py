"""The text of a table as a printed page: which columns of it every piece covers, and the rows that stand on a line of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from unicodedata import east_asian_width

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass
from giar_lark.tokenise.rows.row import Row
from giar_lark.tokenise.split.piece import Piece
from giar_lark.tokenise.text.characters import FILLER

# a value's position among a row's cells, for each of its values
Positions = tuple[int, ...]


class Extent(NamedTuple):
    """The columns of the page that a piece covers, both ends included."""

    first: int
    last: int

    def distance(self, other: Extent) -> int:
        """How many columns lie between two stretches; 0 if they touch."""
        return max(self.first - other.last, other.first - self.last, 0)


class Page:
    """The text of a table as a page: extents of its pieces, a wide character counted as `wide` columns, one not seen as none."""

    def __init__(self, text: str, wide: int) -> None:
        self.text, self._plain = text, wide == 1 and FILLER not in text
        self._widths = defaultdict(lambda: 1, {"W": wide, "F": wide})
        self._counted: dict[int, list[int]] = {}
        self._extents: dict[Piece, Extent] = {}

    def extent(self, piece: Piece) -> Extent:
        """Where a piece stands on its line."""
        found = self._extents.get(piece)
        if found is None:
            found = self._extents[piece] = Extent(self._column(piece.start), self._column(piece.end) - 1)
        return found

    def _column(self, offset: int) -> int:
        start = self.text.rfind("\n", 0, offset) + 1
        if self._plain:
            return offset - start
        counted = self._counted.get(start)
        if counted is None:
            counted = self._counted[start] = self._count(start)
        return counted[offset - start]

    def _count(self, start: int) -> list[int]:
        """The columns that stand before each character of the line that begins at an offset, and before its end."""
        stop = self.text.find("\n", start)
        line = self.text[start:] if stop < 0 else self.text[start:stop]
        widths: Iterator[int] = map(self._widths.__getitem__, map(east_asian_width, line))
        if FILLER in line:
            widths = (0 if char == FILLER else width for char, width in zip(line, widths, strict=True))
        return list(accumulate(widths, initial=0))


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row to place: its values on one line, how many cells it has, and the first word of the label cell before them."""

    values: tuple[Piece, ...]
    wanted: int
    label: Piece | None


def page_row(row: Row) -> PageRow | None:
    """A row as the page has it; None if its values do not stand on one line."""
    values = tuple(row.values)
    if not values or len({piece.row for piece in values}) != 1:
        return None
    label = [piece for piece in row.zone.spelled if piece.row == values[0].row and piece.end <= values[0].start]
    while len(label) > 1 and label[-2].end + 1 >= label[-1].start:
        label.pop()  # words with one space between them are one cell, and it begins with the first
    return PageRow(values, row.wanted, label[-1] if label else None)


def full_rows(rows: Iterable[PageRow]) -> list[PageRow]:
    """The rows that have a value for every cell."""
    return [row for row in rows if len(row.values) == row.wanted]


def agreeing(readings: Sequence[dict[int, Positions]]) -> dict[int, Positions] | None:
    """What all readings of a page say alike; None if there is no reading."""
    if not readings:
        return None
    first = readings[0]
    return {n: positions for n, positions in first.items() if all(other.get(n) == positions for other in readings)}
