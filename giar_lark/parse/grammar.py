"""Stock Lark with its own lexer, for the canonical form."""

from __future__ import annotations

from lark import Lark

from giar_lark.lalr.stock import stock_lark


def canonical_parser() -> Lark:
    """Stock Lark with its own lexer: reads the canonical form."""
    return stock_lark("report", lexer="contextual")
