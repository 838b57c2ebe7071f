"""The productions of a Lark grammar as they are written, read with the grammar that Lark has of its own notation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TypeAlias

from lark import Lark, Token, Tree

from giar_lark.lean.records import dataclass
from giar_lark.lean.resources import read_grammar


@dataclass(frozen=True, slots=True)
class Name:
    """A rule or a terminal."""

    name: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """One thing after another."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """A thing that comes at least `least` times (0 or 1), and at most `most` times; None is as often as one likes."""

    item: Node
    least: int
    most: int | None


Node: TypeAlias = Name | Sequence | Choice | Repeated

_TIMES = {"?": (0, 1), "*": (0, None), "+": (1, None)}
_NOTHING = Sequence(())


@cache
def productions() -> Mapping[str, Node]:
    """Each rule of `report.lark`, and each terminal that is made of others, by name, in the order of the file."""
    tree = _notation().parse(read_grammar("report.lark"))
    found: dict[str, Node] = {}
    for item in tree.children:
        if isinstance(item, Tree) and item.data in ("rule", "token"):
            node = _node(item.children[-1])
            if item.data == "rule" or node not in (_NOTHING, Choice(())):
                found[str(item.children[0]).lstrip("?!")] = node
    return found


@cache
def _notation() -> Lark:
    return Lark.open_from_package("lark", "lark.lark", ("grammars",), parser="lalr")


def _node(tree: object) -> Node:
    """What a part of a production says; patterns and strings say nothing here."""
    if not isinstance(tree, Tree):
        return _NOTHING
    parts = [_node(child) for child in tree.children if isinstance(child, Tree)]
    match tree.data:
        case "name":
            return Name(str(tree.children[0]))
        case "expr":
            return _times(parts[0], [str(t) for t in tree.children[1:] if isinstance(t, Token)])
        case "expansions":
            return Choice(tuple(part for part in parts if part != _NOTHING))
        case "expansion":
            return _sequence([part for part in parts if part != _NOTHING])
        case _:
            return parts[0] if parts else _NOTHING


def _sequence(parts: list[Node]) -> Node:
    return parts[0] if len(parts) == 1 else Sequence(tuple(parts))


def _times(node: Node, marks: list[str]) -> Node:
    """A node with what stands behind it: `?`, `*`, `+`, or `~3`."""
    if not marks or node == _NOTHING:
        return node
    least, most = _TIMES.get(marks[0], (0, 0))
    return Sequence((node,) * int(marks[0])) if marks[0].isdigit() else Repeated(node, least, most)
