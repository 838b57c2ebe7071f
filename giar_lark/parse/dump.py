"""Tokens and trees as JSON, for those who work on the grammar."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lark import Tree

from giar_lark.source import Source
from giar_lark.tokenise.token import Token


def token_dict(token: Token, source: Source) -> dict[str, Any]:
    """A token: its terminal, its text, its place; for a cell also what was read in it."""
    place = source.place(token.start)
    record: dict[str, Any] = {
        "type": token.type,
        "text": source.text[token.start : token.end],
        "span": [token.start, token.end],
        "line": place.line,
        "column": place.column,
    }
    if token.cell is not None:
        record["state"] = "inferred" if token.inferred else token.cell.state
    return record


def token_stream(tokens: Iterable[Token], source: Source) -> list[dict[str, Any]]:
    """All tokens in the order of the source, and what lies between them, so that the texts together are the source.

    A stretch that belongs to no token has the type null.
    """
    stream: list[dict[str, Any]] = []
    at = 0
    for token in sorted(tokens, key=lambda token: (token.start, token.end)):
        if token.start > at:
            stream.append({**token_dict(Token("", at, token.start), source), "type": None})
        stream.append(token_dict(token, source))
        at = max(at, token.end)
    if at < len(source.text):
        stream.append({**token_dict(Token("", at, len(source.text)), source), "type": None})
    return stream


def tree_dict(node: object, source: Source) -> dict[str, Any]:
    """A tree: its rule and its children, which are trees or tokens."""
    if isinstance(node, Tree):
        return {"rule": str(node.data), "children": [tree_dict(child, source) for child in node.children]}
    assert isinstance(node, Token)
    return token_dict(node, source)
