"""Text for XML: what no document of XML 1.0 may hold, not even escaped, is left out."""

from __future__ import annotations

from giar_lark.lean.pattern import lazy_pattern

# the production Char of XML 1.0, turned round: control characters, halves of surrogate pairs, two that are no characters
_FORBIDDEN = lazy_pattern(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """A text without the characters that XML forbids; all others stay, and have still to be escaped."""
    return _FORBIDDEN.sub("", text)
