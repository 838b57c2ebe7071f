"""The loop over the tables: shift, reduce, and let the builder make each value at once."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from giar_lark.lalr.tables import tables_of
from giar_lark.lalr.typed import Builder, Parser, Typed
from giar_lark.lalr.ways import steps_of, ways_of

# `lark` lets stock Lark read instead of the tables, with the same results, slower
CHOICE = "GIAR_LARK_PARSER"


def parser_of(grammar: str, builder: Builder) -> Parser:
    """A parser for one stream of `report` or `narrative`, whose values the methods of the builder make."""
    if os.environ.get(CHOICE) == "lark":
        from giar_lark.lalr.stock import StockParser

        return StockParser(grammar, builder)
    return TableParser(grammar, builder)


class TableParser:
    """Reads one stream. It takes, refuses and makes what Lark does with the same tables."""

    def __init__(self, grammar: str, builder: Builder) -> None:
        """Begin at the start of a stream."""
        self._tables, self._steps = tables_of(grammar), steps_of(grammar, builder)
        self._ways = ways_of(grammar, builder)
        self._states: list[int] = [self._tables.start]
        self._values: list[Any] = []

    def feed(self, tokens: Sequence[Typed], at: int = 0) -> int:
        """Take tokens from a position on; return the position of the first that cannot be taken, or the end."""
        rows, states, values, reduce = self._tables.rows, self._states, self._values, self._reduce
        ways = self._ways
        for number in range(at, len(tokens)):
            token = tokens[number]
            kind = token.type
            while (way := ways[states[-1]][kind]) is None:
                action = rows[states[-1]].get(kind)
                if action is None:
                    return number
                if action >= 0:
                    values.append(token)
                    states.append(action)
                    break
                reduce(~action)
            else:
                make, state = way
                value = token if make is None else make(token)
                if state is None:
                    values[-1].append(value)
                else:
                    values.append(value)
                    states.append(state)
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
    """Children with those that are lists replaced by what is in them.

    If the first is one, it is that list that grows: a long run takes time in proportion.
    """
    begun = spread[0] == 0
    found: list[Any] = children[0] if begun else []
    for place in range(begun, len(children)):
        if place in spread:
            found.extend(children[place])
        else:
            found.append(children[place])
    return found
