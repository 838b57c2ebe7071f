"""Every key of a report in the official order: its cell, or an empty place where it should stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from giar_lark.model.report import Cell, Section, Table
from giar_lark.span import Span
from giar_lark.templates import cell_keys, tables
from giar_lark.tokenise.cell_text import CellText

MISSING = CellText("missing", None, "")


def cells_in_order(found: Sequence[Table], sections: Sequence[Section], template: str, end: int) -> Iterator[Cell]:
    """Every key in order, the first cell of a key that is in the text, and a missing cell for the rest."""
    cells: dict[str, Cell] = {}
    for table in found:
        for row in reversed(table.rows):
            for cell in row.cells:
                cells[cell.key] = cell
    at = 0
    for key in _keys(found, template):
        present = cells.get(key)
        if present is not None:
            at = present.span.end
            yield present
        else:
            at = max(at, _place_of(key, found, sections, end))
            yield Cell(key, MISSING, Span(at, at))


@lru_cache(maxsize=256)
def row_keys(row: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of the cells of a row."""
    return tuple(f"{row}.{column}" for column in columns)


def _keys(found: Sequence[Table], template: str) -> tuple[str, ...]:
    """The keys of a report: each block of table 2 by its own template, table 3 by its own, in the official order."""
    base = template if template in ("2021", "2019") else "2021"
    outcome = next((table.template for table in found if table.key == "t3" and table.template), base)
    blocks = tuple((block.caption, block.template) for table in found for block in table.blocks)
    rows = frozenset(row.terminal for table in found if table.key == "t2" for row in table.rows)
    return _keys_of(base, outcome, blocks, rows)


@lru_cache(maxsize=256)
def _keys_of(base: str, outcome: str, blocks: tuple[tuple[str, str], ...], rows: frozenset[str]) -> tuple[str, ...]:
    data, own_template = tables(), dict(blocks)
    keys: list[str] = []
    for block in data.blocks:
        own = own_template.get(block.caption, base)
        header = block.headers.get(own)
        for row in block.rows if header is not None else ():
            spec = data.disclosure_rows[row]
            if header is not None and (spec.template in (None, own) or row in rows):
                keys += row_keys(spec.key, header.column_keys)
    keys += [key for key in cell_keys(outcome) if not key.startswith("t2.")]
    return tuple(keys)


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
