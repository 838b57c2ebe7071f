"""Table 3 as a grid: its identities by row and by column, and the one cell that explains why several of them fail.

Shape: 7 conservation identities, 7 outcome sums, one row total for each of 25 (2019: 23) rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from giar_lark.model.report import Cell, Report
from giar_lark.records import dataclass
from giar_lark.rules.arithmetic import Balance, Verdict
from giar_lark.rules.cells import Cells
from giar_lark.rules.mark import Suspect
from giar_lark.templates import tables

CONSERVATION, OUTCOMES, ROW = "conservation", "outcomes", "row"
# by kind of identity: the keys of the rows or columns whose two sides differ
Unequal = Mapping[str, Sequence[str]]
# by key of a cell
Crossings = Mapping[str, Sequence[Balance]]


@dataclass(frozen=True, slots=True)
class Identity:
    """An identity of table 3: which of the three kinds, the key of its row or column, and its cells."""

    kind: str
    line: str
    balance: Balance


def identities(report: Report, *kinds: str) -> tuple[Identity, ...]:
    """The identities of table 3 of some kinds, or all, by kind and line; none if the table is not in the text."""
    if report.table("t3") is None:
        return ()
    cells = {cell.key: cell for cell in report.cells if cell.key.startswith("t3.")}
    build = {CONSERVATION: _conservation, OUTCOMES: _outcomes, ROW: _rows}
    return tuple(identity for kind in kinds or build for identity in build[kind](cells))


def _conservation(cells: dict[str, Cell]) -> Iterator[Identity]:
    for column in tables().applicant_keys:
        received, carried_in, processed, carried_forward = (
            cells[f"t3.{row}.{column}"] for row in ("new_received", "carried_in", "total_processed", "carried_forward")
        )
        yield Identity(CONSERVATION, column, Balance((received, carried_in), (processed, carried_forward)))


def _outcomes(cells: dict[str, Cell]) -> Iterator[Identity]:
    template = "2019" if "t3.otherwise.total" in cells else "2021"
    rows = [row.key for row in tables().outcome_rows(template)]
    for column in tables().applicant_keys:
        outcomes = tuple(cells[f"{row}.{column}"] for row in rows)
        yield Identity(OUTCOMES, column, Balance(outcomes, (cells[f"t3.total_processed.{column}"],)))


def _rows(cells: dict[str, Cell]) -> Iterator[Identity]:
    for row in dict.fromkeys(key.rpartition(".")[0] for key in cells):
        values = tuple(cells[f"{row}.{column}"] for column in tables().applicant_keys)
        yield Identity(ROW, row, Balance(values[:-1], values[-1:]))


def unequal_lines(cells: Cells) -> Unequal:
    """The lines of table 3 of each kind whose two sides differ. Blank: adds nothing.

    All identities that do not hold are among them, so that in a sound table none need be looked at.
    """
    keys = tables().applicant_keys
    numbers = cells.numbers("t3")
    columns = [numbers[at :: len(keys)] for at in range(len(keys))]
    unequal: dict[str, list[str]] = {CONSERVATION: [], OUTCOMES: [], ROW: []}
    for key, (received, carried_in, *outcomes, processed, carried_forward) in zip(keys, columns, strict=True):
        if received + carried_in != processed + carried_forward:
            unequal[CONSERVATION].append(key)
        if sum(outcomes) != processed:
            unequal[OUTCOMES].append(key)
    for at in range(0, len(numbers), len(keys)):
        if sum(numbers[at : at + len(keys) - 1]) != numbers[at + len(keys) - 1]:
            unequal[ROW].append(cells.keys("t3")[at].rpartition(".")[0])
    return unequal


def broken_or_open(grid: Sequence[Identity], kind: str, lines: Sequence[str]) -> tuple[Identity, ...]:
    """The identities of a kind and of some lines that do not hold, whether they are wrong or blanks leave them open."""
    return tuple(i for i in grid if i.kind == kind and i.line in lines and i.balance.fails)


def crossings(grid: Sequence[Identity]) -> Crossings:
    """The identities that each cell of table 3 stands in, by its key."""
    around: dict[str, list[Balance]] = {}
    for identity in grid:
        for cell in identity.balance.cells:
            around.setdefault(cell.key, []).append(identity.balance)
    return around


def suspect_of(identity: Identity, around: Crossings) -> Suspect | None:
    """The one cell of a broken identity whose every identity is broken by the same amount; None if none or several are.

    Where exactly one row and one column miss by the same amount, this is the cell in which they cross.
    """
    cells = identity.balance.cells
    found = [suspect for cell in cells if (suspect := _as_suspect(cell, around[cell.key])) is not None]
    return found[0] if len(found) == 1 else None


def _as_suspect(cell: Cell, around: Sequence[Balance]) -> Suspect | None:
    if len(around) < 2 or any(balance.verdict is not Verdict.BROKEN for balance in around):
        return None
    changes = {balance.difference if cell in balance.right else -balance.difference for balance in around}
    if len(changes) != 1:
        return None
    value = (cell.value or 0) + changes.pop()
    return Suspect(cell, value) if value >= 0 else None
