"""Whole tables to the model: what those with the same words have in common is built once, the rest when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from itertools import repeat

from giar_lark.lean.later import Later
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.model.form import Form, Frame
from giar_lark.model.report import AllCells, Block, Cell, Contents, Row, Table
from giar_lark.model.table import build_table
from giar_lark.parse.shapes import table_of
from giar_lark.source.span import Span
from giar_lark.tokenise.cell_text import CellText
from giar_lark.tokenise.regular.stencil import RegularTable, Stencil
from giar_lark.tokenise.whole_table import WholeTable


class _BlockPlace(NamedTuple):
    """Where a block of table 2 stands, by the positions of its caption and its header among the tokens of the table."""

    caption: int
    header: int


class _Layout(NamedTuple):
    """The form of tables whose tokens have the same types, and the positions of what is no cell: labels of rows, and so on."""

    form: Form
    rows: tuple[int, ...]
    blocks: tuple[_BlockPlace, ...]
    headers: tuple[int, ...]


class _Model(NamedTuple):
    """What the tables of one stencil have in common."""

    layout: _Layout
    frame: Frame


# where that is kept: with the stencil, and as long as it
_MODEL = "model"


def build_whole(table: WholeTable) -> Table:
    """The model of a whole table; its contents are made later."""
    if isinstance(table, RegularTable):
        model: _Model = vars(table.stencil).get(_MODEL) or _learned(table.stencil)
    else:
        model = _new_model(table.key, table.type)
    readings = Later(table.readings)
    cells = _Cells(model.frame.form.keys, readings, table)
    contents = Later(_contents, model.layout, cells, table)
    return Table(table.key, table.span, model.frame, contents, cells, readings, table.counts)


def _learned(stencil: Stencil) -> _Model:
    model = vars(stencil)[_MODEL] = _new_model(stencil.table, stencil.types)
    return model


def _new_model(key: str, types: tuple[str, ...]) -> _Model:
    layout = _layout(key, types)
    return _Model(layout, Frame(layout.form))


@lru_cache(maxsize=1024)
def _layout(key: str, types: tuple[str, ...]) -> _Layout:
    """What a table is whose tokens have these types, and their positions for places."""
    table = build_table(table_of(types, key))
    return _Layout(
        table.form,
        tuple(row.label.start for row in table.rows),
        tuple(_BlockPlace(block.caption_span.start, block.header_span.start) for block in table.blocks),
        tuple(header.start for header in table.headers),
    )


# named tuples made of plain ones at once: a report has hundreds
_as_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
_as_cell: Callable[[tuple[str, CellText, Span, bool]], Cell] = partial(tuple.__new__, Cell)


class _Cells(AllCells):
    """All cells of a whole table. Where few have something to tell, they are made one by one."""

    __slots__ = ("_keys", "_table")

    def __init__(self, keys: Sequence[str], readings: Later[tuple[CellText, ...]], table: WholeTable) -> None:
        """Hold what they are made of."""
        super().__init__(_cells, keys, readings, table)
        self._keys, self._table = keys, table

    def at(self, number: int) -> Cell:
        """One of them."""
        alone = self._table.cell(number)
        return self.value[number] if alone is None else Cell(self._keys[number], alone[0], Span(*alone[1]))

    def starts(self) -> Sequence[int]:
        """Where each begins."""
        return self._table.cell_starts()

    def raw(self) -> Sequence[str]:
        """What stands in each."""
        return self._table.raw()


def _cells(keys: Sequence[str], readings: Later[tuple[CellText, ...]], table: WholeTable) -> tuple[Cell, ...]:
    return tuple(map(_as_cell, zip(keys, readings.value, map(_as_span, table.cell_places()), repeat(False))))


def _contents(layout: _Layout, all_cells: Later[tuple[Cell, ...]], table: WholeTable) -> Contents:
    cells = all_cells.value
    spans = {position: Span(*place) for position, place in table.label_places().items()}
    rows, first = [], 0
    for (key, terminal, keys), label in zip(layout.form.rows, layout.rows, strict=True):
        rows.append(Row(key, terminal, spans[label], cells[first : first + len(keys)]))
        first += len(keys)
    blocks, at = [], 0
    for (caption, template, count), place in zip(layout.form.blocks, layout.blocks, strict=True):
        own = tuple(rows[at : at + count])
        blocks.append(Block(caption, spans[place.caption], spans[place.header], template, own))
        at += count
    return Contents(tuple(rows), tuple(blocks), tuple(spans[header] for header in layout.headers))
