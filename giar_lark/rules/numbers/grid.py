"""Table 3 as a grid: its identities by row and by column, and the one cell that explains why several of them fail.

Shape: 7 conservation identities, 7 outcome sums, one row total for each of 25 (2019: 23) rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from operator import add, ne

from giar_lark.lean.later import kept_property
from giar_lark.lean.records import dataclass
from giar_lark.model.report import Report
from giar_lark.official.templates import tables
from giar_lark.rules.numbers.arithmetic import Balance, Number, Verdict
from giar_lark.rules.numbers.cells import Cells
from giar_lark.rules.numbers.mark import Suspect

CONSERVATION, OUTCOMES, ROW = "conservation", "outcomes", "row"
# by kind of identity: the keys of the rows or columns whose two sides differ
Unequal = Mapping[str, Sequence[str]]
_ALL_EQUAL: Unequal = {CONSERVATION: (), OUTCOMES: (), ROW: ()}


@dataclass(frozen=True, slots=True)
class Identity:
    """An identity of table 3: which of the three kinds, the key of its row or column, and its cells."""

    kind: str
    line: str
    balance: Balance


@dataclass(frozen=True)
class Grid:
    """The identities of table 3, by kind. Without slots, for what every cell lacks is kept."""

    conservation: tuple[Identity, ...] = ()
    outcomes: tuple[Identity, ...] = ()
    rows: tuple[Identity, ...] = ()

    @property
    def all(self) -> tuple[Identity, ...]:
        """Every identity, by kind and line."""
        return self.conservation + self.outcomes + self.rows

    def of_kind(self, kind: str) -> tuple[Identity, ...]:
        """The identities of a kind."""
        return {CONSERVATION: self.conservation, OUTCOMES: self.outcomes, ROW: self.rows}[kind]

    def suspect_of(self, identity: Identity) -> Suspect | None:
        """The one cell of a broken identity whose every identity is broken by the same amount; None if none or several are.

        Where exactly one row and one column miss by the same amount, this is the cell in which they cross.
        """
        lacking = self._lacking
        found = [
            Suspect(cell, (cell.value or 0) + number)
            for cell in identity.balance.cells
            if (number := lacking.get(cell.key)) is not None and (cell.value or 0) + number >= 0
        ]
        return found[0] if len(found) == 1 else None

    @property
    def suspects(self) -> dict[str, Number]:
        """The numbers that mend all, of each cell that alone explains why its identities fail, by its key."""
        found = filter(None, map(self.suspect_of, self.rows))
        return {cell.key: value for cell, value in found}

    @kept_property
    def _lacking(self) -> dict[str, Number]:
        """What has to be added to a cell so that all its identities hold, by its key: where all are broken by that number."""
        by_row, conservation, outcomes = map(_lacking_in, (self.rows, self.conservation, self.outcomes))
        by_column = outcomes | conservation
        for identity in self.conservation:
            processed = identity.balance.right[0].key  # the one cell of a column that stands in both of its identities
            if outcomes.get(processed) != conservation.get(processed):
                by_column.pop(processed, None)
        return {key: number for key, number in by_row.items() if by_column.get(key) == number}


def _lacking_in(identities: Sequence[Identity]) -> dict[str, Number]:
    """What has to be added to a cell so that its identity holds, of the broken ones of a kind."""
    lacking: dict[str, Number] = {}
    for balance in [identity.balance for identity in identities if identity.balance.verdict is Verdict.BROKEN]:
        lacking |= dict.fromkeys([cell.key for cell in balance.left], -balance.difference)
        lacking |= dict.fromkeys([cell.key for cell in balance.right], balance.difference)
    return lacking


def grid_of(report: Report) -> Grid:
    """The identities of table 3; none if the table is not in the text."""
    if report.table("t3") is None:
        return Grid()
    cells = Cells(report).line("t3")
    keys = tables().applicant_keys
    width = len(keys)
    columns = {key: cells[at::width] for at, key in enumerate(keys)}
    rows = [cells[at : at + width] for at in range(0, len(cells), width)]
    return Grid(
        tuple([Identity(CONSERVATION, key, Balance(column[:2], column[-2:])) for key, column in columns.items()]),
        tuple([Identity(OUTCOMES, key, Balance(column[2:-2], column[-2:-1])) for key, column in columns.items()]),
        tuple([Identity(ROW, row[0].key.rpartition(".")[0], Balance(row[:-1], row[-1:])) for row in rows]),
    )


def unequal_lines(cells: Cells) -> Unequal:
    """The lines of table 3 of each kind whose two sides differ. Blank: adds nothing.

    All identities that do not hold are among them, so that in a sound table none need be looked at.
    """
    keys, numbers = tables().applicant_keys, cells.numbers("t3")
    if _adds_up(numbers, len(keys)):
        return _ALL_EQUAL
    rows = list(zip(*[iter(numbers)] * len(keys), strict=True))
    received, carried_in, *outcomes, processed, carried_forward = rows
    lines = cells.keys("t3")[:: len(keys)]
    return {
        CONSERVATION: _unlike(keys, map(add, received, carried_in), map(add, processed, carried_forward)),
        OUTCOMES: _unlike(keys, map(sum, zip(*outcomes, strict=True)), processed),
        ROW: [line.rpartition(".")[0] for line in _unlike(lines, map(sum, rows), [2 * row[-1] for row in rows])],
    }


def _adds_up(numbers: Sequence[Number], width: int) -> bool:
    """Whether all identities of table 3 hold, with blanks as nothing: where all rows do, and all columns but one, so does that."""
    *parts, totals = [numbers[at::width] for at in range(width)]
    sums: Iterable[Number] = parts[0]
    for part in parts[1:]:
        sums = map(add, sums, part)
    if [*sums] != totals:
        return False
    return all([sum(outcomes) == done == new + old - left for new, old, *outcomes, done, left in parts])


def _unlike(names: Iterable[str], one: Iterable[Number], other: Iterable[Number]) -> list[str]:
    """The names of the numbers that two lists do not have alike."""
    return list(compress(names, map(ne, one, other)))
