"""Where a text quotes: titles in 《》, words in “”. What stands there is another's."""

from __future__ import annotations

_PAIRS = {"《": "》", "〈": "〉", "“": "”", "「": "」"}
_STOPS = "。；！？"
# what is quoted is no longer than this, and of a longer sentence only so much on either side is looked at
_QUOTED_CHARS = 120
_SENTENCE_CHARS = 300


def is_quoted(text: str, at: int) -> bool:
    """Whether a place lies between quotation or title marks that are opened before it and not yet closed."""
    begin = max(at - _QUOTED_CHARS, 0)
    return any(text.rfind(left, begin, at) > text.rfind(right, begin, at) for left, right in _PAIRS.items())


def sentence_at(text: str, at: int) -> str:
    """The sentence around a place, without its stop."""
    start, end = sentence_bounds(text, at)
    return text[start:end]


def sentence_bounds(text: str, at: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends."""
    begin, limit = max(at - _SENTENCE_CHARS, 0), min(at + _SENTENCE_CHARS, len(text))
    start = max(text.rfind(stop, begin, at) for stop in _STOPS) + 1
    ends = [end for stop in _STOPS if (end := text.find(stop, at, limit)) >= 0]
    return max(start, begin), min(ends, default=limit)
