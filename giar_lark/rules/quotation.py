"""Where a text quotes: titles in 《》, words in “”. What stands there is another's."""

from __future__ import annotations

_PAIRS = {"《": "》", "〈": "〉", "“": "”", "「": "」"}


def is_quoted(text: str, at: int) -> bool:
    """Whether a place lies between quotation or title marks that are opened before it and not yet closed."""
    return any(text.rfind(left, 0, at) > text.rfind(right, 0, at) for left, right in _PAIRS.items())


def sentence_at(text: str, at: int) -> str:
    """The sentence around a place, without its stop."""
    start = max(text.rfind(stop, 0, at) for stop in "。；！？") + 1
    ends = [end for stop in "。；！？" if (end := text.find(stop, at)) >= 0]
    return text[start : min(ends, default=len(text))]
