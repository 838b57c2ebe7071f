"""Prose to the terminals of the narrative grammar. What it has no word for becomes GAP, a run of it one token."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from giar_lark.narrative.terminals import Candidate, terminals


class Token(NamedTuple):
    """A terminal and where it stands in the passage. (A named tuple, because prose has a thousand.)"""

    type: str
    start: int
    end: int


def scan(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch of a passage. Its last is a STOP, an empty one where the text has none; brackets are closed."""
    candidates, starts = terminals()
    tokens: list[Token] = []
    at = gap = start
    while at < end:
        found = starts.search(text, at, end)
        if found is None:
            break
        at = found.start()
        here = candidates[text[at]]
        token = _token_at(text, at, end, here.get(text[at + 1 : at + 2]) or here[""])
        if token is None:
            at += 1
            continue
        if gap < at:
            tokens.append(Token("GAP", gap, at))
        tokens.append(token)
        at = gap = token.end
    if gap < end:
        tokens.append(Token("GAP", gap, end))
    if not tokens or tokens[-1].type != "STOP":
        tokens.append(Token("STOP", end, end))
    return _closed(tokens)


def _token_at(text: str, at: int, end: int, candidates: tuple[Candidate, ...]) -> Token | None:
    for terminal, word, regex in candidates:
        if regex is None:
            if text.startswith(word, at) and at + len(word) <= end:
                return Token(terminal, at, at + len(word))
        elif (match := regex.match(text, at, end)) is not None:
            return Token(terminal, at, match.end())
    return None


def sentences_in(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of each sentence, its stop the last."""
    start = 0
    for number, token in enumerate(tokens, 1):
        if token.type == "STOP":
            yield tokens[start:number]
            start = number


def _closed(tokens: list[Token]) -> list[Token]:
    """The tokens with each bracket that has no partner in its sentence as GAP."""
    opened: list[int] = []
    lone: set[int] = set()
    for number, token in enumerate(tokens):
        if token.type == "OPEN":
            opened.append(number)
        elif token.type == "CLOSE" and opened:
            opened.pop()
        elif token.type == "CLOSE":
            lone.add(number)
        elif token.type == "STOP":
            lone.update(opened)
            opened.clear()
    return [token._replace(type="GAP") if number in lone else token for number, token in enumerate(tokens)]
