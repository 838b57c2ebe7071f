"""Lark as it comes: contextual lexer, LALR, a transformer that runs with the parser."""

from __future__ import annotations

from collections.abc import Callable

from lark import Lark, Token, Transformer, v_args
from rows import Row

from peers.words import Words


class Rows(Transformer[Token, list[Row]]):
    """Keeps the rows."""

    @v_args(inline=True)
    def row(self, label: Token, *values: Token) -> Row:
        """A label and its values."""
        return Row(label.rstrip(), tuple(value.rstrip() for value in values))

    def start(self, children: list[object]) -> list[Row]:
        """The whole text."""
        return [child for child in children if isinstance(child, Row)]


def grammar(words: Words) -> str:
    """The grammar, which the Earley parser reads, too."""
    return rf"""
        start     : (row | HEADING | VALUE | OTHER)*
        row       : LABEL VALUE VALUE VALUE VALUE VALUE VALUE VALUE
        LABEL.3   : /{words.label}\n/
        HEADING.3 : /{words.heading}\n/
        VALUE.2   : /{words.value}\n/
        OTHER     : /{words.other}\n/
    """


def make(words: Words) -> Callable[[str], list[Row]]:
    """The reader."""
    parser = Lark(grammar(words), parser="lalr", lexer="contextual", transformer=Rows())
    return lambda text: parser.parse(text)  # type: ignore[return-value]
