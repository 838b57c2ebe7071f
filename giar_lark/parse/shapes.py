"""Parses remembered: streams of the same types have the same tree, so a tree of positions serves them all.

Reports differ in their numbers and their prose, hardly ever in the order of their labels. each such order is parsed once;
the next report of the same shape only has its tokens filled in. A run of paragraphs counts as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from giar_lark.lalr.parser import parser_of
from giar_lark.parse.nodes import BlockNode, NodeBuilder, ReportNode, RowNode, SectionNode, TableNode
from giar_lark.tokenise.token import Token

# so many shapes are kept; a batch of reports has a few dozen
_KEPT = 1000
_PROSE = ("TEXT", "NUMBERED")


class _Stream(NamedTuple):
    """A token stream with its runs of prose folded: the types, and where each stands in the real stream."""

    types: tuple[str, ...]
    starts: list[int]


_shapes: dict[tuple[str, ...], ReportNode | None] = {}


def parse_by_shape(tokens: Sequence[Token]) -> ReportNode | None:
    """The nodes of a token stream that the grammar accepts as it is; None if it does not."""
    stream = _fold(tokens)
    if stream.types not in _shapes:
        if len(_shapes) >= _KEPT:
            _shapes.clear()
        _shapes[stream.types] = _parse_types(stream.types)
    shape = _shapes[stream.types]
    return _Filler(tokens, stream.starts).report(shape) if shape is not None else None


def forget() -> None:
    """Forget all shapes, so that the next of each is parsed."""
    _shapes.clear()


def _fold(tokens: Sequence[Token]) -> _Stream:
    types, starts, prose = [], [], False
    for index, token in enumerate(tokens):
        kind = token.type
        if kind in _PROSE:
            if prose:
                continue
            prose, kind = True, "TEXT"
        else:
            prose = False
        types.append(kind)
        starts.append(index)
    starts.append(len(tokens))
    return _Stream(tuple(types), starts)


def _parse_types(types: Sequence[str]) -> ReportNode | None:
    parser = parser_of("report", NodeBuilder)
    if parser.feed([Token(kind, index, index) for index, kind in enumerate(types)]) < len(types):
        return None
    node = parser.end() if parser.accepts("$END") else None
    return node if isinstance(node, ReportNode) else None


class _Filler:
    """Puts real tokens where a shape has positions (the `start` of its tokens)."""

    def __init__(self, tokens: Sequence[Token], starts: list[int]) -> None:
        self.tokens, self.starts = tokens, starts

    def report(self, shape: ReportNode) -> ReportNode:
        sections = [SectionNode(self._one(s.heading), self._parts(s.parts)) for s in shape.sections]
        return ReportNode(self._parts(shape.front), sections, self._parts(shape.tail))

    def _one(self, position: Token) -> Token:
        return self.tokens[self.starts[position.start]]

    def _parts(self, parts: Sequence[Any]) -> list[Any]:
        found: list[Any] = []
        for part in parts:
            if isinstance(part, TableNode):
                found.append(self._table(part))
            else:
                at = part.start
                found.extend(self.tokens[self.starts[at] : self.starts[at + 1]])
        return found

    def _table(self, table: TableNode) -> TableNode:
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
        return list(self.tokens[first : first + len(cells)])
