"""A row whose cells have been looked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from itertools import pairwise

from giar_lark.lean.later import kept_property
from giar_lark.lean.records import dataclass, field
from giar_lark.official.templates import tables
from giar_lark.tokenise.cell_text import CellText
from giar_lark.tokenise.rows.zone import Zone
from giar_lark.tokenise.split.piece import BLANK, Piece


class Fate(Enum):
    """How the cells of a row were found: certain, chosen by the arithmetic, of a wrong number, or of no known place."""

    PLACED = "placed"
    INFERRED = "inferred"
    MISCOUNTED = "miscounted"
    LOST = "lost"


class Header:
    """The labels of columns, in the order of the columns: the piece of each, None for one that was not found."""

    def __init__(self, pieces: Sequence[Piece | None] = ()) -> None:
        self.pieces = pieces

    @kept_property
    def fields(self) -> tuple[int, ...]:
        """The fields that they stand in, where lines are rows; none if they do not follow one another from left to right."""
        if None in self.pieces:
            return ()
        fields = tuple([piece.column for piece in self.pieces if piece is not None])
        return fields if all(left < right for left, right in pairwise(fields)) else ()


_NO_HEADER = Header()


@dataclass(slots=True)
class Row:
    """A row whose cells have been looked for: `wanted` cells are expected, `cells` found (values only, if not placed).

    `values` are those of its zone when its cells began to be looked for. `header` has the labels of its columns.
    `told_in_words` says that numbers stand among words behind the label (新制作0件): a row without values is then not blank.
    """

    zone: Zone
    wanted: int
    cells: list[Piece] = field(default_factory=list)
    fate: Fate = Fate.PLACED
    header: Header = _NO_HEADER
    told_in_words: bool = False
    values: list[Piece] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        """Whether it has a value for every cell."""
        return len(self.values) == self.wanted

    @property
    def group(self) -> str | None:
        """The group of table 3 that its label belongs to, which says how far in it stands."""
        label = self.zone.label
        return tables().group_of(label.terminal) if label else None

    @property
    def label_piece(self) -> Piece | None:
        """The last piece of its label in front of its values; None if it has none or no value."""
        first = self.values[0].start if self.values else -1
        return next((piece for piece in reversed(self.zone.spelled) if piece.end <= first), None)

    @property
    def is_on_label_line(self) -> bool:
        """Whether its values stand on one line, and part of its label does."""
        lines = {piece.row for piece in self.values}
        return len(lines) == 1 and any(piece.row in lines for piece in self.zone.spelled)

    def settle(self, cells: list[Piece], fate: Fate = Fate.PLACED) -> None:
        """Take some pieces for its cells."""
        self.cells, self.fate = cells, fate

    def lose(self) -> None:
        """Leave its values without places."""
        self.settle(self.values, Fate.LOST)

    def blanks(self) -> list[Piece]:
        """Its cells, if it holds no value: the blank pieces that it has, and others behind them."""
        found = self.zone.items[: self.wanted]
        last = found[-1].start if found else self.zone.spelled[-1].end
        return found + [_blank(last) for _ in range(self.wanted - len(found))]

    def spread(self, by_position: Mapping[int, Piece]) -> list[Piece]:
        """Its cells from the pieces at some positions; every other cell is blank, behind the one before it."""
        cells: list[Piece] = []
        end = self.zone.spelled[-1].end
        for position in range(self.wanted):
            cells.append(by_position.get(position) or _blank(end))
            end = cells[-1].end
        return cells


def _blank(at: int) -> Piece:
    return Piece(at, at, "", -1, 0, 0, BLANK)


def adds_up(cells: Sequence[Piece]) -> bool:
    """Whether a row of table 3 ends in the sum of its other cells. Blank: nothing, but for the sum itself."""
    numbers = [_number(piece.cell) for piece in cells]
    return cells[-1].text != "" and sum(numbers[:-1]) == numbers[-1]


def _number(cell: CellText | None) -> int:
    return int(cell.value) if cell is not None and cell.value is not None else 0
