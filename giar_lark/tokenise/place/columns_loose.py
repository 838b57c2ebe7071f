"""Loose columns of a page: values stand under their headers more or less, and each printed page has columns of its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from giar_lark.tokenise.place.page import Extent, Page, PageRow, Positions, full_rows
from giar_lark.tokenise.split.piece import Piece

# in a page without exact columns a value may stand this far from its own, and must stand this much nearer than to any other
_REACH, _LEAD = 3, 2


def loose_columns(
    pages: Sequence[Page], rows: dict[int, PageRow], headers: Sequence[Piece | None]
) -> dict[int, Positions] | None:
    """Values stand under their columns more or less, as on a printed page: the plainly nearest assignment is taken."""
    best: tuple[int, dict[int, Positions]] | None = None
    for page in pages:
        columns = _column_extents(page, rows, headers)
        if columns is None:
            continue
        placed, cost = _nearest(page, rows, columns)
        if placed and (best is None or (len(best[1]), -best[0]) < (len(placed), -cost)):
            best = cost, placed
    return best[1] if best else None


def _column_extents(page: Page, rows: dict[int, PageRow], headers: Sequence[Piece | None]) -> list[Extent] | None:
    """The columns by full rows, else by the header; None if they overlap, or if a value of the page is under none."""
    near = 2
    full = [[page.extent(piece) for piece in row.values] for row in full_rows(rows.values())]
    if not full and headers and all(piece is not None for piece in headers):
        near, full = 1, [[page.extent(piece) for piece in headers if piece is not None]]
    if not full:
        return None
    columns = [Extent(min(e.first for e in column), max(e.last for e in column)) for column in zip(*full, strict=True)]
    apart = all(left.last < right.first for left, right in pairwise(columns))
    values = [page.extent(piece) for row in rows.values() for piece in row.values]
    under = all(any(column.distance(value) <= near for column in columns) for value in values)
    return columns if apart and under else None


def _nearest(page: Page, rows: dict[int, PageRow], columns: list[Extent]) -> tuple[dict[int, Positions], int]:
    placed: dict[int, Positions] = {}
    total = 0
    for number, row in rows.items():
        extents = [page.extent(piece) for piece in row.values]
        if len(extents) > row.wanted:
            continue
        ranked = sorted(
            (sum(columns[c].distance(e) for c, e in zip(choice, extents, strict=True)), choice)
            for choice in combinations(range(row.wanted), len(extents))
        )
        cost, choice = ranked[0]
        total += cost
        if cost <= _REACH * len(extents) and (len(ranked) == 1 or ranked[1][0] - cost >= _LEAD):
            placed[number] = choice
    return placed, total
