"""Rows of table 3 whose values stand beside another label: labels that run over lines, in a table without lines between rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from giar_lark.official.templates import tables
from giar_lark.tokenise.rows.row import Row
from giar_lark.tokenise.rows.zone import Zone

# so many rows without a label, and labels without a row, are no exceptions in a table
_MANY = 3


def stray_rows(zones: Sequence[Zone], rows: Mapping[int, Row], nameless: Sequence[int]) -> list[int]:
    """Where whole rows of values begin that no label of a row owns: those of `nameless`, and those beside the head of a group."""
    wanted = len(tables().applicants)
    others = [zone for number, zone in enumerate(zones) if number not in rows and zone.label is not None]
    heads = [zone.values for zone in others if zone.label is not None and zone.label.role == "group"]
    beside = [values[0].start for values in heads if len(values) >= wanted]
    return sorted([*nameless, *beside])


def have_come_apart(strays: Sequence[int], rows: Mapping[int, Row]) -> bool:
    """Whether the labels and the values of a table have come apart throughout."""
    return len(strays) >= _MANY and sum(not row.zone.items for row in rows.values()) >= _MANY


def moved_rows(zones: Sequence[Zone], rows: Mapping[int, Row], strays: Sequence[int]) -> Iterator[Row]:
    """The rows between a stray one and the next label of their group that has not even fields: each may have the values of
    the one before."""
    between: list[Row] | None = None
    passed = 0
    for number, zone in enumerate(zones):
        before, passed = passed, bisect_left(strays, zone.spelled[0].start) if zone.spelled else passed
        if passed > before:
            between = []
        if number not in rows:
            between = between if passed > before else None
        elif between is not None:
            if not zone.items:
                yield from between
            between = [*between, rows[number]] if zone.items else None
