"""The characters that Chinese is written in: no space is meant between them, and no figure raised behind them is a power."""

from __future__ import annotations

_FIRST, _MARKS = "\u2e80", "“”‘’…—·"


def is_wide(char: str) -> bool:
    """Whether a character is one of them; no character is none."""
    return char >= _FIRST or (char != "" and char in _MARKS)
