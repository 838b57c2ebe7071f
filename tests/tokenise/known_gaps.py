"""Layouts that a test is known to fail for, each with its reason; a test that passes again must leave the list."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

import pytest

Name = TypeVar("Name", bound=Hashable)


def cases(names: Iterable[Name], gaps: Mapping[Name, str]) -> list[object]:
    """The parameters of a test, those with a known gap marked as expected to fail."""
    return [
        pytest.param(*_values(name), marks=pytest.mark.xfail(strict=True, reason=gaps[name])) if name in gaps else name
        for name in names
    ]


def _values(name: object) -> tuple[object, ...]:
    return name if isinstance(name, tuple) else (name,)
