"""The numbers of an invented report by key, with the sums of a sound one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from generator.values import Value, number
from giar_lark.official.templates import cell_keys, tables


class SupportsText(Protocol):
    """What prints an example."""

    def text(self, obj: str) -> None:
        """Print a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The cells of tables 2 to 4 by key; `templates` names the blocks of table 2 that are not of `template`."""

    template: str
    cells: Mapping[str, Value]
    templates: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        others = {key: value.raw for key, value in self.cells.items() if value.raw != "0"}
        return f"Numbers({self.template}, {len(self.cells)} cells, other than 0: {dict(list(others.items())[:40])})"

    def _repr_pretty_(self, printer: SupportsText, cycle: bool) -> None:
        """What Hypothesis shows of a failing example."""
        printer.text(repr(self))

    def at(self, key: str) -> Value:
        """What stands in a cell."""
        return self.cells[key]

    def changed(self, changes: Mapping[str, Value]) -> Numbers:
        """The same numbers but for some cells."""
        return Numbers(template=self.template, cells={**self.cells, **changes}, templates=self.templates)

    @property
    def readings(self) -> dict[str, tuple[object, str]]:
        """Key to value and state, as a reader should find them."""
        return {key: value.reading for key, value in self.cells.items()}


def keys_of(template: str, templates: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The keys of a report, where some blocks of table 2 may be of the other template."""
    found = [key for key in cell_keys(template) if not key.startswith("t2.")]
    return (*_disclosure_keys(template, templates or {}), *found)


def _disclosure_keys(template: str, templates: Mapping[str, str]) -> list[str]:
    data = tables()
    keys = []
    for block in data.blocks:
        own = templates.get(block.caption, template)
        if own not in block.headers:
            continue
        rows = [data.disclosure_rows[row] for row in block.rows]
        keys += [
            f"{row.key}.{column}"
            for row in rows
            if row.template in (None, own)
            for column in block.headers[own].column_keys
        ]
    return keys


def fresh_numbers(template: str = "2021", start: int = 101, templates: Mapping[str, str] | None = None) -> Numbers:
    """A report in which no two cells hold the same number, so that a slipped one cannot hide. Its sums do not hold."""
    cells = {key: number(start + 7 * place) for place, key in enumerate(keys_of(template, templates))}
    return Numbers(template=template, cells=cells, templates=templates or {})


def sound_numbers(
    template: str = "2021",
    counts: Mapping[str, int | Decimal] | None = None,
    templates: Mapping[str, str] | None = None,
) -> Numbers:
    """A report whose sums hold, from its counts by key; what is not given is 0, and sums that are given are left out.

    Received in the year is what was settled and carried forward less what was carried in.
    """
    given = dict(counts or {})
    cells = {key: Value(str(given.get(key, 0)), given.get(key, 0), "given") for key in keys_of(template, templates)}
    for applicant in tables().applicant_keys[:-1]:
        outcomes = [f"{row.key}.{applicant}" for row in tables().outcome_rows(template)]
        done = sum(_count(cells[key]) for key in outcomes)
        cells[f"t3.total_processed.{applicant}"] = number(done)
        received = done + _count(cells[f"t3.carried_forward.{applicant}"]) - _count(cells[f"t3.carried_in.{applicant}"])
        cells[f"t3.new_received.{applicant}"] = number(max(received, 0))
    return with_totals(Numbers(template=template, cells=cells, templates=templates or {}))


def with_totals(numbers: Numbers) -> Numbers:
    """The numbers with the sums of the rows of table 3 and of the groups of table 4."""
    totals = {}
    for key in numbers.cells:
        row, _, column = key.rpartition(".")
        if column == "total" and not key.startswith("t2."):
            addends = [
                k for k in numbers.cells if k.startswith(f"{row}.") and k != key and k.count(".") == key.count(".")
            ]
            totals[key] = number(sum(_count(numbers.cells[k]) for k in addends))
    return numbers.changed(totals)


def _count(value: Value) -> int:
    return int(value.value) if value.value is not None else 0
