"""Cells of a page that are padded to the width of their column, merged cells forgotten: values follow their label cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from giar_lark.tokenise.place.page import Page, PageRow, Positions, agreeing
from giar_lark.tokenise.split.piece import Piece


def padded_columns(
    pages: Sequence[Page], rows: dict[int, PageRow], _headers: Sequence[Piece | None], pieces: Sequence[Piece]
) -> dict[int, Positions] | None:
    """Cells padded to the width of their column, merged cells forgotten: a row's values follow its label cell by cell."""
    readings = []
    cells = _cells_of_line(pages[0].text, pieces)
    for page in pages:
        columns = _cell_columns(page, cells)
        found = _follow_labels(page, rows, columns) if columns else None
        if found:
            readings.append(found)
    return agreeing(readings)


def _cells_of_line(text: str, pieces: Sequence[Piece]) -> list[tuple[Piece, Piece]]:
    """The cells of a page, each by its first and last word: words with a single space between them are one cell."""
    cells: list[tuple[Piece, Piece]] = []
    for piece in pieces:
        if not piece.text:
            continue
        last = cells[-1][1] if cells else None
        if last is not None and last.row == piece.row and text[last.end : piece.start] == " " and piece.cell is None:
            cells[-1] = (cells[-1][0], piece)
        else:
            cells.append((piece, piece))
    return cells


def _cell_columns(page: Page, cells: Sequence[tuple[Piece, Piece]]) -> dict[int, int] | None:
    """The number of each column of the page by where it begins.

    A column is as wide as its widest cell and a constant margin; a column that begins further on hides blank ones.
    """
    widths: dict[int, int] = {}
    for first, last in cells:
        start = page.extent(first).first
        widths[start] = max(widths.get(start, 0), page.extent(last).last + 1 - start)
    starts = sorted(widths)
    if not 4 <= len(starts) <= 16:
        return None
    gaps = [right - left - widths[left] for left, right in pairwise(starts)]
    margin = min(gaps)
    if margin < 1:
        return None
    numbers, number = {starts[0]: 0}, 0
    for right, gap in zip(starts[1:], gaps, strict=True):
        if gap % margin:
            return None
        number += gap // margin
        numbers[right] = number
    return numbers


def _follow_labels(page: Page, rows: dict[int, PageRow], columns: dict[int, int]) -> dict[int, Positions] | None:
    placed: dict[int, Positions] = {}
    for number, row in rows.items():
        if row.label is None:
            return None
        starts = [page.extent(piece).first for piece in (row.label, *row.values)]
        if any(start not in columns for start in starts):
            return None
        positions = tuple(columns[start] - columns[starts[0]] - 1 for start in starts[1:])
        if positions[-1] >= row.wanted or positions[0] < 0 or (len(positions) == row.wanted and positions[0]):
            return None
        placed[number] = positions
    ends = [positions[-1] for positions in placed.values()]
    return (
        placed
        if ends and ends.count(max(ends)) * 2 > len(ends) and max(ends) == next(iter(rows.values())).wanted - 1
        else None
    )
