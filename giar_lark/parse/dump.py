"""Tokens and trees as JSON, for those who work on the grammar."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lark import Tree

from giar_lark.source.source import Source
from giar_lark.source.span import Span
from giar_lark.tokenise.token import Token


def token_dict(token: Token, source: Source) -> dict[str, Any]:
    """A token: its terminal, its text, its place; for a cell also what was read in it."""
    record = _stretch(token.type, source.told(Span(token.start, token.end)), source, token.start)
    if token.cell is not None:
        record["state"] = "inferred" if token.inferred else token.cell.state
    return record


def token_stream(tokens: Iterable[Token], source: Source) -> list[dict[str, Any]]:
    """All tokens in the order of the document, and what lies between them, so that the texts together are the document.

    A stretch that belongs to no token has the type null.
    """
    stream: list[dict[str, Any]] = []
    at = before = 0
    for token in sorted(tokens, key=lambda token: (token.start, token.end)):
        told = source.told(Span(token.start, token.end))
        if told.start > at:
            stream.append(_stretch(None, Span(at, told.start), source, before))
        stream.append(token_dict(token, source))
        at, before = max(at, told.end), max(before, token.end)
    if at < len(source.document):
        stream.append(_stretch(None, Span(at, len(source.document)), source, before))
    return stream


def _stretch(type: str | None, told: Span, source: Source, offset: int) -> dict[str, Any]:
    """A stretch of the document, and the address of the place in the text that it was read out as."""
    address = source.address(offset)
    spot = {} if address.spot is None else {"place": address.spot.to_dict()}
    return {
        "type": type,
        "text": source.document[slice(*told)],
        "span": list(told),
        "line": address.line,
        "column": address.column,
        **spot,
    }


def tree_dict(node: object, source: Source) -> dict[str, Any]:
    """A tree: its rule and its children, which are trees or tokens."""
    if isinstance(node, Tree):
        return {"rule": str(node.data), "children": [tree_dict(child, source) for child in node.children]}
    assert isinstance(node, Token)
    return token_dict(node, source)
