"""The official names of provinces, prefectures and counties, read when they are first asked for.

A name that is not in the list is unknown, and never wrong by that alone: the list is of one day, and places are renamed.
"""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.resources import read_text


class Place(NamedTuple):
    """A division of the list: its name, its level, and the names above it from the narrowest to the widest."""

    name: str
    level: str
    above: tuple[str, ...]


# a level, and the names above
_Where: TypeAlias = tuple[str, tuple[str, ...]]


def places_named(name: str) -> tuple[Place, ...]:
    """The divisions of a name; several where a name is used more than once (鼓楼区), none if it is not in the list."""
    return tuple(Place(name, level, above) for level, above in _by_name().get(name, ()))


def level_of(name: str) -> str | None:
    """The level of a name, `province`, `prefecture` or `county`; None if it is not in the list. No name has two."""
    found = _by_name().get(name)
    return found[0][0] if found else None


def lengths_of_names(ending: str) -> tuple[int, ...]:
    """How long the names are that end with two characters, the longest first."""
    return _lengths().get(ending, ())


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for ending, length in sorted({(name[-2:], len(name)) for name in _by_name()}, reverse=True):
        found.setdefault(ending, []).append(length)
    return {ending: tuple(lengths) for ending, lengths in found.items()}


@cache
def _by_name() -> dict[str, list[_Where]]:
    """The places of the data file, whose shape is told in its head: as plain tuples, for a start reads three thousand of them."""
    found: dict[str, list[_Where]] = {}
    province = ""
    for line in read_text("data", "divisions.txt").splitlines():
        if line.startswith("#"):
            continue
        if not line.startswith(" "):
            province = line
            found.setdefault(line, []).append(("province", ()))
            continue
        prefecture, _, counties = line.strip().partition(":")
        if prefecture:
            found.setdefault(prefecture, []).append(("prefecture", (province,)))
        where = "county", (prefecture, province) if prefecture else (province,)
        for county in counties.split():
            found.setdefault(county, []).append(where)
    return found
