"""Rows whose cells are parted by white space alone: places by gaps, by columns, or by marks; else the row has lost them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from giar_lark.official.templates import tables
from giar_lark.tokenise.labels.words import LEADING
from giar_lark.tokenise.place.page import Positions
from giar_lark.tokenise.place.spacing import SpacedRow, passes_over_a_column, place_by_spacing, positions_by_steps
from giar_lark.tokenise.rows.row import Fate, Row
from giar_lark.tokenise.split.piece import Piece
from giar_lark.tokenise.text.characters import FILLER

# the columns of table 2 that a block with fewer merges
_MERGED = 3

_Places = Mapping[int, Positions]


def place_lines(text: str, rows: Sequence[Row], in_order: bool, by_columns: _Places) -> None:
    """Find the cells of the rows of a table; `in_order` says that no value, row or word in it has gone astray."""
    if not any(len(row.values) < row.wanted for row in rows):
        for row in rows:
            _leave_out_copies(row)
    scattered = _are_scattered(rows)
    spaced = _spaced(text, rows)
    astray = _spell_numbers(rows) or passes_over_a_column({n: row for n, row in spaced.items() if row.wanted > _MERGED})
    by_gaps = {**place_by_spacing(spaced), **_by_gaps(rows)}
    others = (by_columns, positions_by_steps(spaced))
    for number, row in enumerate(rows):
        if (astray and len(row.values) > 1) or (scattered and not (row.is_full and row.is_on_label_line)):
            row.lose()
        elif row.is_full:
            row.settle(row.values)
        elif not row.values:
            row.settle(row.blanks(), Fate.PLACED if _is_blank(row, bool(by_gaps), in_order) else Fate.LOST)
        elif len(row.values) > row.wanted:
            row.settle(row.values, Fate.MISCOUNTED)
        else:
            positions = by_gaps.get(number) or by_columns.get(number)
            agreed = positions and all(other.get(number, positions) == positions for other in others)
            _place_partial(row, positions if agreed else None)


def _place_partial(row: Row, positions: Positions | None) -> None:
    """Place the values of a row with blanks by its marks, or at their positions; with neither they have lost their places."""
    cells = _by_marks(row)
    if cells is None and positions and not _has_words_beside(row):
        cells = row.spread(dict(zip(positions, row.values, strict=True)))
    if cells is None:
        row.lose()
    else:
        row.settle(cells)


def _has_words_beside(row: Row) -> bool:
    """Whether words or signs stand on the lines of a row's values, each perhaps in the place of one."""
    lines = {piece.row for piece in row.values}
    return any(piece.row in lines for piece, _ in row.zone.strange)


def _by_marks(row: Row) -> list[Piece] | None:
    """Blank cells that show as lines of fixed spaces."""
    items = row.zone.items
    while len(items) > row.wanted and not items[-1].text:
        items = items[:-1]
    lines = {piece.row for piece in items}
    return list(items) if len(items) == row.wanted == len(lines) and not row.zone.strange else None


def _leave_out_copies(row: Row) -> None:
    """Leave out of a row of table 2 the copies of a merged cell: `4 4 4` for one cell, `6 8 8` for two."""
    merged = row.values[row.wanted - 1 :]
    if row.wanted < len(row.values) == _MERGED and len({piece.text for piece in merged}) == 1:
        row.zone.items = row.values = row.values[: row.wanted]


def _is_blank(row: Row, shows_blanks: bool, in_order: bool) -> bool:
    """Whether a row without values is blank, and not robbed of its values: the rest of the table is in order."""
    if row.zone.strange or row.told_in_words:
        return False
    return bool(row.zone.items) or (shows_blanks and row.zone.tail_gap > row.wanted) or in_order


def _are_scattered(rows: Sequence[Row]) -> bool:
    """Whether values and labels have come apart: some rows have too many values while others have none or too few.

    So they have where most rows hold words: their values are parted by something else than white space.
    """
    over = sum(len(row.values) > row.wanted for row in rows)
    if over > 2 or (over > 0 and any(len(row.values) < row.wanted for row in rows)):
        return True
    return sum(bool(row.zone.strange) or row.told_in_words for row in rows) * 2 > len(rows)


def _spell_numbers(rows: Sequence[Row]) -> bool:
    """Whether the digits of numbers have spaces between them: no value has two digits, and several rows have too many values.

    Then a row with as many values as cells may hold a single number. Copies of a merged cell are not too many.
    """
    if any(len(piece.text) > 1 and piece.text.isdigit() for row in rows for piece in row.values):
        return False
    over = [{piece.text for piece in row.values} for row in rows if len(row.values) > row.wanted]
    return sum(len(digits) > 1 for digits in over) > 1


# ------------------------------------------------------------------------------------------------ gaps


def _by_gaps(rows: Sequence[Row]) -> dict[int, Positions]:
    """Blank cells that show as empty lines, in a layout of one cell on a line."""
    spaced = {}
    for number, row in enumerate(rows):
        if row.values and row.wanted > 1 and all(piece.gap for piece in row.values) and not row.zone.strange:
            spaced[number] = SpacedRow(tuple(piece.gap for piece in row.values), row.wanted, None)
    usual = _tail_gaps(rows)
    return {
        number: positions
        for number, positions in place_by_spacing(spaced).items()
        if positions[-1] == rows[number].wanted - 1 or _has_blank_tail(rows[number], positions, spaced[number], usual)
    }


def _spaced(text: str, rows: Sequence[Row]) -> dict[int, SpacedRow]:
    """The gaps of the rows that stand on one line each, where blank cells may show as spaces of their own.

    What leads from a label to its values belongs to the gap, whether or not a value is glued to it.
    """
    spaced = {}
    for number, row in enumerate(rows):
        label = row.label_piece if row.wanted > 1 else None
        if label is not None and all(piece.row == label.row for piece in row.values):
            ends = [label.start + len(label.text.rstrip(LEADING)), *(piece.end for piece in row.values)]
            gaps = tuple(_seen(text, end, piece.start) for piece, end in zip(row.values, ends, strict=False))
            stop = text.find("\n", ends[-1])
            tail = _seen(text, ends[-1], stop if stop >= 0 else len(text))
            spaced[number] = SpacedRow(gaps, row.wanted, row.group, tail)
    return spaced


def _seen(text: str, start: int, end: int) -> int:
    """How many characters of a stretch are seen."""
    return end - start - text.count(FILLER, start, end)


def _tail_gaps(rows: Sequence[Row]) -> dict[str | None, int]:
    """The usual line breaks behind a full row, by the kind of label that follows."""
    found: dict[str | None, list[int]] = {}
    for row in rows:
        if row.is_full:
            found.setdefault(_kind_behind(row), []).append(row.zone.tail_gap)
    return {kind: max(set(gaps), key=gaps.count) for kind, gaps in found.items()}


def _has_blank_tail(row: Row, positions: Positions, spaced: SpacedRow, usual: Mapping[str | None, int]) -> bool:
    """Whether the cells behind a row's last value are blank: the gap behind it is wider than usual by as many steps."""
    step = min(spaced.gaps[1:], default=spaced.gaps[0])
    tail = usual.get(_kind_behind(row))
    return tail is not None and row.zone.tail_gap - tail == (row.wanted - 1 - positions[-1]) * step


def _kind_behind(row: Row) -> str | None:
    """What kind of label follows a row: its padding of merged cells is part of the gap."""
    label = row.zone.next_label
    if label is None:
        return ""
    group = tables().group_of(label.terminal) if label.role == "row" else label.role
    return group if group in (None, "OUTCOMES", "caption", "column") else "leaf" if label.role == "row" else "group"
