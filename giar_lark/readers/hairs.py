"""Borders of a table that are meant to be one and lie a hair apart, because each row was drawn by hand or has its own widths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

# in points: no column with a figure in it is as narrow
HAIR = 5.0


def borders_of(widths: Sequence[float]) -> Sequence[int]:
    """The column that begins at each border of a grid, those that lie a hair apart being one; widths are in points, 0 if unknown."""
    return list(_columns(widths))


def column_at(borders: Sequence[int], border: int) -> int:
    """The column that begins at a border; behind the grid as many further on as it is."""
    return borders[border] if border < len(borders) else borders[-1] + border - len(borders) + 1


def _columns(widths: Sequence[float]) -> Iterator[int]:
    column, since = 0, 0.0
    yield column
    for width in widths:
        since += width
        if since >= HAIR or width <= 0:
            column, since = column + 1, 0.0
        yield column
