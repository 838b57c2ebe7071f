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


def remembered(ask: Callable[[str, *_Rest], _Answer]) -> Callable[[str, *_Rest], _Answer]:
    """A function of a text, and of what else it is given, that keeps its latest answers.

    An answer has to follow from the arguments alone, and to be such that nobody can change it. What is given is given by place.
    """
    kept = _AboutText(ask) if ask.__code__.co_argcount == 1 else _AboutMore(ask)
    update_wrapper(cast("Callable[..., _Answer]", kept), ask)
    return cast("Callable[[str, *_Rest], _Answer]", kept)


class _AboutText(dict[Any, Any]):
    """The answers about each text alone. An answer that is known is a look into a dictionary, and no step of the program."""

    def __init__(self, ask: Callable[..., object]) -> None:
        self._ask = ask

    __call__ = dict.__getitem__

    def __missing__(self, text: str) -> object:
        answer = self._ask(text)
        if len(text) <= _LONGEST_CHARS:
            _keep(self, text, answer)
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
            _keep(self, given, answer)
        return answer


def _keep(answers: dict[Any, Any], given: object, answer: object) -> None:
    """Keep one more answer; where there are as many as may be, the older half is forgotten."""
    if len(answers) >= _MOST:
        for old in list(islice(answers, _MOST // 2)):
            answers.pop(old, None)
    answers[given] = answer
