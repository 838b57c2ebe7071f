"""What the official labels of a report are, for the few places where only that tells what a page cuts apart."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import vocabulary

_NO_LETTERS = lazy_pattern(r"[\W_]+")
_ORDINAL = lazy_pattern(r"\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|\d{1,2}\s*[.．、])\s*")


def is_label(text: str) -> bool:
    """Whether a text is a whole label."""
    return _letters(text) in _labels()


def is_head(text: str) -> bool:
    """Whether a text is the heading of a section or the caption of a block of table 2."""
    return _letters(text) in _heads()


def is_rest(text: str, rest: str) -> bool:
    """Whether a text is the rest of a label: with it the label is an official one, and by itself it is none."""
    return is_label(text + rest) and not is_label(rest)


@cache
def _labels() -> frozenset[str]:
    return _spelled(vocabulary())


@cache
def _heads() -> frozenset[str]:
    return _spelled([*(spec.terminal for spec in tables().sections), *(spec.caption for spec in tables().blocks)])


def _spelled(terminals: Iterable[str]) -> frozenset[str]:
    return frozenset(_letters(spelling) for terminal in terminals for spelling in vocabulary()[terminal])


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", _ORDINAL.sub("", text, count=1))
