"""parglare: LR with its own scanner."""

from __future__ import annotations

from collections.abc import Callable

from parglare import Grammar, Parser
from rows import Row

from peers.words import Words


def make(words: Words) -> Callable[[str], list[Row]]:
    """The reader."""
    grammar = Grammar.from_string(rf"""
        document: line+;
        line: row | HEADING | VALUE | OTHER;
        row: LABEL VALUE VALUE VALUE VALUE VALUE VALUE VALUE;
        terminals
        LABEL: /{_escaped(words.label)}\n/ {{30}};
        HEADING: /{_escaped(words.heading)}\n/ {{20}};
        VALUE: /{words.value}\n/ {{20}};
        OTHER: /{words.other}\n/ {{5}};
    """)
    actions = {
        "row": lambda _, nodes: Row(nodes[0].rstrip(), tuple(node.rstrip() for node in nodes[1:])),
        "document": lambda _, nodes: [line for line in nodes[0] if isinstance(line, Row)],
    }
    parser = Parser(grammar, actions=actions, ws="", prefer_shifts=True)
    return lambda text: parser.parse(text)


def _escaped(pattern: str) -> str:
    return pattern.replace("/", r"\/")
