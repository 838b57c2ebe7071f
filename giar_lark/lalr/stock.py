"""Stock Lark, built from the grammar: what the tables come from, and what may be used instead of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Literal, cast

from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedToken
from lark.parsers.lalr_analysis import Shift

from giar_lark.lalr.grammars import SOURCES
from giar_lark.lalr.typed import Builder, Typed
from giar_lark.lean.resources import read_grammar


def _load(_base_path: str | None, grammar_path: str) -> tuple[str, str]:
    """Lark's import hook: read `labels.lark` from wherever the grammar folder is, a zip file included."""
    name = grammar_path.replace("\\", "/").rpartition("/")[2]
    return name, read_grammar(name)


@cache
def stock_lark(grammar: str, builder: Builder | None = None, lexer: Literal["basic", "contextual"] = "basic") -> Lark:
    """Lark for `report` or `narrative`; with a builder, reductions go to it and no tree is kept."""
    return Lark(
        read_grammar(SOURCES[grammar][0]),
        parser="lalr",
        lexer=lexer,
        start=grammar,
        maybe_placeholders=False,
        import_paths=[_load],
        transformer=cast("Transformer[Token, Any]", builder()) if builder else None,
    )


class StockParser:
    """Lark's own parser, fed as a `TableParser` is; without a builder it gives Lark's tree."""

    def __init__(self, grammar: str, builder: Builder | None = None) -> None:
        """Begin at the start of a stream."""
        self._parser = stock_lark(grammar, builder).parse_interactive("")

    def feed(self, tokens: Sequence[Typed], at: int = 0) -> int:
        """Take tokens from a position on; return the position of the first that cannot be taken, or the end."""
        feed = self._parser.parser_state.feed_token
        for number in range(at, len(tokens)):
            try:
                feed(cast("Token", tokens[number]))
            except UnexpectedToken:
                return number
        return len(tokens)

    def accepts(self, terminal: str) -> bool:
        """Whether a terminal could be taken now."""
        conf = self._parser.parser_state.parse_conf
        table, stack = conf.states, list(self._parser.parser_state.state_stack)
        while stack[-1] != conf.end_state and terminal in table[stack[-1]]:
            action, argument = table[stack[-1]][terminal]
            if action is Shift:
                return True
            del stack[len(stack) - len(argument.expansion) :]
            stack.append(table[stack[-1]][argument.origin.name][1])
        return bool(stack[-1] == conf.end_state)

    def choices(self) -> list[str]:
        """The terminals that can be taken now."""
        named = self._parser.choices()  # type: ignore[no-untyped-call]  # also what only ends a rule
        return [kind for kind in named if kind.isupper() and self.accepts(kind)]

    def end(self) -> object:
        """The value of the whole stream.

        Raises: lark.UnexpectedToken, where the stream may not end here.
        """
        end = Token("$END", "")
        return self._parser.feed_eof(end)  # type: ignore[no-untyped-call]
