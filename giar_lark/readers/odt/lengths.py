"""Lengths with their units, as styles and frames have them."""

from __future__ import annotations

from giar_lark.lean.pattern import lazy_pattern

_LENGTH = lazy_pattern(r"(\d{1,6}(?:\.\d+)?)(cm|mm|in|pt|pc)")
_POINTS = {"cm": 72 / 2.54, "mm": 7.2 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0}


def points(said: str) -> float:
    """A length in points; 0 where none is said."""
    length = _LENGTH.fullmatch(said)
    return float(length[1]) * _POINTS[length[2]] if length else 0.0
