"""Which words nobody sees on paper: those of the colour of their ground, and those too small to be read."""

from __future__ import annotations

from giar_lark.lean.pattern import lazy_pattern

# of 255; what is darker in one of its parts can be seen
_LIGHT = 0xF0
# in points; nothing as small as this is meant to be read
_TINY = 2.0
_SEEN, _LETTER = lazy_pattern(r"\S"), lazy_pattern(r"[^\W\d_]")
PAPER = "FFFFFF"


def is_like_paper(colour: str) -> bool:
    """Whether a colour, as six hexadecimal digits, is that of the paper or all but that."""
    try:
        return len(colour) == 6 and min(bytes.fromhex(colour)) >= _LIGHT
    except ValueError:
        return False


def is_lost(colour: str, ground: str) -> bool:
    """Whether words of a colour cannot be told from a ground, both as six hexadecimal digits; never, where they have none."""
    return (is_like_paper(colour) and is_like_paper(ground)) or (colour != "" and colour.upper() == ground.upper())


def is_tiny(points: float) -> bool:
    """Whether writing of a size is too small to be read."""
    return 0 < points <= _TINY


def is_figures(text: str) -> bool:
    """Whether a text is figures or marks and nothing else: words may stand on a ground that nobody knows of, such as a header's."""
    return _SEEN.search(text) is not None and _LETTER.search(text) is None
