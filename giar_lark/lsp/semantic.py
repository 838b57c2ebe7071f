"""Semantic tokens: the terminals of the grammar, in the words that editors have colours for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lsprotocol import types

from giar_lark.lsp.analysis import Analysis
from giar_lark.official.templates import tables
from giar_lark.source.span import Span
from giar_lark.tokenise.text.fold import after_ordinal
from giar_lark.tokenise.token import Token

# title and heading, caption and group, row, column header, note and mark, number, what is no number, signature, ordinal
TYPES = ("keyword", "class", "property", "parameter", "comment", "number", "regexp", "string", "operator")
MODIFIERS = ("inferred",)
LEGEND = types.SemanticTokensLegend(token_types=TYPES, token_modifiers=MODIFIERS)
_CELL_TYPES = {"given": "number", "inferred": "number", "na": "comment", "unreadable": "regexp"}


@cache
def _types() -> dict[str, str]:
    """The type of each terminal that is coloured whatever stands in it."""
    data = tables()
    headers = [header.terminal for block in data.blocks for header in block.headers.values()]
    return (
        dict.fromkeys(["TITLE", *(spec.terminal for spec in data.sections)], "keyword")
        | dict.fromkeys([*(block.caption for block in data.blocks), *data.application_groups], "class")
        | dict.fromkeys([*headers, "APPLICANT_COLUMNS", "CASE_COLUMNS"], "parameter")
        | dict.fromkeys(["BALANCE_NOTE", "UNPLACED"], "comment")
        | dict.fromkeys(["ISSUING_ORGAN", "ISSUED_DATE"], "string")
    )


def semantic_tokens(analysis: Analysis, within: Span | None = None) -> types.SemanticTokens:
    """The tokens of a document, or of a stretch of it, as the protocol packs them."""
    at, data = analysis.document.at, list[int]()
    line = column = 0
    for start, end, kind, inferred in _pieces(analysis, within or Span(0, len(analysis.text))):
        first, last = at.position(start), at.position(end)
        step = first.line - line
        data += [step, first.character - (0 if step else column), last.character - first.character]
        data += [TYPES.index(kind), int(inferred)]
        line, column = first.line, first.character
    return types.SemanticTokens(data=data)


def _pieces(analysis: Analysis, within: Span) -> Iterator[tuple[int, int, str, bool]]:
    """The coloured stretches in the order of the text, none longer than a line, none twice."""
    behind = within.start
    for token in sorted(analysis.tokens, key=lambda token: (token.start, token.end)):
        kind = _type_of(token)
        if kind is None or token.end <= behind or token.start >= within.end:
            continue
        end = token.end if token.type != "NUMBERED" else token.start + after_ordinal(analysis.text[slice(*token.span)])
        for start, stop in _lines(analysis, max(token.start, behind), end):
            yield start, stop, kind, token.inferred
        behind = max(behind, end)


def _type_of(token: Token) -> str | None:
    if token.type == "CELL":
        return _CELL_TYPES.get(token.cell.state) if token.cell else None
    if token.type == "NUMBERED":
        return "operator"
    if token.type in tables().disclosure_rows or (
        token.type in tables().application_rows and token.type not in _types()
    ):
        return "property"
    return _types().get(token.type)


def _lines(analysis: Analysis, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch cut at its line ends, without the white space around the pieces."""
    for piece in analysis.text[start:end].splitlines(keepends=True):
        text = piece.strip()
        if text:
            first = start + piece.index(text)
            yield first, first + len(text)
        start += len(piece)
