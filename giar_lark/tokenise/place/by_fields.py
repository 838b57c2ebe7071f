"""Rows whose cells have separators: a row with blanks is placed by the field that its cells begin at."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from giar_lark.lean.later import kept_property
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.place.cell_offsets import beside_header, header_columns, with_offsets
from giar_lark.tokenise.place.fielded import Fielded, firsts_by, from_first, rules_of
from giar_lark.tokenise.rows.row import Fate, Row, adds_up
from giar_lark.tokenise.split.piece import Layout, Piece, Pieces

_SEVERAL = lazy_pattern(r"\d\s+\d")
# of so many rows one may be an exception
_MANY = 8
# no row begins further on in its line
_FURTHEST = 40
# the only rows that have a sum have so many cells
_APPLICANTS = 7


def place_fields(table: Pieces, rows: Sequence[Row], in_order: bool) -> None:
    """Find the cells of the rows of a table; `in_order` says that no value, row or word in it has gone astray."""
    keeps_blanks = any(not piece.text for row in rows for piece in row.zone.items)
    _lose_run_together(rows)
    _lose_beside_wider(table, rows)
    waiting = [row for row in rows if row.fate is not Fate.LOST]
    if table.layout is Layout.ROWS:
        for row in waiting:
            row.zone.items = _on_one_line(row)
    for row in waiting:
        if row.is_full and ((table.layout is Layout.ROWS and _is_torn(row)) or _is_filled_up(row)):
            row.lose()
        elif row.is_full:
            row.settle(row.values)
    if not all(row.is_full for row in waiting):
        _Placer(table, rows, keeps_blanks=keeps_blanks, in_order=in_order).place()


def _lose_run_together(rows: Sequence[Row]) -> None:
    """Lose the rows that lack values, if several have some in one field: then separators are not those of the columns."""
    short = [row for row in rows if len(row.values) < row.wanted]
    if sum(any(_SEVERAL.search(piece.text) for piece in row.values) for row in short) > 1:
        for row in short:
            row.lose()


def _lose_beside_wider(table: Pieces, rows: Sequence[Row]) -> None:
    """Lose the rows of table 3 that have no more values than cells, if most show a column more: by their number, or by the header."""
    filled = [row for row in rows if row.values and row.wanted == _APPLICANTS]
    narrow = [row for row in filled if len(row.values) <= row.wanted]
    beside = [row for row in narrow if beside_header(table, row)]
    if _add_up(beside):
        beside = []
    if narrow and (len(narrow) - len(beside)) * 2 < len(filled):
        for row in narrow:
            row.lose()


def _add_up(rows: Sequence[Row]) -> bool:
    """Whether most rows that have as many values as cells add up: then it is the header that stands elsewhere."""
    full = [row.values for row in rows if len(row.values) == row.wanted]
    counted = [values for values in full if any(value.text.strip("0") for value in values)]
    return sum(map(adds_up, counted)) * 2 > len(counted)


def _on_one_line(row: Row) -> list[Piece]:
    """The items of a row, those of the line that holds the values alone where its fields run over several."""
    items = row.zone.items
    if len({piece.row for piece in items}) < 2:
        return items
    lines = {piece.row for piece in row.values}
    return [piece for piece in items if piece.row in lines] if len(lines) == 1 else items


def _is_torn(row: Row) -> bool:
    """Whether words that are no label stand between the lines of a row's values: those may be the label of some of them."""
    several = len({piece.row for piece in row.values}) > 1
    return several and any(0 < before < row.wanted for _, before in row.zone.strange)


def _is_filled_up(row: Row) -> bool:
    """Whether a row has as many values as cells only because a merged number stands in all its places, beside blanks."""
    items = row.zone.items
    if len(items) == len(row.values):
        return False
    return any(piece.text == after.text and piece.text.endswith("?") for piece, after in pairwise(items))


