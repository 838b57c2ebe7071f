"""Token streams for the parser, with no tokeniser of ours in between."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from lark import Lark

from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import vocabulary
from giar_lark.parse.grammar import canonical_parser
from giar_lark.tokenise.cell_text import read_cell
from giar_lark.tokenise.token import Token


def lexed(text: str) -> list[Token]:
    """The tokens of a canonical text, cut by the lexer of stock Lark."""
    tokens = []
    for found in canonical_parser().lex(text):
        start = found.start_pos or 0
        cell = read_cell(str(found)) if found.type == "CELL" else None
        skipped = 1 if found.type in ("CELL", "UNPLACED") else 0
        tokens.append(Token(found.type, start + skipped, start + len(found), cell))
    return tokens


@cache
def terminals() -> tuple[str, ...]:
    """The terminals that the parser can be given: those that a rule names."""
    lark: Lark = canonical_parser()
    named = {symbol.name for rule in lark.rules for symbol in rule.expansion if symbol.is_term}
    return tuple(sorted(named))


def _row(pair: tuple[str, int]) -> list[str]:
    """A label and so many cells; -1 stands for numbers whose places are lost."""
    label, cells = pair
    return [label, "UNPLACED"] if cells < 0 else [label, *["CELL"] * cells]


@st.composite
def streams(draw: st.DrawFn) -> tuple[str, list[Token]]:
    """A text and a stream of any terminals over it, a run of cells behind each label as the tokenisers make them."""
    labels = st.sampled_from([k for k in terminals() if k in vocabulary() and not k.startswith("ITEM_")])
    row = st.tuples(labels, st.integers(-1, 16)).map(_row)
    heads = [[block.caption, header.terminal] for block in tables().blocks for header in block.headers.values()]
    block = st.sampled_from(heads)
    other = st.sampled_from(["TITLE", "TEXT", "NUMBERED", "ISSUING_ORGAN", "ISSUED_DATE"]).map(lambda k: [k])
    text, tokens = "", []
    for kind in (kind for run in draw(st.lists(st.one_of(row, block, other), max_size=40)) for kind in run):
        word = draw(st.sampled_from(["7", "", "-"])) if kind == "CELL" else kind[:3]
        tokens.append(Token(kind, len(text), len(text) + len(word), read_cell(word) if kind == "CELL" else None))
        text += f"{word}\n"
    return text, tokens
