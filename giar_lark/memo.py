"""Answers about a text, kept while the text may come again: reports share sentences, and an editor asks about one again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from itertools import islice
from typing import Any, TypeVar, TypeVarTuple, cast

_Rest = TypeVarTuple("_Rest")
_Answer = TypeVar("_Answer")

# how many answers of one function are kept, and about how long a text: what is kept has a bound, whatever is read
_MOST = 512
_LONGEST_CHARS = 4_000
# the same for lines, fields and words, of which a table has hundreds
_MOST_PARTS = 20_000
_LONGEST_PART_CHARS = 200


def remembered(ask: Callable[[str, *_Rest], _Answer]) -> Callable[[str, *_Rest], _Answer]:
    """A function of a text, and of what else it is given, that keeps its latest answers.

    An answer has to follow from the arguments alone, and to be such that nobody can change it. What is given is given by place.
    """
    kept = _AboutText(ask, _MOST, _LONGEST_CHARS) if ask.__code__.co_argcount == 1 else _AboutMore(ask)
    update_wrapper(cast("Callable[..., _Answer]", kept), ask)
    return cast("Callable[[str, *_Rest], _Answer]", kept)


def remembered_parts(ask: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """A function of a part of a text (a line, a field, a word) that keeps its latest answers about short ones, and many of them."""
    kept = _AboutText(ask, _MOST_PARTS, _LONGEST_PART_CHARS)
    update_wrapper(cast("Callable[..., _Answer]", kept), ask)
    return cast("Callable[[str], _Answer]", kept)


class _AboutText(dict[Any, Any]):
    """The answers about each text alone. An answer that is known is a look into a dictionary, and no step of the program."""

    def __init__(self, ask: Callable[..., object], most: int, longest_chars: int) -> None:
        self._ask, self._most, self._longest_chars = ask, most, longest_chars

    __call__ = dict.__getitem__

    def __missing__(self, text: str) -> object:
        answer = self._ask(text)
        if len(text) <= self._longest_chars:
            _keep(self, text, answer, self._most)
        return answer


class _AboutMore(dict[Any, Any]):
    """The answers about each text and what else was given."""

    def __init__(self, ask: Callable[..., object]) -> None:
        self._ask = ask

    def __call__(self, *given: object) -> object:
        return self[given]

    def __missing__(self, given: tuple[Any, ...]) -> object:
        answer = self._ask(*given)
        if len(given[0]) <= _LONGEST_CHARS:
            _keep(self, given, answer, _MOST)
        return answer


def _keep(answers: dict[Any, Any], given: object, answer: object, most: int) -> None:
    """Keep one more answer; where there are as many as may be, the older half is forgotten."""
    if len(answers) >= most:
        for old in list(islice(answers, most // 2)):
            answers.pop(old, None)
    answers[given] = answer
