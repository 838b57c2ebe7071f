"""The tables of a grammar as Lark computes them, in a form that is the same every time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import Any, TypeVar

from lark.grammar import Rule as LarkRule
from lark.lexer import Pattern, PatternStr
from lark.parsers.lalr_analysis import Shift

from giar_lark.lalr.grammars import fingerprint
from giar_lark.lalr.stock import stock_lark

_States = Mapping[int, Mapping[str, tuple[Any, Any]]]


def computed(grammar: str) -> dict[str, Any]:
    """The record of a grammar's tables.

    States are numbered in the order in which they are reached. `states` says which row each has, equal rows stand once; a
    row is pairs of an action and the symbols (a line of `symbols`) that ask for it.
    """
    lark = stock_lark(grammar)
    automaton = lark.parse_interactive("").parser_state.parse_conf
    rules = sorted(lark.rules, key=_rule_order)
    numbers = _numbered(automaton.states, automaton.start_state)
    places = {rule: place for place, rule in enumerate(rules)}
    symbols: _Numbering[str] = _Numbering()
    rows: _Numbering[tuple[tuple[int, int], ...]] = _Numbering()
    states = []
    for state in numbers:
        actions = defaultdict(list)
        for symbol, (action, target) in sorted(automaton.states[state].items()):
            actions[numbers[target] if action is Shift else ~places[target]].append(symbol)
        row = tuple((number, symbols.of(" ".join(asking))) for number, asking in actions.items())
        states.append(rows.of(row))
    return {
        "grammar": fingerprint(grammar),
        "start": numbers[automaton.start_state],
        "end": numbers[automaton.end_state],
        "terminals": [
            [each.name, each.priority, not isinstance(each.pattern, PatternStr), _text(each.pattern)]
            for each in lark.terminals
        ],
        "rules": [_rule(rule) for rule in rules],
        "symbols": list(symbols),
        "rows": [[list(pair) for pair in row] for row in rows],
        "states": states,
    }


_Thing = TypeVar("_Thing", bound=Hashable)


class _Numbering(dict[_Thing, int]):
    """Things with a number for each, in the order in which they were first asked for."""

    def of(self, thing: _Thing) -> int:
        return self.setdefault(thing, len(self))


def _numbered(states: _States, start: int) -> dict[int, int]:
    """A number for each state that can be reached, by the shortest and then the first way to it: Lark's own may change."""
    numbers = {start: 0}
    queue = [start]
    for state in queue:
        for _, (action, target) in sorted(states[state].items(), key=lambda entry: entry[0]):
            if action is Shift and target not in numbers:
                numbers[target] = len(numbers)
                queue.append(target)
    return numbers


def _rule_order(rule: LarkRule) -> tuple[str, list[str]]:
    return rule.origin.name, [symbol.name for symbol in rule.expansion]


def _rule(rule: LarkRule) -> list[Any]:
    origin, lists = rule.origin.name, rule.origin.name.startswith("_")
    spread = [at for at, symbol in enumerate(rule.expansion) if not symbol.is_term and symbol.name.startswith("_")]
    single = rule.options.expand1 and not rule.alias
    return [origin, len(rule.expansion), "" if lists else rule.alias or origin, spread, single]


def _text(pattern: Pattern) -> str:
    return pattern.value if isinstance(pattern, PatternStr) else pattern.to_regexp()
