"""Answers about a text, kept while the text may come again: reports share sentences, and an editor asks about one again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from typing import TypeVar, TypeVarTuple

_Rest = TypeVarTuple("_Rest")
_Answer = TypeVar("_Answer")

# how many answers of one function are kept, and about how long a text: what is kept has a bound, whatever is read
_MOST = 512
_LONGEST_CHARS = 4_000


def remembered(ask: Callable[[str, *_Rest], _Answer]) -> Callable[[str, *_Rest], _Answer]:
    """A function of a text that keeps its latest answers.

    An answer has to follow from the arguments alone, and to be such that nobody can change it.
    """
    kept: Callable[..., _Answer] = lru_cache(maxsize=_MOST)(ask)

    def answer(text: str, *rest: *_Rest) -> _Answer:
        return ask(text, *rest) if len(text) > _LONGEST_CHARS else kept(text, *rest)

    update_wrapper(answer, ask)
    return answer
