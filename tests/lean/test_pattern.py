"""Patterns that are compiled when they are used."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from typing import AnyStr

import pytest

import giar_lark
from giar_lark.lean.pattern import lazy_pattern, matches_from


def test_is_used_like_a_compiled_pattern() -> None:
    year = lazy_pattern(r"(?P<year>20\d\d)年", re.IGNORECASE)
    assert [match["year"] for match in year.finditer("2023年和2024年")] == ["2023", "2024"]
    assert year.sub("Y", "2023年") == "Y"
    assert year.match("2023") is None
    assert year.flags & re.IGNORECASE
    assert year.pattern == r"(?P<year>20\d\d)年"


def test_says_what_is_wrong_with_an_expression_when_it_is_used() -> None:
    wrong = lazy_pattern("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_every_pattern_of_the_program_compiles() -> None:
    assert {type(pattern.search(_nothing(pattern))).__name__ for pattern in _patterns()} <= {"Match", "NoneType"}


def _nothing(pattern: re.Pattern[AnyStr]) -> AnyStr:
    """An empty text, or no bytes."""
    return pattern.pattern[:0]


def _patterns() -> Iterator[re.Pattern[str]]:
    """All that stand in a module, alone or in a tuple."""
    kind = type(lazy_pattern(""))
    for module in pkgutil.walk_packages(giar_lark.__path__, "giar_lark."):
        if module.name.endswith("__main__"):
            continue
        for value in _values(module.name):
            yield from (each for each in (value if isinstance(value, tuple) else (value,)) if isinstance(each, kind))


def _values(name: str) -> Iterable[object]:
    """What stands in a module; nothing of one whose extra is not installed."""
    try:
        return vars(importlib.import_module(name)).values()
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("giar_lark"):
            raise
        return ()


def test_only_the_places_given_are_tried_and_no_match_begins_in_another() -> None:
    pattern = re.compile(r"\d+(?:年\d+)?")
    text = "2023年12月，第30号"
    found = [match[0] for match in matches_from(pattern, text, (0, 5, 6, 10))]
    assert found == ["2023年12", "30"]
    assert [match[0] for match in matches_from(pattern, text, (1, 5, 9))] == ["023年12"]
