"""Zones to cells: which of a row's columns each value stands in, where some of its cells are blank.

A full row needs no thought. A row with blanks is placed by what its layout keeps: separators, empty lines, or columns.
Where the layout has lost the places, the row is left unplaced: a guess is never given as a fact.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from giar_lark.pattern import lazy_pattern
from giar_lark.records import dataclass
from giar_lark.templates import tables
from giar_lark.tokenise.cell_text import CellText
from giar_lark.tokenise.columns import Positions, place_by_columns
from giar_lark.tokenise.fold import key
from giar_lark.tokenise.piece import BLANK, Layout, Piece, Pieces
from giar_lark.tokenise.row import Fate, Row
from giar_lark.tokenise.spacing import SpacedRow, place_by_spacing, positions_by_steps

# the columns of table 2 that a block with fewer merges
_MERGED = 3
_SEVERAL = lazy_pattern(r"\d\s+\d")


def place_rows(text: str, table: Pieces, rows: Sequence[Row]) -> None:
    """Find the cells of every row of a table."""
    unmarked = [row for row in rows if not is_marked_lost(row)]
    _find_told_in_words(table, unmarked)
    in_order = _in_order(table, unmarked)
    if table.layout is Layout.LINES:
        _place_lines(unmarked, in_order, place_by_columns(text, unmarked, _common_headers(unmarked), table.pieces))
    else:
        _place_separated(table, unmarked, in_order)


def _find_told_in_words(table: Pieces, rows: Sequence[Row]) -> None:
    """Note the rows without values behind whose label, and in front of the next one, numbers stand among words."""
    if all(row.zone.values for row in rows):
        return
    numbers = [piece.start for piece in table.pieces if piece.cell is None and _has_number(piece.text)]
    starts = sorted(row.zone.spelled[0].start for row in rows)
    owners = {starts[place - 1] for number in numbers if (place := bisect_right(starts, number))}
    for row in rows:
        row.told_in_words = row.zone.spelled[0].start in owners


def _has_number(text: str) -> bool:
    """Whether words hold a number other than the ordinal in front of them."""
    return any(char.isdigit() for char in text) and any(char.isdigit() for char in key(text).letters)


def is_marked_lost(row: Row) -> bool:
    """Whether a row says itself, in the canonical form, that its places are lost (`? 3 1 5`)."""
    values = row.zone.values
    if not values or not (values[0].text + " ").startswith("? "):
        return False
    row.cells, row.fate = values, Fate.LOST
    return True


def _values(items: Iterable[Piece]) -> list[Piece]:
    return [piece for piece in items if piece.text]


# ------------------------------------------------------------------------------------------------ separators


@dataclass(frozen=True, slots=True)
class _Rule:
    """A way to find the first cell of a row: so many fields after the label, at a fixed field, or so many from the end."""

    kind: str
    offset: int

    def first(self, row: Row, table: Pieces) -> int:
        """The index of the first cell among the fields of the row (ROWS) or among the items of the zone (CELLS)."""
        if table.layout is Layout.CELLS:
            return self.offset if self.kind == "after" else len(row.zone.items) - row.wanted - self.offset
        label = label_column(row)
        if self.kind == "after":
            return label + 1 + self.offset
        if self.kind == "absolute":
            return self.offset
        return _width(row, table) - row.wanted - self.offset


def label_column(row: Row) -> int:
    """The last field that spells the row's label on the line of its values; -1 if the label stands on another line."""
    line = row.zone.items[0].row if row.zone.items else -1
    return max((piece.column for piece in row.zone.spelled if piece.row == line), default=-1)


def _fits(row: Row, table: Pieces, first: int) -> bool:
    """Whether every value of a row stands in the window of cells that begins at `first`."""
    if table.layout is Layout.ROWS and not label_column(row) < first <= _width(row, table) - row.wanted:
        return False
    if first < 0:
        return False
    indexes = _indexes(row, table)
    return all(first <= index < first + row.wanted for index in indexes)


def _indexes(row: Row, table: Pieces) -> list[int]:
    if table.layout is Layout.ROWS:
        return [piece.column for piece in row.zone.items if piece.text]
    return [index for index, piece in enumerate(row.zone.items) if piece.text]


