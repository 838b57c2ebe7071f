"""Reductions with who makes their values, and what of them is due at once: the loop then goes straight there."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from giar_lark.lalr.tables import Rule, tables_of
from giar_lark.lalr.typed import Builder, Typed
from giar_lark.lean.named_tuple import NamedTuple

_OfChildren = Callable[[list[Any]], Any]
_OfToken = Callable[[Typed], Any]


class Step(NamedTuple):
    """A reduction: the left side, how many values it takes, which of them are lists to take in, and who makes the value."""

    origin: str
    size: int
    spread: tuple[int, ...]
    single: bool
    make: _OfChildren | None


class Way(NamedTuple):
    """Where a terminal leads: what is made of it, or None where it is the value itself, and the state behind it, or None where
    only a list grows by it.
    """

    make: _OfToken | None
    state: int | None


@cache
def steps_of(grammar: str, builder: Builder) -> tuple[Step, ...]:
    """The reductions of a grammar, by the number of their rule."""
    maker = builder()

    def step(rule: Rule) -> Step:
        make = getattr(maker, rule.name, None) if rule.name else None
        return Step(rule.origin, rule.size, rule.spread, rule.single, make)

    return tuple(map(step, tables_of(grammar).rules))


class Ways(dict[int, "WaysFrom"]):
    """By state and terminal, the ways behind which reductions of one value are due whatever comes next; None where none are.

    Most of a text are words of which a group is made (`event: RECEIVE`), and of that one more item of a list
    (`clause: (event | …)*`). After these two reductions the state is what it was, and the list is longer.
    """

    def __init__(self, grammar: str, builder: Builder) -> None:
        """None is known until it is asked for."""
        super().__init__()
        self._tables, self._steps = tables_of(grammar), steps_of(grammar, builder)
        self._led_to: dict[str, set[int]] = {}

    def __missing__(self, state: int) -> WaysFrom:
        """The ways from a state."""
        self[state] = WaysFrom(self, state)
        return self[state]

    def way(self, state: int, kind: str) -> Way | None:
        """The way from a state by a terminal; None if nothing is due there."""
        row = self._tables.rows[state]
        target = row.get(kind, -1)
        if target < 0:
            return None
        make: _OfToken | None = None
        step = first = self._due(target)
        while step is not None and step.size == 1:
            make = _made_by(step, make)
            target = row[step.origin]
            step = self._due(target)
        if step is not None and self._grows(state, step):
            return Way(make, None)
        return Way(make, target) if first is not None and first.size == 1 else None

    def _due(self, state: int) -> Step | None:
        """The reduction that is due in a state whatever comes next."""
        rule = self._tables.due[state]
        return None if rule is None else self._steps[rule]

    def _grows(self, state: int, step: Step) -> bool:
        """Whether a reduction adds a value to the list that led to a state, and so leads to it again."""
        if step.size != 2 or step.spread != (0,) or step.make is not None or step.single:
            return False
        if step.origin not in self._led_to:
            self._led_to[step.origin] = {row[step.origin] for row in self._tables.rows if step.origin in row}
        return state in self._led_to[step.origin]


class WaysFrom(dict[str, Way | None]):
    """The ways from one state, by terminal, each worked out when it is first asked for."""

    def __init__(self, ways: Ways, state: int) -> None:
        """None is known."""
        super().__init__()
        self._ways, self._state = ways, state

    def __missing__(self, kind: str) -> Way | None:
        """The way by a terminal."""
        self[kind] = way = self._ways.way(self._state, kind)
        return way


@cache
def ways_of(grammar: str, builder: Builder) -> Ways:
    """The ways of a grammar."""
    return Ways(grammar, builder)


def last_of(children: list[Any]) -> Any:  # noqa: ANN401 (a value may be anything)
    """The value of a rule for which its last child stands; what a rule of words has for its builder, where only that word counts."""
    return children[-1]


def _made_by(step: Step, inner: _OfToken | None) -> _OfToken | None:
    """What a reduction of one value makes of what is made of a token; None if that is the token."""
    make, spread = step.make, step.spread == (0,)
    if not spread and (step.single or make is last_of):
        return inner
    if make is None and spread:
        return inner
    of_token = inner or _itself
    if make is None:
        return lambda token: [of_token(token)]
    if spread:
        return lambda token: make(of_token(token))
    return (lambda token: make([token])) if inner is None else lambda token: make([of_token(token)])


def _itself(token: Typed) -> Any:  # noqa: ANN401 (a value may be anything)
    return token
