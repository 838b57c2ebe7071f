"""Lark's Earley parser over the same tokens."""

from __future__ import annotations

from collections.abc import Callable

from lark import Lark
from rows import Row

from peers.with_lark import Rows, grammar
from peers.words import Words


def make(words: Words) -> Callable[[str], list[Row]]:
    """The reader."""
    parser = Lark(grammar(words), parser="earley", lexer="basic", ambiguity="resolve")
    rows = Rows()
    return lambda text: rows.transform(parser.parse(text))
