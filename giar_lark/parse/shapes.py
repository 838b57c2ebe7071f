"""Parses remembered: streams of the same types have the same tree, so a tree of positions serves them all.

Reports differ in their numbers and their prose, hardly ever in the order of their labels. Each such order is parsed once;
the next report of the same shape only has its tokens filled in. A run of paragraphs counts as one; a regular table goes
into the tree as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from giar_lark.lalr.parser import parser_of
from giar_lark.parse.nodes import BlockNode, NodeBuilder, ReportNode, RowNode, SectionNode, TableNode
from giar_lark.templates import tables
from giar_lark.tokenise.stencil import RegularTable
from giar_lark.tokenise.stream import Part
from giar_lark.tokenise.token import Token

# so many shapes are kept; a batch of reports has a few dozen
_KEPT = 1000
_PROSE = ("TEXT", "NUMBERED")


class _Stream(NamedTuple):
    """A stream with its runs of prose folded: the types, and where each stands in the real stream, or its regular table."""

    types: tuple[str, ...]
    starts: list[int]


_shapes: dict[tuple[str, ...], ReportNode | None] = {}


def parse_by_shape(parts: Sequence[Part]) -> ReportNode | None:
    """The nodes of a stream that the grammar accepts as it is; None if it does not."""
    stream = _fold(parts)
    if stream.types not in _shapes:
        if len(_shapes) >= _KEPT:
            _shapes.clear()
        _shapes[stream.types] = _parse_types(stream.types)
    shape = _shapes[stream.types]
    return _Filler(parts, stream.starts).report(shape) if shape is not None else None


def table_of(types: Sequence[str], key: str) -> TableNode:
    """The node of a table whose tokens have these types, with their positions for tokens; it must be one whole table."""
    heading = next(spec.terminal for spec in tables().sections if spec.table == key)
    parser = parser_of("report", NodeBuilder)
    parser.feed([Token(heading, 0, 0), *(Token(kind, index, index) for index, kind in enumerate(types))])
    report = parser.end()
    assert isinstance(report, ReportNode)
    (table,) = report.sections[0].parts
    assert isinstance(table, TableNode)
    return table


def forget() -> None:
    """Forget all shapes, so that the next of each is parsed."""
    _shapes.clear()


def _fold(parts: Sequence[Part]) -> _Stream:
    types: list[str] = []
    starts: list[int] = []
    prose = False
    for index, part in enumerate(parts):
        if isinstance(part, RegularTable):
            types += part.types
            starts += [index] * len(part.types)
            prose = False
        elif part.type not in _PROSE:
            types.append(part.type)
            starts.append(index)
            prose = False
        elif not prose:
            types.append("TEXT")
            starts.append(index)
            prose = True
    starts.append(len(parts))
    return _Stream(tuple(types), starts)


def _parse_types(types: Sequence[str]) -> ReportNode | None:
    parser = parser_of("report", NodeBuilder)
    if parser.feed([Token(kind, index, index) for index, kind in enumerate(types)]) < len(types):
        return None
    node = parser.end() if parser.accepts("$END") else None
    return node if isinstance(node, ReportNode) else None


class _Filler:
    """Puts the real parts where a shape has positions (the `start` of its tokens)."""

    def __init__(self, parts: Sequence[Any], starts: list[int]) -> None:
        self.parts, self.starts = parts, starts

    def report(self, shape: ReportNode) -> ReportNode:
        sections = [SectionNode(self._one(s.heading), self._all(s.parts)) for s in shape.sections]
        return ReportNode(self._all(shape.front), sections, self._all(shape.tail))

    def _one(self, position: Token) -> Token:
        token: Token = self.parts[self.starts[position.start]]
        return token

    def _all(self, parts: Sequence[Any]) -> list[Any]:
        found: list[Any] = []
        for part in parts:
            if isinstance(part, TableNode):
                found.append(self._table(part))
            else:
                at = part.start
                found.extend(self.parts[self.starts[at] : self.starts[at + 1]])
        return found

    def _table(self, table: TableNode) -> TableNode | RegularTable:
        whole = self.parts[self.starts[_first(table).start]]
        if isinstance(whole, RegularTable):
            return whole
        if table.key == "t4":
            *head, cells = table.parts
            return TableNode("t4", [*(self._one(token) for token in head), self._run(cells)])
        return TableNode(table.key, [self._part(part) for part in table.parts])

    def _part(self, part: RowNode | BlockNode | Token) -> RowNode | BlockNode | Token:
        if isinstance(part, RowNode):
            return self._row(part)
        if isinstance(part, BlockNode):
            return BlockNode(self._one(part.caption), self._one(part.header), [self._row(row) for row in part.rows])
        return self._one(part)

    def _row(self, row: RowNode) -> RowNode:
        return RowNode(self._one(row.label), self._run(row.cells))

    def _run(self, cells: Sequence[Token]) -> list[Token]:
        """Cells follow one another in the stream as they do in the shape."""
        first = self.starts[cells[0].start]
        return list(self.parts[first : first + len(cells)])


def _first(table: TableNode) -> Token:
    """The first token of a table: the caption of a block, the label of a row, a header, or a cell of table 4."""
    first = table.parts[0]
    while not isinstance(first, Token):
        first = first[0]
    return first
