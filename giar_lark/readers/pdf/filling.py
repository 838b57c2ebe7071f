"""Glyphs into the cells of the grids that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from giar_lark.readers.pdf.grid import Cell, Grid
from giar_lark.readers.pdf.lines import Line, box_of, lines_of
from giar_lark.readers.pdf.page import Glyph

# a number runs on while the gap between its digits is less than this part of their size
_RUNS_ON = 0.15
# writing that is higher than its cell by more is no writing in it, but a mark across the page
_SLACK = 3.0
# a table is not ruled throughout if more fields than that, or one over so much of its width, hold several values
_CROWDED, _WIDE = 2, 0.8
_NUMERIC = frozenset("0123456789.,，０１２３４５６７８９")


def fill(grids: Sequence[Grid], glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Put each glyph into the innermost cell that it stands in; return those that stand in none.

    A number that was written at once stays together, though it may be too wide for its cell.
    """
    inward = sorted(grids, key=_size)
    outside: list[Glyph] = []
    for run in _runs(glyphs):
        left, top, right, bottom = box_of(run)
        cell = _cell(inward, (left + right) / 2, (top + bottom) / 2)
        if cell is None:
            outside += run
        elif run[0].size <= cell.box[3] - cell.box[1] + _SLACK or run[0].turn:
            cell.glyphs += run
    return outside


def _size(grid: Grid) -> float:
    left, top, right, bottom = grid.box
    return (right - left) * (bottom - top)


def _cell(inward: Sequence[Grid], across: float, down: float) -> Cell | None:
    return next((cell for grid in inward if (cell := grid.cell_at(across, down)) is not None), None)


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """The glyphs one by one, but the digits of a number together."""
    run: list[Glyph] = []
    for glyph in sorted((g for g in glyphs if not g.text.isspace()), key=lambda g: g.order):
        if run and not _goes_on(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _goes_on(before: Glyph, glyph: Glyph) -> bool:
    return (
        before.piece == glyph.piece
        and before.text in _NUMERIC
        and glyph.text in _NUMERIC
        and before.turn == glyph.turn == 0
        and abs(glyph.left - before.right) < _RUNS_ON * glyph.size
        and abs(glyph.down - before.down) < _RUNS_ON * glyph.size
    )


def is_open(grid: Grid) -> bool:
    """Whether rules are missing between the cells of a table: several fields of it hold several values each."""
    crowded = [cell for cell in grid.cells if _values_beside(cell) or _values_below(cell)]
    width = grid.box[2] - grid.box[0]
    return len(crowded) > _CROWDED or any(cell.box[2] - cell.box[0] > _WIDE * width for cell in crowded)


def _values_beside(cell: Cell) -> bool:
    return any(len(_values(line.words(1.0))) > 1 for line in lines_of(cell.glyphs))


def _values_below(cell: Cell) -> bool:
    lines = lines_of(cell.glyphs)
    return len(lines) > 2 and len(_values(lines)) == len(lines)


def _values(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if all(glyph.text in _NUMERIC for glyph in line.glyphs)]
