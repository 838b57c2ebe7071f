"""Bars between cells: whether they part the cells of a table, and make its lines rows."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.text.lines import is_rule

BARS = "|│┃¦￨｜║"
BAR = lazy_pattern(f"[{BARS}]")
# a table with so many rule lines has one between any two rows
RULED = 6
_FILLED = lazy_pattern(r"[^\W_]")


def is_barred(lines: Sequence[str]) -> bool:
    """Whether bars part the cells of a table, and no rule lines part its rows."""
    bars = [line for line in lines if "|" in line]
    rules = sum(map(is_rule, lines))
    return parts_cells(bars, "|") and rules < RULED and (not rules or has_bar_rows(bars))


def has_bar_rows(bars: Sequence[str]) -> bool:
    """Whether lines with bars are rows of a table, for bars part them inside, and not only stand between cells."""
    filled = [line for line in bars if _FILLED.search(line)]
    return sum(_inner_bars(line) > 0 for line in filled) * 3 >= len(filled) > 0


def parts_cells(lines: Sequence[str], mark: str) -> bool:
    """Whether a mark parts cells: it stands on several lines, or often on one (table 4 has a single row)."""
    return len(lines) >= 3 or any(line.count(mark) > 3 or line.startswith("\t? ") for line in lines)


def _inner_bars(line: str) -> int:
    """The bars of a line but for one at either end."""
    return len(BAR.findall(line.strip()[1:-1]))
