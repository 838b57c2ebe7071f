"""Every key of a report in the official order: its cell, or an empty place where it should stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from giar_lark.model.order import MISSING, Order, order_of
from giar_lark.model.report import Cell, Report, Section, Table
from giar_lark.official.templates import tables
from giar_lark.source.span import Span


def cells_in_order(found: Sequence[Table], sections: Sequence[Section], template: str, end: int) -> tuple[Cell, ...]:
    """Every key in order, the first cell of a key that is in the text, and a missing cell for the rest."""
    order = order_of(tuple([table.form for table in found]), template)
    standing = [*chain.from_iterable([table.cells for table in found])]
    if order.is_kept:
        return tuple(standing)
    if order.is_whole:
        return tuple(map(standing.__getitem__, order.sources))
    cells: list[Cell] = []
    at = 0
    for key, source in zip(order.keys, order.sources, strict=True):
        if source < len(standing):
            cells.append(standing[source])
            at = cells[-1].span.end
        else:
            at = max(at, _place_of(key, found, sections, end))
            cells.append(Cell(key, MISSING, Span(at, at)))
    return tuple(cells)


def starts_in_order(report: Report, order: Order) -> list[int]:
    """Where each cell of a report begins, in its order."""
    if not order.is_kept:
        return [cell.span.start for cell in report.cells]
    return [*chain.from_iterable([table.all_cells.starts() for table in report.tables])]


def _place_of(key: str, found: Sequence[Table], sections: Sequence[Section], end: int) -> int:
    """Behind the header of its block, where a table begins, or its section, or the end of the text: the least that is known."""
    table = next((table for table in found if table.key == key[:2]), None)
    if table is not None:
        row = key.rpartition(".")[0]
        captions = {
            block.caption for block in tables().blocks for r in block.rows if tables().disclosure_rows[r].key == row
        }
        headers = [block.header_span.end for block in table.blocks if block.caption in captions]
        return headers[0] if headers else table.span.start
    spec = next(spec for spec in tables().sections if spec.table == key[:2])
    section = next((section for section in sections if section.key == spec.key), None)
    return section.heading_span.end if section is not None else end
