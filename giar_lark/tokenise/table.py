"""Tables to tokens: the short way where a table is regular, else the long one."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.findings import Finding
from giar_lark.lean.records import dataclass
from giar_lark.tokenise.placed_table import placed_table
from giar_lark.tokenise.regular.quick import quick_table
from giar_lark.tokenise.regular.stencil import RegularTable
from giar_lark.tokenise.stream import Part


@dataclass(frozen=True, slots=True)
class TableParts:
    """A table as part of a stream, what was found wrong in it, and where it begins and ends in the source."""

    parts: Sequence[Part]
    findings: Sequence[Finding]
    start: int
    end: int


def tokenise_table(text: str, above: int, start: int, end: int, table: str, section: int) -> TableParts:
    """Table `t2`, `t3` or `t4`, which begins at `start` and ends before `end`. What is from `above` to its start says nothing.

    A table in words may begin sooner, wherever its section does.
    """
    found = quick_table(text, above, start, end, table)
    if isinstance(found, RegularTable):
        return TableParts([found], (), start, found.end)
    if found is None:
        # most reports have regular tables only, and what reads the others is much to load
        from giar_lark.tokenise.any_table import any_table

        found = any_table(text, start, end, table, section)
    placed = placed_table(table, found.tokens)
    return TableParts([placed] if placed else found.tokens, found.findings, found.start, found.end)
