"""A page to its blocks."""

from __future__ import annotations

from giar_lark.readers.pdf.blocks import Block, Entry, Row, Table, TextLine
from giar_lark.readers.pdf.filling import fill, is_open
from giar_lark.readers.pdf.grid import Cell, Grid, grid_of
from giar_lark.readers.pdf.inside import cell_text
from giar_lark.readers.pdf.lines import box_of, lines_of
from giar_lark.readers.pdf.page import Page
from giar_lark.readers.pdf.rules import frames

# what is lower or narrower than this is the room between two rules and no cell
_SLIVER = 5.0


def blocks_of(page: Page) -> list[Block]:
    """The blocks of a page, from the top."""
    grids = [grid for frame in frames(page.rules) if (grid := grid_of(frame)) is not None]
    outside = fill(grids, page.glyphs)
    for grid in [grid for grid in grids if is_open(grid)]:
        grids.remove(grid)
        outside += [glyph for cell in grid.cells for glyph in cell.glyphs]
    tables = [_table(page, grid) for grid in grids if any(cell.glyphs for cell in grid.cells)]
    lines = [TextLine(page, line) for line in lines_of(glyph for glyph in outside if not glyph.turn)]
    return sorted([*tables, *lines], key=lambda block: block.top)


def _table(page: Page, grid: Grid) -> Table:
    rows: list[Row] = [[] for _ in grid.rows]
    edge = page.width if grid.closed else min(page.width, grid.columns[-1])
    for cell in sorted(grid.cells, key=lambda cell: (cell.rows[0], cell.columns[0])):
        left, top, right, bottom = cell.box
        if cell.glyphs or min(right - left, bottom - top) > _SLIVER:
            rows[cell.rows[0]].append(_entry(page, cell, edge=edge, open=cell.rows[1] == len(grid.rows) - 1))
    return Table(page, grid.box, [row for row in rows if row])


def _entry(page: Page, cell: Cell, *, edge: float, open: bool) -> Entry:
    text = cell_text(cell.glyphs, cell.box) + ("…" if _is_cut_off(cell, edge) else "")
    box = page.shown(box_of(cell.glyphs) if text else cell.box)
    return Entry(text, box, cell.box, open)


def _is_cut_off(cell: Cell, edge: float) -> bool:
    """Whether a number reaches so near to where the page or table is cut that more of it may lie beyond: programs leave that out."""
    last = max(cell.glyphs, key=lambda glyph: glyph.right, default=None)
    return last is not None and last.text.isdigit() and 2 * last.right - last.left > edge
