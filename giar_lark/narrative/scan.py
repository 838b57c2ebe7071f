"""Prose to the terminals of the narrative grammar. What it has no word for becomes GAP, a run of it one token."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from giar_lark.lean.memo import remembered
from giar_lark.narrative.parser import groups
from giar_lark.narrative.terminals import roots_of, terminals
from giar_lark.narrative.tree import Clause, Item

# brackets in brackets are read one in the other
_DEEPEST = 10

# an item of all its fields, made without a step of the program
_as_item: Callable[[tuple[str, str, int, int, bool, tuple[Clause, ...]]], Item] = partial(tuple.__new__, Item)


@remembered
def scan(text: str) -> tuple[Item, ...]:
    """The tokens of some prose. Its last is a STOP, an empty one where the text has none; brackets are closed."""
    known, grouped = terminals(), groups()
    tokens: list[Item] = []
    done = 0
    for found in known.pattern.finditer(text):
        start, end = found.span()
        kind = found.lastgroup or known.words[found[0]]
        if done < start:
            tokens.append(_as_item(("other", "GAP", done, start, False, ())))
        tokens.append(_as_item((grouped[kind], kind, start, end, False, ())))
        done = end
    if done < len(text):
        tokens.append(_as_item(("other", "GAP", done, len(text), False, ())))
    if not tokens or tokens[-1].type != "STOP":
        tokens.append(Item("", "STOP", len(text), len(text)))
    return tuple(_closed(tokens) if any(bracket in text for bracket in _brackets()) else tokens)


@cache
def _brackets() -> tuple[str, ...]:
    return roots_of("OPEN", "CLOSE")


def _closed(tokens: list[Item]) -> list[Item]:
    """The tokens with each bracket as GAP that has no partner in its sentence, or is nested as deeply as nobody writes."""
    opened: list[int] = []
    lone: list[int] = []
    for number, token in enumerate(tokens):
        kind = token.type
        if kind == "OPEN":
            opened.append(number)
            if len(opened) > _DEEPEST:
                lone.append(number)
        elif kind == "CLOSE":
            if not opened or len(opened) > _DEEPEST:
                lone.append(number)
            if opened:
                opened.pop()
        elif kind == "STOP":
            lone += opened
            opened.clear()
    for number in lone:
        tokens[number] = tokens[number]._replace(group="other", type="GAP")
    return tokens
