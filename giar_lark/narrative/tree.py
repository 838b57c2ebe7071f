"""Sentences as the grammar has them: clauses, and the items of each. (Named tuples, because prose has a thousand.)"""

from __future__ import annotations

from giar_lark.lean.named_tuple import NamedTuple


class Item(NamedTuple):
    """A known word, an amount, or something in between: its group (the rule of the grammar), its terminal, its place.

    As the scanner makes it, it is a terminal: one that parts clauses has the group `separator`, and one that is no item by
    itself has none: a stop, a bracket, the word for "about" in front of an amount. That amount covers that word, and `about` says that there is one. An aside has clauses.
    """

    group: str
    type: str
    start: int
    end: int
    about: bool = False
    clauses: tuple[Clause, ...] = ()


class Clause(NamedTuple):
    """The items between two commas, and the separator in front of them (its terminal, empty for the first)."""

    items: tuple[Item, ...]
    separator: str = ""


class Sentence(NamedTuple):
    """The clauses up to a stop, and where that ends."""

    clauses: tuple[Clause, ...]
    end: int
