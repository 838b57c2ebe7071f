"""The cells of a report as rules ask for them: by key, by table, and as numbers that are known.

Blank: a cell that is blank, missing or unreadable makes a number that needs it unknown, and nothing is compared with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from operator import attrgetter

from giar_lark.lean.later import kept_property
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass, field
from giar_lark.model.order import Order
from giar_lark.model.readings import Readings, readings_in
from giar_lark.model.report import Cell, Report, Row, Table
from giar_lark.official.templates import tables
from giar_lark.rules.numbers.arithmetic import Number
from giar_lark.tokenise.cell_text import CellText

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


# the columns that hold money, and the one of 2019 that holds a change in number
AMOUNTS, CHANGE = ("amount_10k_yuan", "amount_yuan"), "items_change"
_AS_THEY_STAND: Mapping[str, Number] = {}
_PLAIN = attrgetter("plain")


class OddRow(NamedTuple):
    """A row with cells that hold what is not usual in their column, such as blanks, marks, words or units; and those cells."""

    row: Row
    cells: tuple[Cell, ...]


def _is_odd(key: str, reading: CellText) -> bool:
    """Whether what is no plain count is no amount of money either, and no change in number or a dash for none."""
    column = key.rpartition(".")[2]
    if reading.state == "given" and not reading.unit and column in (*AMOUNTS, CHANGE):
        return reading.signed if column != CHANGE else isinstance(reading.value, Decimal)
    return column != CHANGE or reading.state != "na"


def odd_rows(table: Table) -> tuple[OddRow, ...]:
    """The rows of a table that have such cells: in a sound table hardly any, and rules about single cells look at no others."""
    if table.counts is not None:
        return ()
    readings = table.readings
    if all(map(_PLAIN, readings)):
        return ()
    pairs = zip(table.form.keys, readings, strict=True)
    if not any([_is_odd(key, reading) for key, reading in pairs if not reading.plain]):
        return ()
    found = [
        (row, [cell for cell in row.cells if not cell.reading.plain and _is_odd(cell.key, cell.reading)])
        for row in table.rows
    ]
    return tuple([OddRow(row, tuple(cells)) for row, cells in found if cells])


@dataclass(frozen=True)
class Cells:
    """All cells of a report, in the order of the official tables. Without slots, for what was looked up is kept.

    Numbers are asked of `readings`, so that cells with their places are made for those alone who have something to tell.
    """

    report: Report
    instead: Mapping[str, Number] = field(default=_AS_THEY_STAND)

    @property
    def all(self) -> tuple[Cell, ...]:
        """Every cell."""
        return self.report.cells

    @kept_property
    def readings(self) -> Readings:
        """What they read as."""
        return readings_in(self.report, self.instead)

    def at(self, key: str) -> Cell:
        """The cell of a key that the report's templates have."""
        place, table = self.readings.order.places[key], self.report.table(key[:2])
        if table is None or not self.readings.order.is_kept:
            return self.all[place]
        return table.all_cells.at(place - self.readings.order.lines[table.key].start)

    @kept_property
    def odd_rows(self) -> dict[str, tuple[OddRow, ...]]:
        """The rows of each table that hold anything but plain counts, by the key of the table."""
        return {table.key: odd_rows(table) for table in self.report.tables}

    @kept_property
    def missing(self) -> tuple[Cell, ...]:
        """The cells that are not in the text. One that its row lacks would be odd there."""
        odd = (cell.reading.state for rows in self.odd_rows.values() for row in rows for cell in row.cells)
        if self.readings.order.is_whole and "missing" not in odd:
            return ()
        return tuple([cell for cell in self.all if cell.reading.state == "missing"])

    def line(self, key: str) -> tuple[Cell, ...]:
        """The cells of a table, or of a row with the table in front; none if the report's templates do not have it."""
        where, table, order = self.readings.line(key), self.report.table(key[:2]), self.readings.order
        # where tables stand as they should, the cells of the others are not made for it
        if table is None or not order.is_kept:
            return self.all[where]
        first = order.lines[table.key].start
        return table.cells[where.start - first : where.stop - first]

    def keys(self, line: str) -> tuple[str, ...]:
        """The keys of the cells of a table or a row."""
        return self.readings.order.keys[self.readings.line(line)]

    def numbers(self, line: str) -> Sequence[Number]:
        """The numbers in the cells of a table or a row, certain or not. Blank: 0, as for `number`."""
        return self.readings.numbers[self.readings.line(line)]

    def cell(self, key: str) -> Cell | None:
        """A cell whose number is known; None if it is blank, not in the text, or not certain."""
        if self.value(key) is None:
            return None
        table = self.report.table(key[:2])
        return table.all_cells.at(table.form.keys.index(key)) if table is not None else None

    def value(self, key: str) -> Number | None:
        """The number in a cell, None where it is not known."""
        place = self.readings.order.places.get(key)
        return None if place is None else self.readings.known[place]

    def number(self, key: str) -> Number:
        """The number in a cell, certain or not. Blank: 0, so that a sum that holds with it is known at once to hold."""
        place = self.readings.order.places.get(key)
        return 0 if place is None else self.readings.numbers[place]

    def sum(self, keys: Sequence[str]) -> Number | None:
        """The sum of some cells, None where one is not known or there are none."""
        known = [value for key in keys if (value := self.value(key)) is not None]
        return sum(known) if known and len(known) == len(keys) else None

    def application(self, row: str, applicant: str | None = None) -> Number | None:
        """A row of table 3, of one kind of applicant or of all."""
        keys = application_keys(row, applicant)
        return self.value(keys[0]) if len(keys) == 1 else self.sum(keys)

    def outcome(self, outcome: str, applicant: str | None = None) -> Number | None:
        """An outcome or a group of outcomes (a terminal of the grammar), of one kind of applicant or of all."""
        known = self.readings.known
        numbers = [known[place] for place in _places_of(outcome, applicant, self.readings.order)]
        return None if not numbers or None in numbers else sum(numbers)  # type: ignore[arg-type]

    def outcome_rows(self, outcome: str) -> tuple[str, ...]:
        """The rows of table 3 that an outcome stands for: one, or those of its group."""
        return _rows_in(outcome, self.readings.order)


@lru_cache(maxsize=1024)
def _places_of(outcome: str, applicant: str | None, order: Order) -> tuple[int, ...]:
    """Where among the cells of a report an outcome is counted, of one kind of applicant or of all."""
    return tuple([order.places[key] for row in _rows_in(outcome, order) for key in application_keys(row, applicant)])


@lru_cache(maxsize=1024)
def _rows_in(outcome: str, order: Order) -> tuple[str, ...]:
    """The rows of a report that an outcome stands for."""
    return tuple([row for row in _rows_of(outcome) if application_keys(row)[0] in order.places])


@cache
def _rows_of(outcome: str) -> tuple[str, ...]:
    """The rows that an outcome stands for in the table of any template."""
    data = tables()
    named = [outcome, *data.application_groups.get(outcome, ())]
    return tuple(data.application_rows[name].key.removeprefix("t3.") for name in named if name in data.application_rows)


@cache
def application_keys(row: str, applicant: str | None = None) -> tuple[str, ...]:
    """The cells of a row of table 3 for one kind of applicant: its column, or its columns; the total for all."""
    columns = APPLICANTS[applicant] if applicant is not None else ("total",)
    return tuple(f"t3.{row}.{column}" for column in columns)
