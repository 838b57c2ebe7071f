"""The official names of provinces, prefectures and counties, read when they are first asked for.

A name that is not in the list is unknown, and never wrong by that alone: the list is of one day, and places are renamed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from giar_lark.resources import read_text


class Place(NamedTuple):
    """A division of the list: its name, its level, and the names above it from the narrowest to the widest."""

    name: str
    level: str
    above: tuple[str, ...]


def places_named(name: str) -> tuple[Place, ...]:
    """The divisions of a name; several where a name is used more than once (鼓楼区), none if it is not in the list."""
    return _by_name().get(name, ())


def level_of(name: str) -> str | None:
    """The level of a name, `province`, `prefecture` or `county`; None if it is not in the list. No name has two."""
    found = places_named(name)
    return found[0].level if found else None


def lengths_of_names(ending: str) -> tuple[int, ...]:
    """How long the names are that end with two characters, the longest first."""
    return _lengths().get(ending, ())


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for name in _by_name():
        found.setdefault(name[-2:], set()).add(len(name))
    return {ending: tuple(sorted(lengths, reverse=True)) for ending, lengths in found.items()}


@cache
def _by_name() -> dict[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for place in _read():
        found[place.name] = (*found.get(place.name, ()), place)
    return found


def _read() -> Iterator[Place]:
    """The places of the data file; its shape is told in its head."""
    province = ""
    for line in read_text("data", "divisions.txt").splitlines():
        if line.startswith("#"):
            continue
        if not line.startswith(" "):
            province = line
            yield Place(line, "province", ())
            continue
        prefecture, _, counties = line.strip().partition(":")
        above = (prefecture, province) if prefecture else (province,)
        if prefecture:
            yield Place(prefecture, "prefecture", (province,))
        yield from (Place(county, "county", above) for county in counties.split())
