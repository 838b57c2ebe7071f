"""Sentences as the grammar has them: clauses, and the items of each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """A known word, an amount, or something in between: its group (the rule of the grammar), its terminal, its place.

    An amount covers the word for "about" in front of it, and `about` says that there is one. An aside has clauses.
    """

    group: str
    type: str
    start: int
    end: int
    about: bool = False
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """The items between two commas, and the separator in front of them (its terminal, empty for the first)."""

    items: tuple[Item, ...]
    separator: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The clauses up to a stop."""

    clauses: tuple[Clause, ...]
    start: int
    end: int
