"""Rows among the fields of their lines, and the rules by which those that have values tell where the cells of others begin."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.tokenise.rows.row import Row
from giar_lark.tokenise.split.piece import Layout, Piece, Pieces

Offsets = tuple[int, ...]

# cells begin so many fields behind a label or in front of a line's end at most, or at so high a field
_FURTHEST = {"after": 4, "absolute": 8, "right": 4}


class Fielded(NamedTuple):
    """A row among the fields of its line (ROWS) or among its own (CELLS, as if its label stood in front of all).

    `label` is the last field that spells the label on the line of the values, -1 if the label stands on another line. `width`
    is how many fields there are, `fields` has them by their numbers, `filled` the numbers of those that hold a value. `offsets`
    says how far behind the first cell each cell stands; it is empty where nothing tells.
    """

    row: Row
    layout: Layout
    label: int
    width: int
    fields: Sequence[tuple[int, Piece]]
    filled: Sequence[int]
    offsets: Offsets = ()

    @classmethod
    def of(cls, row: Row, table: Pieces) -> Fielded:
        """A row of a table among its fields."""
        items = row.zone.items
        if table.layout is not Layout.ROWS or not items:
            fields, label, width = list(enumerate(items)), -1, len(items)
        else:
            line = items[0].row
            fields = [(piece.column, piece) for piece in items]
            label = max((piece.column for piece in row.zone.spelled if piece.row == line), default=-1)
            width = table.widths.get(line, 0)
        return cls(row, table.layout, label, width, fields, [number for number, piece in fields if piece.text])

    @property
    def is_on_one_line(self) -> bool:
        """Whether its values stand on one line, where lines are rows."""
        return self.layout is not Layout.ROWS or len({piece.row for piece in self.row.values}) == 1

    @property
    def reach(self) -> int:
        """How many fields the row has from its first cell to its last."""
        return self.offsets[-1] + 1 if self.offsets else self.row.wanted

    @property
    def is_exact(self) -> bool:
        """Whether the fields behind the label are exactly the row's cells; a row without a label is all cells."""
        return self.reach == self.row.wanted and (self.label < 0 or self.width - self.label - 1 == self.row.wanted)

    @property
    def is_too_short(self) -> bool:
        """Whether the row has fewer fields than its cells take: a cell is gone, and it may be any of them."""
        return self.width - self.label - 1 < self.reach

    def fits(self, first: int) -> bool:
        """Whether every value stands in one of the cells, if the first of them is at a field."""
        if first <= self.label or (self.layout is Layout.ROWS and first + self.reach > self.width):
            return False
        return all(number - first in self.offsets for number in self.filled)

    def cells(self, first: int) -> list[Piece]:
        """The cells of the row, its first one at a field; fields that a trimmed line has lost are blank."""
        by_offset: dict[int, Piece] = {}
        for number, piece in self.fields:
            if piece.text or number - first not in by_offset:
                by_offset[number - first] = piece
        cells = {position: by_offset[offset] for position, offset in enumerate(self.offsets) if offset in by_offset}
        return self.row.spread(cells)


def from_first(fields: Sequence[int]) -> Offsets:
    """How far behind the first of some fields each of them stands."""
    return tuple(field - fields[0] for field in fields)


class Rule(NamedTuple):
    """A way to find the first cell of a row: so many fields after the label, at a fixed field, or so many from the end."""

    kind: str
    offset: int

    def first(self, fielded: Fielded) -> int:
        """The field that the cells of a row begin at."""
        if self.kind == "after":
            return fielded.label + 1 + self.offset
        return self.offset if self.kind == "absolute" else fielded.width - fielded.reach - self.offset

    def holds_for(self, peer: Fielded) -> bool:
        """Whether a row that is placed does not speak against the rule."""
        first, filled = self.first(peer), peer.filled
        if not filled:
            # a blank row says something only if its fields behind the label are exactly its cells
            return peer.label < 0 or not peer.is_exact or first == peer.label + 1
        if len(filled) == peer.row.wanted:
            return first == filled[0] or from_first(filled) != peer.offsets
        return peer.fits(first)


def rules_of(peers: Sequence[Fielded]) -> list[Rule]:
    """The rules that hold for all of some rows; none where cells alone are parted, and no row tells padding from blanks.

    One does whose values reach from its first cell to its last.
    """
    by_cells = bool(peers) and peers[0].layout is Layout.CELLS
    if by_cells and not any(peer.filled and peer.filled[-1] - peer.filled[0] + 1 == peer.reach for peer in peers):
        return []
    kinds = [kind for kind in _FURTHEST if kind != "absolute" or not by_cells]
    rules = [Rule(kind, offset) for kind in kinds for offset in range(_FURTHEST[kind])]
    return [rule for rule in rules if all(map(rule.holds_for, peers))]


def firsts_by(rules: Sequence[Rule], fielded: Fielded) -> set[int]:
    """The fields that the cells of a row may begin at by some rules, so that no value stands outside them."""
    return {first for first in {rule.first(fielded) for rule in rules} if fielded.fits(first)}
