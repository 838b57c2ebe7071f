"""The cells of a report as rules ask for them: by key, by table, and as numbers that are known.

Blank: a cell that is blank, missing or unreadable makes a number that needs it unknown, and nothing is compared with it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from giar_lark.model.report import Cell, Row, Table
from giar_lark.records import dataclass
from giar_lark.rules.arithmetic import Number
from giar_lark.templates import tables

APPLICANTS = {
    "NATURAL_PERSON": ("natural_person",),
    "COMMERCIAL_ENTERPRISE": ("commercial_enterprise",),
    "RESEARCH_INSTITUTION": ("research_institution",),
    "PUBLIC_WELFARE_ORGANIZATION": ("public_welfare_organization",),
    "LEGAL_SERVICE_INSTITUTION": ("legal_service_institution",),
    "LEGAL_PERSONS": (
        "commercial_enterprise",
        "research_institution",
        "public_welfare_organization",
        "legal_service_institution",
        "other_organization",
    ),
}


class OddRow(NamedTuple):
    """A row with cells that hold anything but a plain count, such as blanks, marks, words or amounts; and those cells."""

    row: Row
    cells: tuple[Cell, ...]


def odd_rows(table: Table) -> tuple[OddRow, ...]:
    """The rows of a table that have such cells: in a sound table hardly any, and rules about single cells look at no others."""
    if not [cell for row in table.rows for cell in row.cells if not cell.reading.plain]:
        return ()
    found = [(row, [cell for cell in row.cells if not cell.reading.plain]) for row in table.rows]
    return tuple([OddRow(row, tuple(cells)) for row, cells in found if cells])


@dataclass(frozen=True)
class Cells:
    """All cells of a report, in the order of the official tables. Without slots, for what was looked up is kept."""

    all: tuple[Cell, ...]

    @cached_property
    def by_key(self) -> dict[str, Cell]:
        """Every cell by its key."""
        return {cell.key: cell for cell in self.all}

    @cached_property
    def by_table(self) -> dict[str, tuple[Cell, ...]]:
        """The cells of tables `t2`, `t3` and `t4`, which follow each other."""
        second, third = (bisect_left(self.all, table, key=_table_of) for table in ("t3", "t4"))
        return {"t2": self.all[:second], "t3": self.all[second:third], "t4": self.all[third:]}

    @cached_property
    def missing(self) -> tuple[Cell, ...]:
        """The cells that are not in the text."""
        return tuple([cell for cell in self.all if cell.reading.state == "missing"])

    def cell(self, key: str) -> Cell | None:
        """A cell whose number is known; None if it is blank, not in the text, or not certain."""
        found = self.by_key.get(key)
        return found if found is not None and found.value is not None and found.state == "given" else None

    def value(self, key: str) -> Number | None:
        """The number in a cell, None where it is not known."""
        found = self.cell(key)
        return found.value if found is not None else None

    def sum(self, keys: Sequence[str]) -> Number | None:
        """The sum of some cells, None where one is not known or there are none."""
        values = [self.value(key) for key in keys]
        known = [value for value in values if value is not None]
        return sum(known, start=Decimal(0)) if known and len(known) == len(values) else None

    def application(self, row: str, applicant: str | None = None) -> Number | None:
        """A row of table 3, of one kind of applicant or of all."""
        return self.sum(application_keys(row, applicant))

    def outcome(self, outcome: str, applicant: str | None = None) -> Number | None:
        """An outcome or a group of outcomes (a terminal of the grammar), of one kind of applicant or of all."""
        return self.sum([key for row in self.outcome_rows(outcome) for key in application_keys(row, applicant)])

    def outcome_rows(self, outcome: str) -> list[str]:
        """The rows of table 3 that an outcome stands for: one, or those of its group."""
        data = tables()
        named = [outcome, *data.application_groups.get(outcome, ())]
        rows = [data.application_rows[name].key for name in named if name in data.application_rows]
        return [row.removeprefix("t3.") for row in rows if f"{row}.total" in self.by_key]


def _table_of(cell: Cell) -> str:
    return cell.key[:2]


def application_keys(row: str, applicant: str | None = None) -> tuple[str, ...]:
    """The cells of a row of table 3 for one kind of applicant: its column, or its columns; the total for all."""
    columns = APPLICANTS[applicant] if applicant is not None else ("total",)
    return tuple(f"t3.{row}.{column}" for column in columns)
