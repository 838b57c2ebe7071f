"""Tokens to sentences: the parser reads them, and the builder keeps what the reader of figures asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from giar_lark.lalr.parser import parser_of
from giar_lark.lalr.tables import tables_of
from giar_lark.narrative.scan import Token
from giar_lark.narrative.tree import Clause, Item, Sentence


def _grouping(name: str) -> Callable[[TreeBuilder, list[Token]], Item]:
    """The reduction of a rule that only groups words; a word for "about" in front of a time is no part of it."""

    def reduce(_: TreeBuilder, children: list[Token]) -> Item:
        word = children[-1]
        return Item(name, word.type, word.start, word.end)

    return reduce


class TreeBuilder:
    """Reductions to items, clauses and sentences. Named as the rules of the grammar."""

    time, event, outcome, thing, applicant, result, modifier, other = map(
        _grouping, ("time", "event", "outcome", "thing", "applicant", "result", "modifier", "other")
    )

    def amount(self, children: list[Token]) -> Item:
        """A number, with the word for "about" in front of it if there is one."""
        first, last = children[0], children[-1]
        return Item("amount", last.type, first.start, last.end, about=first is not last)

    def separator(self, children: list[Token]) -> str:
        """The terminal between two clauses."""
        return children[0].type

    def clause(self, children: list[Item]) -> tuple[Item, ...]:
        """The items of a clause; its separator is known one level up."""
        return tuple(children)

    def aside(self, children: list[Any]) -> Item:
        """A bracket with its clauses."""
        return Item("aside", "ASIDE", children[0].start, children[-1].end, clauses=_clauses(children[1:-1]))

    def sentence(self, children: list[Any]) -> Sentence:
        """A sentence; its place is that of its first item to its stop."""
        clauses = _clauses(children[:-1])
        starts = [item.start for clause in clauses for item in clause.items]
        stop = children[-1]
        return Sentence(clauses, min(starts, default=stop.start), stop.end)

    def narrative(self, children: list[Sentence]) -> list[Sentence]:
        """The sentences in order."""
        return children


def _clauses(children: Sequence[Any]) -> tuple[Clause, ...]:
    """Clauses and separators in turn, as clauses that know the separator in front."""
    return tuple(
        Clause(children[number], children[number - 1] if number else "") for number in range(0, len(children), 2)
    )


def parse_prose(tokens: Sequence[Token]) -> list[Sentence]:
    """The sentences of scanned prose. The scanner closes brackets and ends with a stop, so that every stream is read."""
    parser = parser_of("narrative", TreeBuilder)
    parser.feed(tokens)
    sentences = parser.end()
    assert isinstance(sentences, list)
    return sentences


@cache
def terminals_of(group: str) -> frozenset[str]:
    """The terminals that are an item of a group by themselves, as the grammar reads them."""
    return frozenset(terminal for terminal, its_group in _groups().items() if its_group == group)


@cache
def _groups() -> dict[str, str]:
    """The group of each terminal; empty for those that are no item by themselves."""
    return {each.name: _group_of(each.name) for each in tables_of("narrative").terminals}


def _group_of(terminal: str) -> str:
    alone = [Token(terminal, 0, 0), Token("STOP", 0, 0)]
    parser = parser_of("narrative", TreeBuilder)
    if parser.feed(alone) < len(alone):
        return ""
    items = [item for sentence in parse_prose(alone) for clause in sentence.clauses for item in clause.items]
    return items[0].group if items else ""
