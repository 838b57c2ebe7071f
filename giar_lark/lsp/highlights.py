"""Highlights: the numbers that add up with the one under the cursor."""

from __future__ import annotations

from lsprotocol import types

from giar_lark.lsp.analysis import Analysis


def highlights_at(analysis: Analysis, offset: int) -> list[types.DocumentHighlight]:
    """The cells of every sum that a cell is part of: totals as written, addends as read; none outside a cell."""
    cell = analysis.cell_at(offset)
    sums = [one.balance for one in analysis.sums if cell is not None and cell in one.balance.cells]
    totals = {balance.right[-1].span for balance in sums}
    spans = {other.span for balance in sums for other in balance.cells if other.span.end > other.span.start}
    kinds = types.DocumentHighlightKind
    return [
        types.DocumentHighlight(analysis.document.at.range(span), kinds.Write if span in totals else kinds.Read)
        for span in sorted(spans)
    ]
