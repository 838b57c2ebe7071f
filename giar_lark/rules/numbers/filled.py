"""Rows of table 2 that not every organ has numbers for: whether one is filled, and what is said where it should be 0."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from giar_lark.findings import Finding, Related
from giar_lark.lang import Text
from giar_lark.model.organ import Organ
from giar_lark.model.report import Cell
from giar_lark.rules.numbers.arithmetic import Number
from giar_lark.rules.numbers.cells import Cells
from giar_lark.rules.occasions.sought_in_tables import Test, sought_in_numbers
from giar_lark.rules.rule import Rule


def filled(row: str, of: Callable[[Organ], bool]) -> Test:
    """The occasion that some organs have a number above 0 in a row."""

    @sought_in_numbers(row, of=of)
    def is_filled(*numbers: Number) -> bool:
        return max(numbers) > 0

    return is_filled


def filled_cells(cells: Cells, row: str) -> list[Cell]:
    """The cells of a row with a number above 0. Blank: none of them."""
    return [cell for cell in cells.line(row) if (cell.value or 0) > 0]


def should_be_zero(rule: Rule, wrong: Sequence[Cell], message: Text, help: Text) -> Finding:
    """The finding of a rule at the first of some cells of a row that should be 0, which tells the others."""
    first, *others = wrong
    return rule.finding(
        message,
        first.span,
        key=first.key,
        label=Text("应为 0", "should be 0"),
        related=tuple(
            Related(span=cell.span, message=Text(f"填了 {cell.value}", f"{cell.value} entered"), key=cell.key)
            for cell in others
        ),
        help=help,
    )