class _Placer:
    """Places the rows of a table that lack values, or have too many."""

    def __init__(self, table: Pieces, rows: Sequence[Row], *, keeps_blanks: bool, in_order: bool) -> None:
        self.table, self.keeps_blanks, self.in_order = table, keeps_blanks, in_order
        self.rows = with_offsets(table, [Fielded.of(row, table) for row in rows])

    def place(self) -> None:
        """Find the cells of every row that is not full or lost: first of those that need no other."""
        waiting = [one for one in self.rows if one.row.fate is not Fate.LOST and not one.row.is_full]
        self._place_by_rules([one for one in waiting if not self._is_settled(one)])
        self._align_blank()

    def _is_settled(self, one: Fielded) -> bool:
        """Settle a row that can be without looking at where the others begin; say whether it is."""
        row, items = one.row, one.row.zone.items
        if not row.values:
            row.settle(*self._without_values(row))
        elif len(row.values) > row.wanted:
            _merge_or_miscount(row)
        elif one.is_too_short or self._is_narrower(one):
            row.settle(row.values, Fate.MISCOUNTED if self.keeps_blanks or self._lone else Fate.LOST)
        elif one.layout is Layout.ROWS and len({piece.row for piece in items}) > 1:
            row.lose()
        elif len(items) == row.wanted and one.is_exact:
            row.settle(items)
        else:
            return False
        return True

    def _without_values(self, row: Row) -> tuple[list[Piece], Fate]:
        """The cells of a row that holds no value: blank if its fields are there, or if it has but one and no value went astray."""
        items, told = row.zone.items, row.told_in_words
        has_fields = len(items) >= max(1, row.wanted - 1) or (row.wanted == 1 and (self._lone or self._all_or_none))
        if has_fields and not (row.zone.strange or told):
            return row.blanks(), Fate.PLACED
        if self._lone:
            return items, Fate.MISCOUNTED
        if not items and not told and self.in_order and self._keeps_lines:
            return row.blanks(), Fate.PLACED  # a converter that trims its lines
        return [], Fate.LOST

    @kept_property
    def _lone(self) -> bool:
        """Whether a row that lacks fields is an exception: nearly all have all their values, or at least a field for each."""
        short = sum(max(len(one.row.zone.items), len(one.row.values)) < one.row.wanted for one in self.rows)
        return short <= max(1, len(self.rows) // _MANY)

    @kept_property
    def _all_or_none(self) -> bool:
        """Whether every row has all its values or, being of one cell, none: then nothing has gone astray."""
        return all(one.row.is_full or (one.row.wanted == 1 and not one.row.values) for one in self.rows)

    @kept_property
    def _keeps_lines(self) -> bool:
        """Whether each row that has values has them behind its label, on its line: then a line without any is a blank row."""
        filled = [one.row for one in self.rows if one.row.values]
        return len(filled) > 1 and all(row.is_on_label_line for row in filled)

    def _is_narrower(self, one: Fielded) -> bool:
        """Whether a line ends before its header's last column, or is narrower than all full rows of its kind: a field is gone.

        Of its kind are those of its group, with a label in the same column.
        """
        if one.layout is not Layout.ROWS:
            return False
        if one.width <= max(header_columns(self.table, one.row), default=-1):
            return True
        wanted = one.row.wanted
        kin = self._full_widths.get((wanted, one.label, one.row.group))
        if kin:
            return one.width < min(kin)
        if one.is_exact and self._keeps_no_covered_fields:
            return False
        widths = self._full_widths.get((wanted,), set())
        return len(widths) == 1 and one.width < min(widths)

    @kept_property
    def _keeps_no_covered_fields(self) -> bool:
        """Whether full rows have nothing between label and cells, so that lines differ in width by their labels alone."""
        return all(one.is_exact for one in self.rows if one.row.is_full)

    @kept_property
    def _full_widths(self) -> dict[tuple[object, ...], set[int]]:
        """How wide the lines of full rows are, by how many cells they have, and by that, the field of the label, and the group."""
        found: dict[tuple[object, ...], set[int]] = {}
        for one in self.rows:
            if one.row.is_full:
                for kind in ((one.row.wanted,), (one.row.wanted, one.label, one.row.group)):
                    found.setdefault(kind, set()).add(one.width)
        return found

    def _place_by_rules(self, open_rows: Sequence[Fielded]) -> None:
        """Place rows with blanks by the rules that hold for every row of their width at once, or else by the header.

        A row that no rule settles still says which rules do not hold.
        """
        placed = [one for one in self._placed() if one.row.zone.items]
        rules = {wanted: rules_of(_of_count(placed, wanted)) for wanted in {one.row.wanted for one in open_rows}}
        for one in open_rows:
            firsts = firsts_by(rules[one.row.wanted], one)
            firsts = firsts or {first for first in range(_FURTHEST) if one.fits(first)}
            shown = self._header_field(one) if len(firsts) > 1 else None
            _settle(one.row, [one.cells(first) for first in ([shown] if shown in firsts else sorted(firsts))])

    def _placed(self) -> list[Fielded]:
        return [one for one in self.rows if one.row.fate is Fate.PLACED]

    def _header_field(self, one: Fielded) -> int | None:
        """The field that a row's first column has, as its header shows; None unless every line is as wide as the header's.

        Only then does the header stand above its columns: lines that leave merged cells out are narrower than it, or wider.
        """
        columns = header_columns(self.table, one.row)
        if not columns or from_first(columns) != one.offsets:
            return None
        widths = {other.width for other in self.rows if other.row.zone.items}
        widths |= {self.table.widths.get(piece.row, 0) for piece in one.row.header.pieces if piece is not None}
        return columns[0] if len(widths) == 1 else None

    def _align_blank(self) -> None:
        """Where a blank row has more fields than cells, its cells are those under the cells of the other rows.

        If the other rows do not tell which these are, none of its fields is said to be a cell.
        """
        placed = self._placed()
        peers = [one for one in placed if one.row.values]
        rules = {wanted: rules_of(_of_count(peers, wanted)) for wanted in {peer.row.wanted for peer in peers}}
        for one in placed:
            row = one.row
            if not row.values and len(row.zone.items) > row.wanted:
                firsts = firsts_by(rules.get(row.wanted, ()), one)
                row.cells = one.cells(firsts.pop()) if len(firsts) == 1 else row.spread({})


def _of_count(rows: Sequence[Fielded], wanted: int) -> list[Fielded]:
    return [one for one in rows if one.row.wanted == wanted]


def _merge_or_miscount(row: Row) -> None:
    """More values than cells: the copies of a merged cell count once, everything else is a wrong number of values."""
    values = row.values
    if row.wanted == 1 and len({piece.text for piece in values}) == 1 and len({piece.row for piece in values}) == 1:
        row.settle(values[:1])
    elif row.wanted == 2 and len(values) == 3 and values[1].text == values[2].text and values[0].row == values[2].row:
        row.settle(values[:2])
    else:
        row.settle(values, Fate.MISCOUNTED)


def _settle(row: Row, readings: list[list[Piece]]) -> None:
    """Take the only reading, or the only one that adds up; with neither, the row has lost its places."""
    if len(readings) == 1:
        row.settle(readings[0])
        return
    adding = [cells for cells in readings if row.wanted == _APPLICANTS and adds_up(cells)]
    if len(adding) == 1:
        row.settle(adding[0], Fate.INFERRED)
    else:
        row.lose()
