"""The loop over the tables: shift, reduce, and let the builder make each value at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

from giar_lark.lalr.tables import Rule, tables_of
from giar_lark.lalr.typed import Builder, Parser, Typed

# `lark` lets stock Lark read instead of the tables, with the same results, slower
CHOICE = "GIAR_LARK_PARSER"


def parser_of(grammar: str, builder: Builder) -> Parser:
    """A parser for one stream of `report` or `narrative`, whose values the methods of the builder make."""
    if os.environ.get(CHOICE) == "lark":
        from giar_lark.lalr.stock import StockParser

        return StockParser(grammar, builder)
    return TableParser(grammar, builder)


_Maker = Callable[[list[Any]], Any]


class _Step(NamedTuple):
    """A reduction: the left side, how many values it takes, which of them are lists to take in, and who makes the value."""

    origin: str
    size: int
    spread: tuple[int, ...]
    single: bool
    make: _Maker | None


@cache
def _steps(grammar: str, builder: Builder) -> tuple[_Step, ...]:
    maker = builder()

    def step(rule: Rule) -> _Step:
        make = getattr(maker, rule.name, None) if rule.name else None
        return _Step(rule.origin, rule.size, rule.spread, rule.single, make)

    return tuple(map(step, tables_of(grammar).rules))


class _Growth(dict[int, dict[str, _Maker]]):
    """By state, the terminals that only make the list on top of the values longer, and who makes of each what is added.

    Such a terminal is a value by itself (`event: RECEIVE`), that value is one more of a list (`clause: (event | …)*`), and
    whatever comes next these two reductions are due: then the state is what it was. Prose is made of little else.
    """

    def __init__(self, grammar: str, builder: Builder) -> None:
        super().__init__()
        self._tables, self._steps = tables_of(grammar), _steps(grammar, builder)
        self._targets: dict[str, set[int]] = {}

    def __missing__(self, state: int) -> dict[str, _Maker]:
        row = self._tables.rows[state]
        makers = {kind: self._maker(state, action) for kind, action in row.items() if kind.isupper() and action >= 0}
        self[state] = {kind: maker for kind, maker in makers.items() if maker is not None}
        return self[state]

    def _maker(self, state: int, target: int) -> _Maker | None:
        """Who makes the value that is added to a list, where going to another state leads back to the same."""
        value = self._due(target)
        if value is None or value.size != 1 or value.make is None or value.single:
            return None
        longer = self._due(self._tables.rows[state][value.origin])
        if longer is None or longer.size != 2 or longer.spread != (0,) or longer.make is not None:
            return None
        return value.make if state in self._led_to_by(longer.origin) else None

    def _led_to_by(self, symbol: str) -> set[int]:
        """The states that a symbol leads to. Nothing else leads to them, so that having it again leads to the same."""
        if symbol not in self._targets:
            self._targets[symbol] = {row[symbol] for row in self._tables.rows if symbol in row}
        return self._targets[symbol]

    def _due(self, state: int) -> _Step | None:
        """The reduction that a state asks for whatever comes next."""
        actions = set(self._tables.rows[state].values())
        action = actions.pop() if len(actions) == 1 else 0
        return self._steps[~action] if action < 0 else None


@cache
def _growth(grammar: str, builder: Builder) -> _Growth:
    return _Growth(grammar, builder)


class TableParser:
    """Reads one stream. It takes, refuses and makes what Lark does with the same tables."""

    def __init__(self, grammar: str, builder: Builder) -> None:
        """Begin at the start of a stream."""
        self._tables, self._steps = tables_of(grammar), _steps(grammar, builder)
        self._growth = _growth(grammar, builder)
        self._states: list[int] = [self._tables.start]
        self._values: list[Any] = []

    def feed(self, tokens: Sequence[Typed], at: int = 0) -> int:
        """Take tokens from a position on; return the position of the first that cannot be taken, or the end."""
        rows, states, values, reduce = self._tables.rows, self._states, self._values, self._reduce
        growth = self._growth
        for number in range(at, len(tokens)):
            token = tokens[number]
            kind = token.type
            grown = growth[states[-1]].get(kind)
            if grown is not None:
                values[-1].append(grown([token]))
                continue
            action = rows[states[-1]].get(kind)
            while action is not None and action < 0:
                reduce(~action)
                action = rows[states[-1]].get(kind)
            if action is None:
                return number
            states.append(action)
            values.append(token)
        return len(tokens)

    def _reduce(self, rule: int) -> None:
        origin, size, spread, single, make = self._steps[rule]
        states, values = self._states, self._values
        children: list[Any] = []
        if size:
            children = values[-size:]
            del values[-size:], states[-size:]
        if spread:
            children = _taken_in(children, spread)
        if make is not None and not (single and len(children) == 1):
            values.append(make(children))
        else:
            values.append(children[0] if single else children)
        states.append(self._tables.rows[states[-1]][origin])

    def accepts(self, terminal: str) -> bool:
        """Whether a terminal could be taken now; `$END` is the end of the stream."""
        tables, stack = self._tables, list(self._states)
        while stack[-1] != tables.end:
            action = tables.rows[stack[-1]].get(terminal)
            if action is None or action >= 0:
                return action is not None
            rule = tables.rules[~action]
            del stack[len(stack) - rule.size :]
            stack.append(tables.rows[stack[-1]][rule.origin])
        return True

    def choices(self) -> list[str]:
        """The terminals that can be taken now."""
        return [kind for kind in self._tables.rows[self._states[-1]] if kind.isupper() and self.accepts(kind)]

    def end(self) -> object:
        """The value of the whole stream; only where `accepts("$END")`."""
        tables = self._tables
        while self._states[-1] != tables.end:
            self._reduce(~tables.rows[self._states[-1]]["$END"])
        return self._values[-1]


def _taken_in(children: list[Any], spread: tuple[int, ...]) -> list[Any]:
    """Children with those that are lists replaced by what is in them. The first list grows: a long run takes time in proportion."""
    if spread == (0,):
        first: list[Any] = children[0]
        first.extend(children[1:])
        return first
    found: list[Any] = []
    for place, child in enumerate(children):
        if place in spread:
            found.extend(child)
        else:
            found.append(child)
    return found
