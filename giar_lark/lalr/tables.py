"""The parse tables of a grammar: those that are shipped, unless the grammar has changed since they were written."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from giar_lark.lalr.grammars import fingerprint
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.resources import read_file


class Rule(NamedTuple):
    """A rule with one of its expansions.

    `origin` is its left side, `size` how many symbols are on the right. `name` is the method of the builder that makes its
    value, empty for a rule that only lists what its parent takes in. `spread` are the places of such lists among its
    children, and `single` says that an only child stands for itself.
    """

    origin: str
    size: int
    name: str
    spread: tuple[int, ...]
    single: bool


class Terminal(NamedTuple):
    """A terminal: its name, its priority, and its text or (`is_pattern`) its regular expression."""

    name: str
    priority: int
    is_pattern: bool
    text: str


class Tables(NamedTuple):
    """What the automaton does in each state at each symbol: a state to go to, or, as `~number`, a rule to reduce by.

    `due` has, by state, the number of the rule to reduce by whatever comes next.
    """

    rows: tuple[dict[str, int], ...]
    due: tuple[int | None, ...]
    start: int
    end: int
    rules: tuple[Rule, ...]
    terminals: tuple[Terminal, ...]


@cache
def tables_of(grammar: str) -> Tables:
    """The tables of `report` or `narrative`; computed by Lark where the shipped ones are of another text of the grammar."""
    record = shipped(grammar)
    if record["grammar"] != fingerprint(grammar):
        from giar_lark.lalr.compute import computed

        record = computed(grammar)
    symbols = [names.split(" ") for names in record["symbols"]]
    kinds = [{name: action for action, place in row for name in symbols[place]} for row in record["rows"]]
    due = [~row[0][0] if len(row) == 1 and row[0][0] < 0 else None for row in record["rows"]]
    return Tables(
        rows=tuple(kinds[number] for number in record["states"]),
        due=tuple(due[number] for number in record["states"]),
        start=record["start"],
        end=record["end"],
        rules=tuple(
            Rule(origin, size, name, tuple(spread), one) for origin, size, name, spread, one in record["rules"]
        ),
        terminals=tuple(Terminal(*terminal) for terminal in record["terminals"]),
    )


def shipped(grammar: str) -> dict[str, Any]:
    """The record that the package has of a grammar's tables; `tools/write_parse_tables.py` writes it."""
    record: dict[str, Any] = json.loads(read_file("data", f"{grammar}.tables.json"))
    return record
