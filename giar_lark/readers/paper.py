"""Which colours nobody sees on white paper."""

from __future__ import annotations

# of 255; what is darker in one of its parts can be seen
_LIGHT = 0xF0


def is_like_paper(colour: str) -> bool:
    """Whether a colour, as six hexadecimal digits, is that of the paper or all but that."""
    try:
        return len(colour) == 6 and min(bytes.fromhex(colour)) >= _LIGHT
    except ValueError:
        return False
