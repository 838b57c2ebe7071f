"""What the cells of a report read as, by key and without their places: all that arithmetic needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import TypeVar

from giar_lark.lean.later import kept_property
from giar_lark.lean.records import dataclass, field
from giar_lark.model.order import MISSING, Order, order_of
from giar_lark.model.report import Report, Table
from giar_lark.tokenise.cell_text import CellText

_NOTHING = slice(0, 0)
_NO_OTHERS: Mapping[str, int | Decimal] = {}
_Said = TypeVar("_Said")


@dataclass(frozen=True, eq=False)
class Readings:
    """What all cells of a report read as, in their order. Without slots, for what was asked for is kept.

    Most tables hold nothing but plain counts, so numbers are asked of those, and readings of the few who need more. `instead`
    has other numbers by their keys, for those who ask what would be if a cell held one; it is no reading of the text.
    """

    tables: tuple[Table, ...]
    order: Order
    instead: Mapping[str, int | Decimal] = field(default=_NO_OTHERS)

    @kept_property
    def all(self) -> Sequence[CellText]:
        """The reading of each cell. A cell that is not in the text reads as `missing`."""
        return self._in_order([table.readings for table in self.tables], MISSING)

    @kept_property
    def values(self) -> Sequence[int | Decimal | None]:
        """The number in each cell, certain or not; None where there is none."""
        return self._in_order(map(_values, self.tables), None)

    @kept_property
    def states(self) -> Sequence[str]:
        """The state of each cell; `missing` of one that is not in the text."""
        return self._in_order(map(_states, self.tables), "missing")

    @property
    def raw(self) -> Sequence[str]:
        """What stands in each cell. Blank: an empty text."""
        return self._in_order([table.all_cells.raw() for table in self.tables], "")

    @kept_property
    def numbers(self) -> Sequence[int | Decimal]:
        """The number in each cell, certain or not. Blank: 0."""
        return self._with_others(self._in_order(map(_numbers, self.tables), 0))

    @kept_property
    def known(self) -> Sequence[int | Decimal | None]:
        """The number in each cell, None where it is not known. Blank: None."""
        if self.order.is_kept and all([table.counts is not None for table in self.tables]):
            return self.numbers
        return self._with_others(self._in_order(map(_known, self.tables), None))

    def get(self, key: str) -> CellText | None:
        """The reading of a cell; None if the report's templates do not have it."""
        place = self.order.places.get(key)
        return None if place is None else self.all[place]

    def line(self, key: str) -> slice:
        """Where the cells of a table stand, or of a row with the table in front; nowhere if the report's templates lack it."""
        return self.order.lines.get(key, _NOTHING)

    def _with_others(self, numbers: Sequence[_Said]) -> Sequence[_Said | int | Decimal]:
        """The numbers of all cells in order, with those that are given instead."""
        if not self.instead:
            return numbers
        return [self.instead.get(key, number) for key, number in zip(self.order.keys, numbers, strict=True)]

    def _in_order(self, tables: Iterable[Iterable[_Said]], missing: _Said) -> list[_Said]:
        """What the cells of each table say as they stand, in the official order, with something for those not in the text."""
        standing = [*chain.from_iterable(tables)]
        if self.order.is_kept:
            return standing
        return list(map([*standing, missing].__getitem__, self.order.sources))


def readings_in(report: Report, instead: Mapping[str, int | Decimal] = _NO_OTHERS) -> Readings:
    """What the cells of a report read as, or would if some held other numbers."""
    return Readings(report.tables, order_of(tuple([table.form for table in report.tables]), report.template), instead)


def _values(table: Table) -> Sequence[int | Decimal | None]:
    return table.counts if table.counts is not None else [reading.value for reading in table.readings]


def _states(table: Table) -> Sequence[str]:
    return ["given"] * len(table.counts) if table.counts is not None else [reading.state for reading in table.readings]


def _numbers(table: Table) -> Sequence[int | Decimal]:
    return table.counts if table.counts is not None else [reading.value or 0 for reading in table.readings]


def _known(table: Table) -> Sequence[int | Decimal | None]:
    if table.counts is not None:
        return table.counts
    return [reading.value if reading.state == "given" else None for reading in table.readings]
