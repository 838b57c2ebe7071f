"""Offsets in a text as a browser counts them: in UTF-16, where a character beyond U+FFFF is two."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass

_ASTRAL = lazy_pattern(r"[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Units:
    """Code points to units of UTF-16 and back, for one text; `astral` has the offsets of its characters of two units."""

    astral: tuple[int, ...]

    def units(self, offset: int) -> int:
        """How many units stand in front of a character."""
        return offset + bisect_left(self.astral, offset)

    def offset(self, units: int) -> int:
        """The character that begins behind some units; one in whose middle they end counts as behind them."""
        doubled = [at + number for number, at in enumerate(self.astral)]
        return units - bisect_right(doubled, units - 1)


def units_of(text: str) -> Units:
    """The measure of a text."""
    return Units(() if text.isascii() else tuple(match.start() for match in _ASTRAL.finditer(text)))
