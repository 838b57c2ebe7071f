"""Invisible marks that ride through a layout, so that the place of a cell or a phrase is known in the finished text.

A mark is a pair of private-use characters around a stretch. They have no width, and are taken out at the end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_FIRST, _LAST, _CLOSE = 0xE000, 0xF8FE, "\uf8ff"
_MARK = re.compile(f"[{chr(_FIRST)}-{_CLOSE}]")


class Unmarked(NamedTuple):
    """A finished text, and the half-open span of each mark in it; a mark that the layout left out has none."""

    text: str
    spans: Mapping[int, tuple[int, int]]


def marked(text: str, number: int) -> str:
    """A text inside the marks of a number."""
    if not 0 <= number <= _LAST - _FIRST:
        raise ValueError(f"there are marks for {_LAST - _FIRST + 1} places, not for number {number}")
    return f"{chr(_FIRST + number)}{text}{_CLOSE}"


def bare(text: str) -> str:
    """A text without its marks."""
    return _MARK.sub("", text)


def unmark(text: str) -> Unmarked:
    """A text without its marks, and where they stood. Marks may be nested."""
    parts: list[str] = []
    spans: dict[int, tuple[int, int]] = {}
    opened: list[tuple[int, int]] = []
    length = end = 0
    for found in _MARK.finditer(text):
        parts.append(text[end : found.start()])
        length += found.start() - end
        end = found.end()
        if found[0] != _CLOSE:
            opened.append((ord(found[0]) - _FIRST, length))
        elif opened:
            number, start = opened.pop()
            spans[number] = (start, length)
    return Unmarked("".join([*parts, text[end:]]), spans)
