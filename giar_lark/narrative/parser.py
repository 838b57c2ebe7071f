"""Tokens to sentences: the parser reads them, and the builder keeps what the reader of figures asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from giar_lark.lalr.parser import parser_of
from giar_lark.lalr.tables import tables_of
from giar_lark.lalr.typed import Parser
from giar_lark.lalr.ways import last_of
from giar_lark.narrative.tree import Clause, Item, Sentence

SEPARATOR = "separator"
# the rules that only group words
_GROUPS = ("time", "event", "outcome", "thing", "applicant", "result", "modifier", "other")


class TreeBuilder:
    """Reductions to items, clauses and sentences. Named as the rules of the grammar.

    A word of a group is an item as the scanner has made it; a word for "about" in front of it is no part of it.
    """

    time = event = outcome = thing = applicant = result = modifier = other = staticmethod(last_of)

    def amount(self, children: list[Item]) -> Item:
        """A number, with the word for "about" in front of it if there is one."""
        first, last = children[0], children[-1]
        return Item("amount", last.type, first.start, last.end, about=first is not last)

    def separator(self, children: list[Item]) -> str:
        """The terminal between two clauses."""
        return children[0].type

    def clause(self, children: list[Item]) -> tuple[Item, ...]:
        """The items of a clause; its separator is known one level up."""
        return tuple(children)

    def aside(self, children: list[Any]) -> Item:
        """A bracket with its clauses."""
        return Item("aside", "ASIDE", children[0].start, children[-1].end, clauses=_clauses(children[1:-1]))

    def sentence(self, children: list[Any]) -> Sentence:
        """A sentence, with its stop."""
        return Sentence(_clauses(children[:-1]), children[-1].end)

    def narrative(self, children: list[Sentence]) -> list[Sentence]:
        """The sentences in order."""
        return children


def _clauses(children: Sequence[Any]) -> tuple[Clause, ...]:
    """Clauses and separators in turn, as clauses that know the separator in front."""
    return tuple(
        Clause(children[number], children[number - 1] if number else "") for number in range(0, len(children), 2)
    )


def parse_prose(tokens: Sequence[Item]) -> list[Sentence]:
    """The sentences of scanned prose. The scanner closes brackets and ends with a stop, so that every stream is read.

    Most are one sentence of items and separators, which are told apart by the groups that the grammar gives them.
    """
    plain = _plain_sentence(tokens)
    return parse_with_grammar(tokens) if plain is None else [plain]


def _plain_sentence(tokens: Sequence[Item]) -> Sentence | None:
    """The sentence that some tokens are; None if there is anything else than items and separators before the last, the stop."""
    clauses: list[Clause] = []
    items: list[Item] = []
    separator = ""
    for token in tokens[:-1]:
        if token.group == SEPARATOR:
            clauses.append(Clause(tuple(items), separator))
            items, separator = [], token.type
        elif token.group:
            items.append(token)
        else:
            return None
    clauses.append(Clause(tuple(items), separator))
    return Sentence(tuple(clauses), tokens[-1].end)


def parse_with_grammar(tokens: Sequence[Item]) -> list[Sentence]:
    """The sentences of scanned prose, whatever there is in them."""
    parser = parser_of("narrative", TreeBuilder)
    parser.feed(tokens)
    return _sentences(parser)


def _sentences(parser: Parser) -> list[Sentence]:
    sentences = parser.end()
    assert isinstance(sentences, list)
    return sentences


@cache
def terminals_of(group: str) -> frozenset[str]:
    """The terminals that are an item of a group by themselves, as the grammar reads them."""
    return frozenset(terminal for terminal, its_group in groups().items() if its_group == group)


@cache
def groups() -> dict[str, str]:
    """The group of each terminal, `SEPARATOR` for what parts two clauses; empty for those that are neither by themselves."""
    return {each.name: _group_of(each.name) for each in tables_of("narrative").terminals}


def _group_of(terminal: str) -> str:
    alone = [Item("", terminal, 0, 0), Item("", "STOP", 0, 0)]
    parser = parser_of("narrative", _GroupBuilder)
    if parser.feed(alone) < len(alone):
        return ""
    clauses = _sentences(parser)[0].clauses
    return SEPARATOR if len(clauses) > 1 else next((item.group for item in clauses[0].items), "")


def _grouping(name: str) -> Callable[[list[Item]], Item]:
    return lambda children: children[-1]._replace(group=name)


class _GroupBuilder(TreeBuilder):
    """The same reductions, but that each names its group: so the grammar is asked which group a terminal is of."""

    def __init__(self) -> None:
        """Put another reduction in the place of each that only passes a word on."""
        vars(self).update({name: _grouping(name) for name in _GROUPS})
