"""The cells of a report as they are compared with others'."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from functools import cache

from giar_lark.lean.records import dataclass
from giar_lark.model.report import Cell, Report
from giar_lark.source.span import Span
from giar_lark.tokenise.cell_text import CellText


@dataclass(frozen=True, slots=True)
class Figures:
    """The cells of a report, packed. `keys` has the number of each in the order of the official tables; `inferred` those keys."""

    keys: Mapping[str, int]
    readings: tuple[CellText, ...]
    places: array[int]
    inferred: frozenset[str]

    def __reduce__(self) -> tuple[object, ...]:
        """As it goes to disk or to another process: of the keys, all reports of the same templates have one mapping."""
        return _unpacked, ("\n".join(self.keys), self.readings, self.places, self.inferred)

    def cell(self, key: str) -> Cell | None:
        """The cell of a key; None if the report's templates do not have it."""
        number = self.keys.get(key)
        return None if number is None else self._cell(key, number)

    def cells(self) -> Iterator[Cell]:
        """Every cell."""
        return map(self._cell, self.keys, range(len(self.keys)))

    def _cell(self, key: str, number: int) -> Cell:
        span = Span(self.places[2 * number], self.places[2 * number + 1])
        return Cell(key, self.readings[number], span, key in self.inferred)


def figures_of(report: Report) -> Figures:
    """The cells of a report."""
    places = array("I")
    for cell in report.cells:
        places.extend(cell.span)
    keys = _numbered("\n".join(cell.key for cell in report.cells))
    inferred = frozenset(cell.key for cell in report.cells if cell.inferred)
    return Figures(keys, tuple(cell.reading for cell in report.cells), places, inferred)


def _unpacked(keys: str, readings: tuple[CellText, ...], places: array[int], inferred: frozenset[str]) -> Figures:
    return Figures(_numbered(keys), readings, places, inferred)


@cache
def _numbered(keys: str) -> Mapping[str, int]:
    return {key: number for number, key in enumerate(keys.split("\n"))} if keys else {}
