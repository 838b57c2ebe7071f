"""Nodes of tables to the model: keys for every cell, blocks and rows in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from giar_lark.lean.later import Later
from giar_lark.lean.records import replace
from giar_lark.model.form import BlockForm, Frame, RowForm, form_of, row_keys
from giar_lark.model.order import MISSING
from giar_lark.model.report import AllCells, Block, Cell, Contents, Row, Table
from giar_lark.official.templates import Header, tables
from giar_lark.parse.nodes import BlockNode, RowNode, TableNode
from giar_lark.source.span import Span
from giar_lark.tokenise.cell_text import CellText
from giar_lark.tokenise.token import Token

# what stands in a row that cannot be read is kept to be shown, not to be read again
_LONGEST_RAW = 200


def build_table(node: TableNode, miscounted: frozenset[int] = frozenset()) -> Table:
    """The model of a table."""
    builder = _Builder(miscounted)
    return {"t2": builder.disclosure, "t3": builder.applications, "t4": builder.cases}[node.key](node)


def table_of_parts(parts: Sequence[Table]) -> Table:
    """One table of the parts that a page break or a note has divided it into."""
    if len(parts) == 1:
        return parts[0]
    templates = [part.template for part in parts if part.template]
    contents = Contents(
        tuple(row for part in parts for row in part.rows),
        tuple(block for part in parts for block in part.blocks),
        tuple(header for part in parts for header in part.headers),
    )
    usual = max(templates, key=templates.count) if templates else None
    return _table(parts[0].key, [part.span for part in parts], usual, contents)


class _Builder:
    def __init__(self, miscounted: frozenset[int]) -> None:
        self.miscounted = miscounted

    def disclosure(self, node: TableNode) -> Table:
        blocks = tuple(self._block(part) for part in node.parts)
        rows = tuple(row for block in blocks for row in block.rows)
        votes = [block.template for block in blocks]
        spans = [block.caption_span for block in blocks] + [span for row in rows for span in _ends(row)]
        return _table("t2", spans, max(("2021", "2019"), key=votes.count), Contents(rows, blocks))

    def _block(self, node: BlockNode) -> Block:
        header = _header(node.header.type, node.caption.type)
        rows = tuple(
            self._row(row, tables().disclosure_rows[row.label.type].key, header.column_keys) for row in node.rows
        )
        return Block(node.caption.type, node.caption.span, node.header.span, header.template, rows)

    def applications(self, node: TableNode) -> Table:
        data = tables()
        rows = tuple(
            self._row(part, data.application_rows[part.label.type].key, data.applicant_keys)
            for part in node.parts
            if isinstance(part, RowNode)
        )
        heads = [part for part in node.parts if isinstance(part, Token)]
        terminals = {row.terminal for row in rows}
        template = None
        if terminals & set(data.application_groups["OTHERWISE"]):
            template = "2021"
        elif "OTHERWISE" in terminals:
            template = "2019"
        spans = [t.span for t in heads] + [span for row in rows for span in _ends(row)]
        headers = tuple(t.span for t in heads if t.type == "APPLICANT_COLUMNS")
        return _table("t3", spans, template, Contents(rows, headers=headers))

    def cases(self, node: TableNode) -> Table:
        cells = node.parts[-1]
        head = [part for part in node.parts[:-1] if isinstance(part, Token)]
        data = tables()
        keys = _case_keys()
        made = self._cells(cells, keys, cells[0].start if cells else head[-1].end if head else 0)
        label = head[0].span if head else Span(made[0].span.start, made[0].span.start)
        rows = tuple(
            Row(group, terminal, label, made[number * 5 : number * 5 + 5])
            for number, (terminal, group) in enumerate(data.case_groups.items())
        )
        heads = tuple(token.span for token in head)
        return _table("t4", [*heads, *(cell.span for cell in made)], None, Contents(rows, headers=heads))

    def _row(self, node: RowNode, key: str, columns: tuple[str, ...]) -> Row:
        label = node.label
        return Row(
            key,
            label.type,
            Span(label.start, label.end),
            self._cells(node.cells, row_keys(key, columns), label.start),
        )

    def _cells(self, tokens: Sequence[Token], keys: Sequence[str], mark: int) -> tuple[Cell, ...]:
        """The cells of a row; all of them unreadable where the row has lost its places or has a wrong number of values."""
        if not tokens or tokens[0].type == "UNPLACED" or len(tokens) != len(keys) or mark in self.miscounted:
            start, end = (tokens[0].start, tokens[-1].end) if tokens else (mark, mark)
            said = [token.cell.raw for token in tokens if token.cell is not None]
            reading = CellText("unreadable", None, " ".join(raw for raw in said if raw)[:_LONGEST_RAW])
            return tuple(Cell(key, reading, Span(start, end)) for key in keys)
        return tuple(
            [
                Cell(key, t.cell or MISSING, Span(t.start, t.end), t.inferred)
                for key, t in zip(keys, tokens, strict=True)
            ]
        )


@cache
def _case_keys() -> tuple[str, ...]:
    data = tables()
    return tuple(f"{group}.{result}" for group in data.case_groups.values() for result in data.results.values())


def _header(terminal: str, caption: str) -> Header:
    block = next(block for block in tables().blocks if block.caption == caption)
    return next(header for header in block.headers.values() if header.terminal == terminal)


def _table(key: str, spans: Sequence[Span], template: str | None, contents: Contents) -> Table:
    form = form_of(
        key,
        template,
        tuple(RowForm(row.key, row.terminal, tuple(cell.key for cell in row.cells)) for row in contents.rows),
        tuple(BlockForm(block.caption, block.template, len(block.rows)) for block in contents.blocks),
    )
    cells = tuple([cell for row in contents.rows for cell in row.cells])
    readings = Later(lambda: tuple(map(_reading, cells)))
    return Table(key, _cover(spans), Frame(form), Later.of(contents), AllCells.of(cells), readings)


def _reading(cell: Cell) -> CellText:
    return replace(cell.reading, state=cell.state) if cell.inferred else cell.reading


def _cover(spans: Sequence[Span]) -> Span:
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else Span(0, 0)


def _ends(row: Row) -> tuple[Span, ...]:
    """The label of a row and its outermost cells: enough to know what it covers."""
    return (row.label, row.cells[0].span, row.cells[-1].span) if row.cells else (row.label,)
