"""Prose to the terminals of the narrative grammar. What it has no word for becomes GAP, a run of it one token."""

from __future__ import annotations

from typing import NamedTuple

from giar_lark.narrative.terminals import Candidate, terminals

# brackets in brackets are read one in the other
_DEEPEST = 10


class Token(NamedTuple):
    """A terminal and where it stands in the text. (A named tuple, because prose has a thousand.)"""

    type: str
    start: int
    end: int


def scan(text: str) -> list[Token]:
    """The tokens of some prose. Its last is a STOP, an empty one where the text has none; brackets are closed."""
    by_two, by_one, starts = terminals()
    tokens: list[Token] = []
    done = 0
    for found in starts.finditer(text):
        at = found.start()
        if at < done:
            continue
        candidates = by_two.get(text[at : at + 2]) or by_one[text[at]]
        if candidates and (token := _token_at(text, at, candidates)) is not None:
            if done < at:
                tokens.append(Token("GAP", done, at))
            tokens.append(token)
            done = token.end
    if done < len(text):
        tokens.append(Token("GAP", done, len(text)))
    if not tokens or tokens[-1].type != "STOP":
        tokens.append(Token("STOP", len(text), len(text)))
    return _closed(tokens)


def _token_at(text: str, at: int, candidates: tuple[Candidate, ...]) -> Token | None:
    for terminal, word, patterns in candidates:
        if patterns is None:
            if text.startswith(word, at):
                return Token(terminal, at, at + len(word))
        elif (match := patterns.match(text, at)) is not None:
            assert match.lastgroup is not None
            return Token(match.lastgroup, at, match.end())
    return None


def _closed(tokens: list[Token]) -> list[Token]:
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
        tokens[number] = tokens[number]._replace(type="GAP")
    return tokens
