"""PLY: lex and yacc."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ply import lex, yacc
from rows import Row

from peers.words import Words


class _Scanner:
    """Terminals; PLY tries the longer patterns first."""

    tokens = ("LABEL", "HEADING", "VALUE", "OTHER")

    def __init__(self, words: Words) -> None:
        patterns = (words.label, words.heading, words.value, words.other)
        for kind, pattern in zip(self.tokens, patterns, strict=True):
            setattr(self, f"t_{kind}", rf"{pattern}\n")

    def t_error(self, token: Any) -> None:
        """Pass over what is no line."""
        token.lexer.skip(1)


class _Grammar:
    """Productions."""

    tokens = _Scanner.tokens
    start = "document"

    def p_document(self, p: Any) -> None:
        """document : document line
        |"""
        p[0] = [] if len(p) == 1 else p[1]
        if len(p) > 1 and p[2] is not None:
            p[0].append(p[2])

    def p_row(self, p: Any) -> None:
        """line : LABEL VALUE VALUE VALUE VALUE VALUE VALUE VALUE"""
        p[0] = Row(p[1].rstrip(), tuple(value.rstrip() for value in p[2:9]))

    def p_other(self, p: Any) -> None:
        """line : HEADING
        | VALUE
        | OTHER"""

    def p_error(self, token: Any) -> None:
        """Nothing to recover from."""


def make(words: Words) -> Callable[[str], list[Row]]:
    """The reader."""
    scanner = lex.lex(object=_Scanner(words))
    parser = yacc.yacc(module=_Grammar(), write_tables=False, debug=False, errorlog=yacc.NullLogger())
    return lambda text: parser.parse(text, lexer=scanner.clone())
