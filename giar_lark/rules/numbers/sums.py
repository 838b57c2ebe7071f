"""All sums of a report: the identities of table 3, and the totals of the groups of table 4."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.model.report import Report
from giar_lark.rules.numbers.arithmetic import Balance
from giar_lark.rules.numbers.grid import Grid, Identity, grid_of

GROUP = "group"


def sums(report: Report, grid: Grid | None = None) -> tuple[Identity, ...]:
    """Every identity: those of table 3 by kind and line, then one for each group of table 4 that has its five cells.

    `grid` has those of table 3 where they are known.
    """
    return (*(grid or grid_of(report)).all, *_groups(report))


def _groups(report: Report) -> Iterator[Identity]:
    cases = report.table("t4")
    for row in cases.rows if cases is not None else ():
        if len(row.cells) == 5:
            yield Identity(GROUP, row.key, Balance(row.cells[:-1], row.cells[-1:]))
