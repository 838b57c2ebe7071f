"""SLY: lex and yacc with classes. Their bodies know names that no checker of types does."""

# mypy: disable-error-code="name-defined,no-redef"

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rows import Row
from sly import Lexer, Parser

from peers.words import Words


def make(words: Words) -> Callable[[str], list[Row]]:
    """The reader."""

    class Scanner(Lexer):
        tokens = {LABEL, HEADING, VALUE, OTHER}
        LABEL = rf"{words.label}\n"
        HEADING = rf"{words.heading}\n"
        VALUE = rf"{words.value}\n"
        OTHER = rf"{words.other}\n"

    class Grammar(Parser):
        tokens = Scanner.tokens

        @_("document line")
        def document(self, p: Any) -> list[Row]:
            if p.line is not None:
                p.document.append(p.line)
            return p.document

        @_("")
        def document(self, p: Any) -> list[Row]:
            return []

        @_("LABEL VALUE VALUE VALUE VALUE VALUE VALUE VALUE")
        def line(self, p: Any) -> Row:
            return Row(p[0].rstrip(), tuple(p[at].rstrip() for at in range(1, 8)))

        @_("HEADING", "VALUE", "OTHER")
        def line(self, p: Any) -> None:
            return None

    scanner, parser = Scanner(), Grammar()
    return lambda text: parser.parse(scanner.tokenize(text))
