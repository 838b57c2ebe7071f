"""The Lark objects, built once each from the grammar folder."""

from __future__ import annotations

from functools import cache

from lark import Lark, Token, Transformer

from giar_lark.resources import read_grammar


def _load(_base_path: str | None, grammar_path: str) -> tuple[str, str]:
    """Lark's import hook: read `labels.lark` from wherever the grammar folder is, a zip file included."""
    name = grammar_path.replace("\\", "/").rpartition("/")[2]
    return name, read_grammar(name)


@cache
def canonical_parser() -> Lark:
    """Stock Lark with its own lexer: reads the canonical form."""
    return Lark(
        read_grammar("report.lark"), parser="lalr", start="report", maybe_placeholders=False, import_paths=[_load]
    )


@cache
def token_parser(builder: type[Transformer[Token, object]] | None = None) -> Lark:
    """Lark to be fed with the tokens of the tolerant tokenisers; with a builder, reductions go to it and no tree is kept."""
    return Lark(
        read_grammar("report.lark"),
        parser="lalr",
        lexer="basic",
        start="report",
        maybe_placeholders=False,
        import_paths=[_load],
        transformer=builder() if builder else None,
    )
