"""What the cells of a report read as, by key and without their places: all that arithmetic needs."""

from __future__ import annotations

from itertools import chain

from giar_lark.model.order import MISSING, Order, order_of
from giar_lark.model.report import Report
from giar_lark.named_tuple import NamedTuple
from giar_lark.tokenise.cell_text import CellText


class Readings(NamedTuple):
    """The readings of all cells in their order. A cell that is not in the text reads as `missing`."""

    order: Order
    all: tuple[CellText, ...]

    def get(self, key: str) -> CellText | None:
        """The reading of a cell; None if the report's templates do not have it."""
        place = self.order.places.get(key)
        return None if place is None else self.all[place]

    def line(self, key: str) -> slice:
        """Where the cells of a table stand, or of a row with the table in front; nowhere if the report's templates lack it."""
        return self.order.lines.get(key, _NOTHING)


_NOTHING = slice(0, 0)


def readings_in(report: Report) -> Readings:
    """What the cells of a report read as."""
    order = order_of(tuple([table.form for table in report.tables]), report.template)
    standing = tuple(chain.from_iterable([table.readings for table in report.tables]))
    if order.is_kept:
        return Readings(order, standing)
    return Readings(order, tuple(map((*standing, MISSING).__getitem__, order.sources)))
