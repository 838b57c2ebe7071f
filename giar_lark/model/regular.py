"""Regular tables to the model: what those with the same labels have in common is built once, the rest when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from itertools import repeat
from typing import NamedTuple, cast

from giar_lark.later import Later
from giar_lark.model.report import Block, Cell, Contents, Row, Table
from giar_lark.model.table import build_table
from giar_lark.parse.shapes import table_of
from giar_lark.span import Span
from giar_lark.tokenise.cell_text import CellText
from giar_lark.tokenise.stencil import RegularTable


class _RowForm(NamedTuple):
    """A row: its key, and by their positions among the tokens of the table its label and its first cell."""

    key: str
    terminal: str
    label: int
    keys: tuple[str, ...]
    first: int


class _BlockForm(NamedTuple):
    """A block of table 2: its caption and its header by their positions, and how many rows it has."""

    caption: str
    caption_at: int
    header_at: int
    template: str
    rows: int


class _Form(NamedTuple):
    """All that a table has in common with the others whose tokens have the same types."""

    template: str | None
    rows: tuple[_RowForm, ...]
    blocks: tuple[_BlockForm, ...]
    headers: tuple[int, ...]
    cell_count: int
    block_templates: tuple[str, ...]


def build_regular(table: RegularTable) -> Table:
    """The model of a regular table; its contents are made later."""
    form = _form(table.stencil.table, table.types)
    return Table(
        table.stencil.table,
        table.span,
        form.template,
        Later(partial(_contents, form, table)),
        form.cell_count,
        form.block_templates,
    )


@lru_cache(maxsize=1024)
def _form(key: str, types: tuple[str, ...]) -> _Form:
    """What a table is whose tokens have these types, and their positions for places."""
    table = build_table(table_of(types, key))
    return _Form(
        table.template,
        tuple(
            _RowForm(row.key, row.terminal, row.label.start, tuple(c.key for c in row.cells), row.cells[0].span.start)
            for row in table.rows
        ),
        tuple(
            _BlockForm(b.caption, b.caption_span.start, b.header_span.start, b.template, len(b.rows))
            for b in table.blocks
        ),
        tuple(header.start for header in table.headers),
        table.cell_count,
        table.block_templates,
    )


# named tuples made of plain ones at once: a report has hundreds
_as_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
_as_cell: Callable[[tuple[str, CellText, Span, bool]], Cell] = partial(tuple.__new__, Cell)


def _contents(form: _Form, table: RegularTable) -> Contents:
    laid = table.laid()
    spans = list(map(_as_span, zip(laid.starts, laid.ends, strict=True)))
    readings = cast("list[CellText]", laid.readings)  # of cells alone is asked
    rows = []
    for key, terminal, label, keys, first in form.rows:
        own = slice(first, first + len(keys))
        rows.append(
            Row(key, terminal, spans[label], tuple(map(_as_cell, zip(keys, readings[own], spans[own], repeat(False)))))
        )
    blocks, at = [], 0
    for caption, caption_at, header_at, template, count in form.blocks:
        blocks.append(Block(caption, spans[caption_at], spans[header_at], template, tuple(rows[at : at + count])))
        at += count
    return Contents(tuple(rows), tuple(blocks), tuple(spans[header] for header in form.headers))
