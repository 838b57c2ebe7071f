"""funcparserlib: parser combinators over a tokenizer."""

from __future__ import annotations

from collections.abc import Callable

from funcparserlib.lexer import TokenSpec, make_tokenizer
from funcparserlib.parser import finished, many, tok
from rows import Row

from peers.words import Words


def make(words: Words) -> Callable[[str], list[Row]]:
    """The reader."""
    tokenize = make_tokenizer(
        [
            TokenSpec("label", rf"{words.label}\n"),
            TokenSpec("heading", rf"{words.heading}\n"),
            TokenSpec("value", rf"{words.value}\n"),
            TokenSpec("other", rf"{words.other}\n"),
        ]
    )
    value = tok("value")
    row = (tok("label") + value + value + value + value + value + value + value) >> _row
    other = (tok("heading") | value | tok("other")) >> (lambda _: None)
    document = many(row | other) + -finished
    return lambda text: [line for line in document.parse(list(tokenize(text))) if line is not None]


def _row(parts: tuple[str, ...]) -> Row:
    return Row(parts[0].rstrip(), tuple(part.rstrip() for part in parts[1:]))