def _common_headers(rows: Sequence[Row]) -> Sequence[Piece | None]:
    """The header of all rows, where they share one: in table 2 each block has its own."""
    headers = rows[0].headers if rows else ()
    return headers if all(row.headers is headers for row in rows) else ()


def _place_separated(table: Pieces, rows: Sequence[Row], in_order: bool) -> None:
    open_rows: list[Row] = []
    keeps_blanks = any(not piece.text for row in rows for piece in row.zone.items)
    run_together = sum(_runs_together(row) for row in rows) > 1
    for row in rows:
        items, values = row.zone.items, _values(row.zone.items)
        if run_together and len(values) < row.wanted:
            row.cells, row.fate = values, Fate.LOST
            continue
        if table.layout is Layout.ROWS and len({piece.row for piece in items}) > 1:
            items = row.zone.items = _one_line(row, values)
        if len(values) == row.wanted:
            row.cells = values
        elif not values:
            row.cells, row.fate = _without_values(row, rows, in_order)
        elif len(values) > row.wanted:
            _merge_or_miscount(row, values)
        elif _too_short(row, table) or _narrower(row, table, rows):
            row.cells, row.fate = values, Fate.MISCOUNTED if keeps_blanks or _lone(row, rows) else Fate.LOST
        elif table.layout is Layout.ROWS and len({piece.row for piece in items}) > 1:
            row.cells, row.fate = values, Fate.LOST
        elif len(items) == row.wanted and (table.layout is Layout.CELLS or _contiguous(row, table)):
            row.cells = items
        else:
            open_rows.append(row)
    _place_by_rules(table, rows, open_rows)
    _align_blank_rows(table, rows)


def _runs_together(row: Row) -> bool:
    """Whether a row lacks values and has several in one field: its separators are not those of the columns."""
    values = row.zone.values
    return len(values) < row.wanted and any(_SEVERAL.search(piece.text) for piece in values)


def _too_short(row: Row, table: Pieces) -> bool:
    """Whether a row has fewer fields than cells: a cell is gone, and it may be any of them."""
    if table.layout is Layout.CELLS:
        return len(row.zone.items) < row.wanted
    return _width(row, table) - label_column(row) - 1 < row.wanted


def _without_values(row: Row, rows: Sequence[Row], in_order: bool) -> tuple[list[Piece], Fate]:
    """The cells of a row that holds no value: blank if its fields are there, or if it has but one and no value went astray."""
    items = row.zone.items
    if not (row.zone.strange or row.told_in_words) and (
        len(items) >= max(1, row.wanted - 1) or (row.wanted == 1 and (_lone(row, rows) or _all_or_none(rows)))
    ):
        return _blanks(row, items), Fate.PLACED
    if _lone(row, rows):
        return items, Fate.MISCOUNTED
    if not items and not row.told_in_words and in_order and _keeps_lines(rows):
        return _blanks(row, items), Fate.PLACED  # a converter that trims its lines
    return [], Fate.LOST


def _all_or_none(rows: Sequence[Row]) -> bool:
    """Whether every row has all its values or, being of one cell, none: then nothing has gone astray."""
    return all(len(row.zone.values) == row.wanted or (row.wanted == 1 and not row.zone.values) for row in rows)


def _narrower(row: Row, table: Pieces, rows: Sequence[Row]) -> bool:
    """Whether a line has fewer fields than every full row of its group with a label in the same column: a field is gone."""
    if table.layout is not Layout.ROWS:
        return False
    kind = (label_column(row), _own_depth(row))
    full = [other for other in rows if other.wanted == row.wanted == len(other.zone.values)]
    kin = {_width(other, table) for other in full if (label_column(other), _own_depth(other)) == kind}
    widths = kin or {_width(other, table) for other in full}
    return _width(row, table) < min(widths, default=0) and (bool(kin) or len(widths) == 1)


def _width(row: Row, table: Pieces) -> int:
    """How many fields the line of a row's values has."""
    return table.widths.get(row.zone.items[0].row, 0)


