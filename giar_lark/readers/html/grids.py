"""Grids of style sheets: how many columns one has, and in which row and of what size each of its boxes is."""

from __future__ import annotations

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass, field
from giar_lark.readers.html.merges import MOST_COLUMNS

Size = tuple[int, int]
_TEMPLATE = lazy_pattern(r"(?i)(?<![\w-])grid-template(?:-columns)?\s*:\s*(?:[^;/]*/)?([^;/]+)")
_TRACKS = lazy_pattern(r"(?i)repeat\(\s*(\d{1,3})\s*,((?:[^()]|\([^()]*\))*)\)|\[[^\]]*\]|(?:[^\s()\[]|\([^()]*\))+")
_ALONG = {
    side: lazy_pattern(
        rf"(?i)(?<![\w-])grid-{side}(?:-(?:start|end))?\s*:\s*(?:(\d{{1,3}})\s*(?:/\s*|;|!|$))?(?:(\d{{1,3}})|span\s+(\d{{1,3}}))?"
    )
    for side in ("column", "row")
}


def columns_of(style: str) -> int:
    """How many columns the grid has that some declarations draw; 0 where they do not tell."""
    found = _TEMPLATE.search(style)
    return min(_tracks(found[1]), MOST_COLUMNS) if found else 0


def _tracks(text: str) -> int:
    count = 0
    for track in _TRACKS.finditer(text):
        if track[1]:
            count += int(track[1]) * max(_tracks(track[2]), 1)
        else:
            count += not track[0].startswith("[")
    return count


@dataclass(slots=True)
class Grid:
    """A grid that is filled box by box, from the left to the right and down; `_free` has the first free row of each column."""

    columns: int
    _row: int = -1
    _column: int = 0
    _free: list[int] = field(default_factory=lambda: [0] * MOST_COLUMNS)

    def place(self, style: str) -> tuple[bool, Size]:
        """Whether the next box, which has some declarations, begins a row, and how many columns and rows it covers."""
        column, columns = _along("column", style)
        row, rows = _along("row", style)
        columns = min(columns, self.columns)
        at_row, at = max(self._row, 0), self._column
        if row:
            at_row, at = row - 1, 0
        if column:
            at_row, at = at_row + (not row and column - 1 < at), min(column - 1, self.columns - columns)
        else:
            at_row, at = self._next_free(at_row, at, columns)
        is_new, self._row, self._column = at_row != self._row, at_row, at + columns
        self._free[at : at + columns] = [max(free, at_row + rows) for free in self._free[at : at + columns]]
        return is_new, (columns, rows)

    def _next_free(self, row: int, column: int, columns: int) -> Size:
        """The row and column of the next place that is wide enough."""
        tops = [max(self._free[at : at + columns]) for at in range(self.columns - columns + 1)]
        here = next((at for at in range(column, len(tops)) if tops[at] <= row), None)
        if here is not None:
            return row, here
        row = max(row + 1, min(tops))
        return row, next(at for at, top in enumerate(tops) if top <= row)


def _along(side: str, style: str) -> Size:
    """The line that a box begins at along a side, 0 where it is not told, and over how many tracks it reaches."""
    found = _ALONG[side].search(style)
    if found is None:
        return 0, 1
    start, end, span = (int(number) if number else 0 for number in found.groups())
    return start, max(span or (end - start if start and end else 1), 1)
