"""Parses remembered: streams of the same types have the same tree, so a tree of positions serves them all.

Reports differ in their numbers and their prose, hardly ever in the order of their labels. Each such order is parsed once;
the next report of the same shape only has its tokens filled in. Lines of prose that follow one another count as one; a
whole table goes into the tree as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from giar_lark.lalr.parser import parser_of
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.official.templates import tables
from giar_lark.parse.nodes import BlockNode, NodeBuilder, ReportNode, RowNode, SectionNode, TableNode
from giar_lark.tokenise.stream import Part
from giar_lark.tokenise.token import Token
from giar_lark.tokenise.whole_table import WholeTable

# so many shapes are kept; a batch of reports has a few dozen
_KEPT = 1000
_TEXT = "TEXT"
_PROSE = (_TEXT, "NUMBERED")

# the type of a token, or those of all tokens of a whole table
_Types = str | tuple[str, ...]


class _Stream(NamedTuple):
    """A stream with its runs of prose folded: the types of each, and at which part of the real stream it begins."""

    types: tuple[_Types, ...]
    starts: list[int]


class _Shape(NamedTuple):
    """The nodes of a stream, and where it is cut into them if all its tables are regular: at each heading, and before the tail."""

    nodes: ReportNode
    cuts: tuple[int, ...] | None


_shapes: dict[tuple[_Types, ...], _Shape | None] = {}


def parse_by_shape(parts: Sequence[Part]) -> ReportNode | None:
    """The nodes of a stream that the grammar accepts as it is; None if it does not."""
    stream = _fold(parts)
    try:
        shape = _shapes[stream.types]
    except KeyError:
        shape = _learned(stream.types)
    if shape is None:
        return None
    if shape.cuts is not None:
        return _cut(parts, [stream.starts[cut] for cut in shape.cuts])
    return _Filler(parts, stream.starts).report(shape.nodes)


def _learned(types: tuple[_Types, ...]) -> _Shape | None:
    """The shape of a stream of these types, remembered for the next one."""
    if len(_shapes) >= _KEPT:
        _shapes.clear()
    nodes = _parse_types(types)
    shape = _shapes[types] = _Shape(nodes, _cuts(nodes, types)) if nodes is not None else None
    return shape


def _cuts(nodes: ReportNode, types: Sequence[_Types]) -> tuple[int, ...] | None:
    """Where a stream of these types is cut; None where a table has to be put together from its tokens."""
    tables = [part for section in nodes.sections for part in section.parts if isinstance(part, TableNode)]
    if any(isinstance(types[_first(table).start], str) for table in tables):
        return None
    return (*(section.heading.start for section in nodes.sections), nodes.tail[0].start if nodes.tail else len(types))


def _cut(parts: Sequence[Any], cuts: Sequence[int]) -> ReportNode:
    """The nodes of a stream of whole parts, given where each section and the tail begin."""
    parts = list(parts)
    sections = [SectionNode(parts[start], parts[start + 1 : end]) for start, end in pairwise(cuts)]
    return ReportNode(parts[: cuts[0]], sections, parts[cuts[-1] :])


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
    types: list[_Types] = []
    starts: list[int] = []
    for index, part in enumerate(parts):
        kind = part.type
        if kind in _PROSE:
            if types and types[-1] == _TEXT:
                continue
            kind = _TEXT
        types.append(kind)
        starts.append(index)
    starts.append(len(parts))
    return _Stream(tuple(types), starts)


def _parse_types(types: Sequence[_Types]) -> ReportNode | None:
    """The nodes of a stream of these types, each token with its position; those of a whole table all have the table's."""
    parser = parser_of("report", NodeBuilder)
    tokens = [
        Token(kind, index, index)
        for index, kinds in enumerate(types)
        for kind in ([kinds] if isinstance(kinds, str) else kinds)
    ]
    if parser.feed(tokens) < len(tokens):
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

    def _table(self, table: TableNode) -> TableNode | WholeTable:
        whole = self.parts[self.starts[_first(table).start]]
        if isinstance(whole, WholeTable):
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