def _lone(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a row is an exception: nearly all other rows have all their values, or at least a field for each."""
    short = sum(max(len(other.zone.items), len(other.zone.values)) < other.wanted for other in rows)
    return short <= max(1, len(rows) // 8)


def _one_line(row: Row, values: list[Piece]) -> list[Piece]:
    """The items of the line that holds the values, where a row's fields run over several lines."""
    lines = {piece.row for piece in values}
    return [piece for piece in row.zone.items if piece.row in lines] if len(lines) == 1 else row.zone.items


def _contiguous(row: Row, table: Pieces) -> bool:
    """Whether the fields behind the label are exactly the row's cells; a row without a label is all cells."""
    label = label_column(row)
    return label < 0 or _width(row, table) - label - 1 == row.wanted


def _blanks(row: Row, items: list[Piece]) -> list[Piece]:
    """The cells of a row without any value."""
    at = row.zone.spelled[-1].end
    found = items[: row.wanted]
    last = found[-1].start if found else at
    return found + [Piece(last, last, "", -1, 0, 0, BLANK) for _ in range(row.wanted - len(found))]


def _merge_or_miscount(row: Row, values: list[Piece]) -> None:
    """More values than cells: the copies of a merged cell count once, everything else is a wrong number of values."""
    if row.wanted == 1 and len({piece.text for piece in values}) == 1 and len({piece.row for piece in values}) == 1:
        row.cells = values[:1]
    elif row.wanted == 2 and len(values) == 3 and values[1].text == values[2].text and values[0].row == values[2].row:
        row.cells = values[:2]
    else:
        row.cells, row.fate = values, Fate.MISCOUNTED


def _header_field(table: Pieces, rows: Sequence[Row], row: Row) -> int | None:
    """The field that a row's first column has, as its header shows; None unless every line is as wide as the header's.

    Only then does the header stand above its columns: lines that leave merged cells out are narrower than it, or wider.
    """
    first, last = (row.headers[0], row.headers[-1]) if row.headers else (None, None)
    if table.layout is not Layout.ROWS or first is None or last is None or first.row != last.row:
        return None
    widths = {table.widths.get(first.row, 0), *(_width(other, table) for other in rows if other.zone.items)}
    apart = last.column - first.column == len(row.headers) - 1
    return first.column if len(widths) == 1 and apart else None


def _place_by_rules(table: Pieces, rows: Sequence[Row], open_rows: list[Row]) -> None:
    """Place rows with blanks by the rules that hold for every row of their width at once, or else by the header."""
    for row in open_rows:
        peers = [peer for peer in rows if peer.wanted == row.wanted and peer.zone.items and peer.fate is Fate.PLACED]
        firsts = {rule.first(row, table) for rule in _rules(table, peers)}
        firsts = {first for first in firsts if _fits(row, table, first)}
        if not firsts:
            firsts = {first for first in range(40) if _fits(row, table, first)}
        shown = _header_field(table, rows, row) if len(firsts) > 1 else None
        if shown in firsts:
            firsts = {shown}
        _settle(row, [_window(row, table, first) for first in sorted(firsts)])


def _align_blank_rows(table: Pieces, rows: Sequence[Row]) -> None:
    """Where a blank row has more fields than cells, its cells are those under the cells of the other rows.

    If the other rows do not tell which these are, none of its fields is said to be a cell.
    """
    filled = [row for row in rows if row.fate is Fate.PLACED and row.zone.values]
    for row in rows:
        if row.fate is Fate.PLACED and not row.zone.values and len(row.zone.items) > row.wanted:
            peers = [peer for peer in filled if peer.wanted == row.wanted]
            firsts = {rule.first(row, table) for rule in _rules(table, peers)} if peers else set()
            firsts = {first for first in firsts if _fits(row, table, first)}
            row.cells = _window(row, table, firsts.pop()) if len(firsts) == 1 else _spread(row, {})


def _rules(table: Pieces, peers: Sequence[Row]) -> list[_Rule]:
    kinds = ("after", "right") if table.layout is Layout.CELLS else ("after", "absolute", "right")
    rules = [_Rule(kind, offset) for kind in kinds for offset in range(8 if kind == "absolute" else 4)]
    return [rule for rule in rules if all(_obeys(peer, table, rule) for peer in peers)]


def _obeys(peer: Row, table: Pieces, rule: _Rule) -> bool:
    first = rule.first(peer, table)
    indexes = _indexes(peer, table)
    if not indexes:
        # a blank row says something only if its fields behind the label are exactly its cells
        exact = table.layout is Layout.ROWS and label_column(peer) >= 0 and _contiguous(peer, table)
        return not exact or first == label_column(peer) + 1
    if len(indexes) == peer.wanted:
        return first == indexes[0] or indexes[-1] - indexes[0] + 1 != peer.wanted
    return _fits(peer, table, first)


def _window(row: Row, table: Pieces, first: int) -> list[Piece]:
    """The cells of a row, its first one at `first`; fields that a trimmed line has lost are blank."""
    by_position: dict[int, Piece] = {}
    for index, piece in enumerate(row.zone.items):
        position = (piece.column if table.layout is Layout.ROWS else index) - first
        if piece.text or position not in by_position:
            by_position[position] = piece
    return _spread(row, by_position)


def _spread(row: Row, by_position: dict[int, Piece]) -> list[Piece]:
    """The cells of a row from the pieces at some positions; every other cell is blank, behind the one before it."""
    cells: list[Piece] = []
    for position in range(row.wanted):
        end = cells[-1].end if cells else row.zone.spelled[-1].end
        cells.append(by_position.get(position) or Piece(end, end, "", -1, 0, 0, BLANK))
    return cells


def _settle(row: Row, readings: list[list[Piece]]) -> None:
    """Take the only reading, or the only one that adds up; with neither, the row has lost its places."""
    if len(readings) == 1:
        row.cells = readings[0]
        return
    adding = [cells for cells in readings if row.wanted == 7 and adds_up(cells)]
    if len(adding) == 1:
        row.cells, row.fate = adding[0], Fate.INFERRED
    else:
        row.cells, row.fate = _values(row.zone.items), Fate.LOST


def adds_up(cells: Sequence[Piece]) -> bool:
    """Whether a row of table 3 ends in the sum of its other cells. Blank: nothing, but for the sum itself."""
    numbers = [_number(piece.cell) for piece in cells]
    return cells[-1].text != "" and sum(numbers[:-1]) == numbers[-1]


def _number(cell: CellText | None) -> int:
    return int(cell.value) if cell is not None and cell.value is not None else 0


# ------------------------------------------------------------------------------------------------ white space


def _place_lines(rows: Sequence[Row], in_order: bool, by_columns: dict[int, Positions]) -> None:
    if not any(len(row.zone.values) < row.wanted for row in rows):
        for row in rows:
            row.zone.items = _without_copies(row)
    scattered = _scattered(rows)
    by_gaps = _by_gaps(rows)
    spaced = _spaced(rows)
    by_gaps = {**place_by_spacing(spaced), **by_gaps}
    by_steps = positions_by_steps(spaced)
    for number, row in enumerate(rows):
        values = row.zone.values
        if scattered and not (len(values) == row.wanted and _on_label_line(row, values)):
            row.cells, row.fate = values, Fate.LOST
        elif len(values) == row.wanted:
            row.cells = values
        elif not values:
            row.cells = _blanks(row, row.zone.items)
            row.fate = Fate.PLACED if _blank_by_layout(row, bool(by_gaps), in_order) else Fate.LOST
        elif len(values) > row.wanted:
            row.cells, row.fate = values, Fate.MISCOUNTED
        else:
            positions = by_gaps.get(number) or by_columns.get(number)
            if any(other.get(number, positions) != positions for other in (by_columns, by_steps)):
                positions = None
            cells = _by_marks(row) or (_spread(row, dict(zip(positions, values, strict=True))) if positions else None)
            row.cells, row.fate = (cells, Fate.PLACED) if cells else (values, Fate.LOST)


def _by_gaps(rows: Sequence[Row]) -> dict[int, Positions]:
    """Blank cells that show as empty lines, in a layout of one cell on a line."""
    spaced = {}
    for number, row in enumerate(rows):
        values = row.zone.values
        if values and row.wanted > 1 and all(piece.gap for piece in values) and not row.zone.strange:
            spaced[number] = SpacedRow(tuple(piece.gap for piece in values), row.wanted, None)
    usual = _tail_gaps(rows)
    return {
        number: positions
        for number, positions in place_by_spacing(spaced).items()
        if positions[-1] == rows[number].wanted - 1 or _blank_tail(rows[number], positions, spaced[number], usual)
    }


def _spaced(rows: Sequence[Row]) -> dict[int, SpacedRow]:
    """The gaps of the rows that stand on one line each, where blank cells may show as spaces of their own."""
    spaced = {}
    for number, row in enumerate(rows):
        values = row.zone.values
        label = [piece for piece in row.zone.spelled if values and piece.end <= values[0].start]
        if row.wanted > 1 and label and len({piece.row for piece in (label[-1], *values)}) == 1:
            ends = [label[-1].end, *(piece.end for piece in values)]
            gaps = tuple(piece.start - end for piece, end in zip(values, ends, strict=False))
            spaced[number] = SpacedRow(gaps, row.wanted, _own_depth(row))
    return spaced


def _own_depth(row: Row) -> str | None:
    label = row.zone.label
    return tables().group_of(label.terminal) if label else None


def _depth(row: Row) -> str | None:
    """What kind of label follows a row: its padding of merged cells is part of the gap."""
    label = row.zone.next_label
    if label is None:
        return ""
    group = tables().group_of(label.terminal) if label.role == "row" else label.role
    return group if group in (None, "OUTCOMES", "caption", "column") else "leaf" if label.role == "row" else "group"


def _tail_gaps(rows: Sequence[Row]) -> dict[str | None, int]:
    """The usual line breaks behind a full row, by the kind of label that follows."""
    found: dict[str | None, list[int]] = {}
    for row in rows:
        if len(row.zone.values) == row.wanted:
            found.setdefault(_depth(row), []).append(row.zone.tail_gap)
    return {depth: max(set(gaps), key=gaps.count) for depth, gaps in found.items()}


def _blank_tail(row: Row, positions: Positions, spaced: SpacedRow, usual: dict[str | None, int]) -> bool:
    """Whether the cells behind a row's last value are blank: the gap behind it is wider than usual by as many steps."""
    step = min(spaced.gaps[1:], default=spaced.gaps[0])
    tail = usual.get(_depth(row))
    return tail is not None and row.zone.tail_gap - tail == (row.wanted - 1 - positions[-1]) * step


def _in_order(table: Pieces, rows: Sequence[Row]) -> bool:
    """Whether nothing in a table has gone astray: every value is a row's, no row has too many, damaged ones, or strange words."""
    owned = {piece.start for row in rows for piece in row.zone.items}
    if any(piece.text and piece.cell is not None and piece.start not in owned for piece in table.pieces):
        return False
    return all(
        len(row.zone.values) <= row.wanted
        and not row.zone.strange
        and all(piece.cell is None or piece.cell.state != "unreadable" for piece in row.zone.values)
        for row in rows
    )


def _without_copies(row: Row) -> list[Piece]:
    """The values of a row of table 2, the copies of a merged cell left out: `4 4 4` for one cell, `6 8 8` for two."""
    values = row.zone.values
    merged = values[row.wanted - 1 :]
    copied = row.wanted < len(values) == _MERGED and len({piece.text for piece in merged}) == 1
    return values[: row.wanted] if copied else row.zone.items


def _keeps_lines(rows: Sequence[Row]) -> bool:
    """Whether each row that has values has them behind its label, on its line: then a line without any is a blank row."""
    filled = [row for row in rows if row.zone.values]
    return len(filled) > 1 and all(_on_label_line(row, row.zone.values) for row in filled)


def _blank_by_layout(row: Row, shows_blanks: bool, in_order: bool) -> bool:
    """Whether a row without values is blank, and not robbed of its values: the rest of the table is in order."""
    if row.zone.strange or row.told_in_words:
        return False
    if row.zone.items or (shows_blanks and row.zone.tail_gap > row.wanted):
        return True
    return in_order


def _on_label_line(row: Row, values: list[Piece]) -> bool:
    lines = {piece.row for piece in values}
    return len(lines) == 1 and any(piece.row in lines for piece in row.zone.spelled)


def _scattered(rows: Sequence[Row]) -> bool:
    """Whether values and labels have come apart: some rows have too many values while others have none or too few."""
    over = sum(len(row.zone.values) > row.wanted for row in rows)
    short = sum(len(row.zone.values) < row.wanted for row in rows)
    return (over > 0 and short > 0) or over > 2


def _by_marks(row: Row) -> list[Piece] | None:
    """Blank cells that show as lines of fixed spaces."""
    items = row.zone.items
    while len(items) > row.wanted and not items[-1].text:
        items = items[:-1]
    lines = [piece.row for piece in items]
    if row.zone.strange or len(set(lines)) < len(lines):
        return None
    return list(items) if len(items) == row.wanted else None
