"""Blank cells that show as wider gaps: so many line breaks, or so many spaces, for each cell that is passed over.

Two neighbouring values stand `base` apart, every blank cell between them adds `extra`, and the first cell stands `lead`
behind its label. Which numbers a converter uses is found from the table itself: they must explain every row, and most rows
must end in the last column. Where two explanations disagree on a row, the row stays unplaced.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, product

from giar_lark.lean.records import dataclass

Positions = tuple[int, ...]

# without a full row to show the steps, so few rows fit many readings
_FEW = 3
# neighbouring cells stand no further apart than this, in line breaks or spaces
_WIDEST_BASE = 6


@dataclass(frozen=True, slots=True)
class SpacedRow:
    """A row as gaps: before its first value (from the label), then before each next one, and what is left behind the last.

    `kind` groups rows whose labels stand in the same kind of place, so that padding before their first cell is the same.
    """

    gaps: tuple[int, ...]
    wanted: int
    kind: str | None
    tail: int = 0


def place_by_spacing(rows: dict[int, SpacedRow]) -> dict[int, Positions]:
    """The positions of the values of every row that its gaps settle, by the row's number."""
    if not rows:
        return {}
    tail = _usual_tail(rows)
    if tail is None or not _show_blanks(rows, tail):
        return {}
    placed: dict[int, Positions] = {}
    shown = any(len(row.gaps) == row.wanted for row in rows.values())
    for kind in {row.kind for row in rows.values()}:
        members = {number: row for number, row in rows.items() if row.kind == kind}
        if not shown and len(members) < _FEW:
            continue
        readings = [found for base, extra in _steps(rows) for found in _explain(members, base, extra, tail)]
        placed.update(_agreed(readings))
    return placed


def _usual_tail(rows: dict[int, SpacedRow]) -> int | None:
    """What is left behind the last value of full rows; nothing, if there are none, and None where all lines leave something."""
    full = [row.tail for row in rows.values() if len(row.gaps) == row.wanted]
    least = min(full or [row.tail for row in rows.values()])
    return least if full or not least else None


def _show_blanks(rows: dict[int, SpacedRow], tail: int) -> bool:
    """Whether some row with blanks has a wider gap: between its values, or before or behind them than full rows have there."""
    partial = [row for row in rows.values() if len(row.gaps) < row.wanted]
    full = [row for row in rows.values() if len(row.gaps) == row.wanted]
    base = min((gap for row in full or partial for gap in row.gaps[bool(full) :]), default=0)
    leads = {row.kind: row.gaps[0] for row in full}
    return any(
        row.tail > tail or row.gaps[0] > leads.get(row.kind, row.gaps[0]) or any(gap > base for gap in row.gaps[1:])
        for row in partial
    )


def positions_by_steps(rows: dict[int, SpacedRow]) -> dict[int, Positions]:
    """The positions of the values where so many spaces, two or more, part all cells, and as many again stand for a blank one.

    Nothing where some gap is no multiple of the narrowest: then cells are padded, or stand in columns.
    """
    gaps = [gap for row in rows.values() for gap in row.gaps]
    step = min(gaps, default=0)
    if step < 2 or any(gap % step for gap in gaps):
        return {}
    leads = {row.kind: row.gaps[0] for row in rows.values() if len(row.gaps) == row.wanted}
    found = {number: _stepped(row, step, leads.get(row.kind, step)) for number, row in rows.items()}
    return {
        number: positions
        for number, positions in found.items()
        if 0 <= positions[0] <= positions[-1] < rows[number].wanted
    }


def passes_over_a_column(rows: dict[int, SpacedRow]) -> bool:
    """Whether so many spaces, two or more, part all cells, and more of them stand at the same place of every row.

    A column is blank there in all of them, though they have a value for each cell: so there is another column, somewhere.
    """
    several = {row.gaps for row in rows.values() if len(row.gaps) == row.wanted > 1}
    step = min((gap for gaps in several for gap in gaps), default=0)
    if step < 2 or len(several) < _FEW or any(gap % step for gaps in several for gap in gaps):
        return False
    return any(min(at) > step for at in zip(*several, strict=True))


def _stepped(row: SpacedRow, step: int, lead: int) -> Positions:
    first, *others = row.gaps
    return tuple(accumulate((gap // step for gap in others), initial=(first - lead) // step))


def _steps(rows: dict[int, SpacedRow]) -> Iterator[tuple[int, int]]:
    """The candidates for `base` and `extra`: full rows show the base, else it may be anything up to the narrowest gap."""
    full = [gap for row in rows.values() if len(row.gaps) == row.wanted for gap in row.gaps[1:]]
    if full:
        base = max(set(full), key=full.count)
        bases = [base] if full.count(base) * 4 > len(full) * 3 else []
    else:
        narrowest = min((gap for row in rows.values() for gap in row.gaps[1:]), default=_WIDEST_BASE)
        bases = list(range(1, min(narrowest, _WIDEST_BASE) + 1))
    yield from product(bases, range(1, 5))


def _explain(rows: dict[int, SpacedRow], base: int, extra: int, tail: int) -> Iterator[dict[int, Positions]]:
    """The readings of rows of one kind, one for each lead that makes all of them fit and most of them end in the last cell.

    Where full rows show the lead, it is theirs. What is left behind the last value, if lines keep that, counts the blanks there.
    """
    leads = {row.gaps[0] for row in rows.values() if len(row.gaps) == row.wanted}
    for lead in leads if len(leads) == 1 else range(1, 7):
        known = _all_positions(rows, base, extra, lead)
        if known is None:
            continue
        behind = {number: rows[number].wanted - 1 - positions[-1] for number, positions in known.items()}
        if any(row.tail != tail for row in rows.values()):
            if all(rows[number].tail - tail == count * extra for number, count in behind.items()):
                yield known
        elif sum(count == 0 for count in behind.values()) * 2 > len(behind):
            yield known


def _all_positions(rows: dict[int, SpacedRow], base: int, extra: int, lead: int) -> dict[int, Positions] | None:
    """The positions of the values of all rows; None if they explain one of them not."""
    found: dict[int, Positions] = {}
    for number, row in rows.items():
        positions = _positions(row, base, extra, lead)
        if positions is None:
            return None
        found[number] = positions
    return found


def _positions(row: SpacedRow, base: int, extra: int, lead: int) -> Positions | None:
    if len(row.gaps) == row.wanted:
        return tuple(range(row.wanted))
    at, positions = -1, []
    for number, gap in enumerate(row.gaps):
        blanks, rest = divmod(gap - (base if number else lead), extra)
        if rest or blanks < 0:
            return None
        at += blanks + 1
        positions.append(at)
    return tuple(positions) if at < row.wanted else None


def _agreed(readings: Sequence[dict[int, Positions]]) -> dict[int, Positions]:
    if not readings:
        return {}
    return {n: p for n, p in readings[0].items() if all(other[n] == p for other in readings)}
