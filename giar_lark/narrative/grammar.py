"""The Lark object of the narrative grammar, built once."""

from __future__ import annotations

from functools import cache
from typing import Any

from lark import Lark, Token, Transformer

from giar_lark.resources import read_grammar


@cache
def narrative_parser(builder: type[Transformer[Token, Any]] | None = None) -> Lark:
    """Lark for prose; with a builder, reductions go to it and no tree is kept."""
    return Lark(
        read_grammar("narrative.lark"),
        parser="lalr",
        lexer="basic",
        start="narrative",
        maybe_placeholders=False,
        transformer=builder() if builder else None,
    )
