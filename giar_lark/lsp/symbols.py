"""The outline as document symbols, as folds, and as what a selection grows to."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from giar_lark.lsp.analysis import Analysis
from giar_lark.lsp.outline import Kind, Node
from giar_lark.lsp.positions import Positions
from giar_lark.official.names import TABLE_NAMES
from giar_lark.source.span import Span

_KINDS = {
    Kind.TITLE: types.SymbolKind.File,
    Kind.SECTION: types.SymbolKind.Module,
    Kind.PARAGRAPH: types.SymbolKind.String,
    Kind.TABLE: types.SymbolKind.Struct,
    Kind.BLOCK: types.SymbolKind.Class,
    Kind.GROUP: types.SymbolKind.Enum,
    Kind.ROW: types.SymbolKind.Field,
    Kind.END: types.SymbolKind.Event,
}


def symbols_of(analysis: Analysis) -> list[types.DocumentSymbol]:
    """The six parts, their tables, and the rows with their values, in the order of the text."""
    return [_symbol(node, analysis.document.at, analysis.lang) for node in analysis.outline]


def _symbol(node: Node, at: Positions, lang: str) -> types.DocumentSymbol:
    name = TABLE_NAMES[node.terminal].in_language(lang) if node.kind is Kind.TABLE else node.name
    return types.DocumentSymbol(
        name=name,
        kind=_KINDS[node.kind],
        range=at.range(node.span),
        selection_range=at.range(node.head),
        detail=" ".join(value or "·" for value in node.values) or None,
        children=[_symbol(child, at, lang) for child in node.children],
    )


def folds_of(analysis: Analysis) -> list[types.FoldingRange]:
    """What can be folded: everything of the outline that has several lines."""
    at = analysis.document.at
    ranges = (at.range(node.span) for top in analysis.outline for node in top.walk())
    lines = dict.fromkeys((range.start.line, range.end.line) for range in ranges)
    return [types.FoldingRange(start, end, kind=types.FoldingRangeKind.Region) for start, end in lines if start < end]


def selections_at(analysis: Analysis, offsets: list[int]) -> list[types.SelectionRange]:
    """For each offset what a selection grows to: cell, row, group, table, section, all."""
    return [_selection(analysis, offset) for offset in offsets]


def _selection(analysis: Analysis, offset: int) -> types.SelectionRange:
    at = analysis.document.at
    selection = types.SelectionRange(at.range(Span(0, len(analysis.text))))
    token = analysis.token_at(offset)
    spans = [*_around(analysis.outline, offset), *([token.span] if token else [])]
    for span in spans:
        range = at.range(span)
        if range != selection.range:
            selection = types.SelectionRange(range, parent=selection)
    return selection


def _around(nodes: list[Node], offset: int) -> Iterator[Span]:
    """The stretches of the nodes that an offset is in, the outer one first."""
    node = next((node for node in nodes if node.span.start <= offset <= node.span.end), None)
    if node is not None:
        yield node.span
        yield from _around(node.children, offset)
