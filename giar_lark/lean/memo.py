"""Answers about a text, kept while the text may come again: reports share sentences, and an editor asks about one again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from itertools import islice
from typing import Any, Generic, TypeVar, TypeVarTuple, cast

_Rest = TypeVarTuple("_Rest")
_Part = TypeVar("_Part", bound=str | bytes)
_About = TypeVar("_About")
_Answer = TypeVar("_Answer")

# how many answers of one function are kept, and about how long a text: what is kept has a bound, whatever is read. Half of them
# are about texts that have come again: most never do, and must not drive out those that do.
_MOST = 512
_LONGEST_CHARS = 4_000
# the same for lines, fields and words, of which a table has hundreds
_MOST_PARTS = 20_000
_LONGEST_PART_CHARS = 200


def remembered(ask: Callable[[str, *_Rest], _Answer]) -> Callable[[str, *_Rest], _Answer]:
    """A function of a text, and of what else it is given, that keeps its latest answers.

    An answer has to follow from the arguments alone, and to be such that nobody can change it. What is given is given by place.
    """
    kept = (_AboutText if ask.__code__.co_argcount == 1 else _AboutMore)(ask, _MOST, _LONGEST_CHARS)
    update_wrapper(cast("Callable[..., _Answer]", kept), ask)
    return cast("Callable[[str, *_Rest], _Answer]", kept)


def remembered_parts(ask: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """A function of a part of a text (a line, a field, a word) that keeps its latest answers about short ones, and many of them.

    It is the look into the dictionary itself, for hundreds of parts are asked about at once.
    """
    return _AboutText(ask, _MOST_PARTS, _LONGEST_PART_CHARS).__getitem__


def remembered_short(ask: Callable[[_Part], _Answer], most_chars: int) -> Callable[[_Part], _Answer]:
    """A function of a part of a text that keeps its answers about all of so few characters, for there are not many of them.

    Of the longer ones it keeps the first. It is the look into the dictionary itself, too.
    """
    return _AboutShort(ask, most_chars).__getitem__


class _Answers(dict[Any, Any]):
    """The answers about what has been asked again; those that were given once are beside them until then."""

    def __init__(self, ask: Callable[..., object], most: int, longest_chars: int) -> None:
        self._ask, self._most, self._longest_chars = ask, most // 2, longest_chars
        self._once: dict[Any, Any] = {}

    def _answer(self, text: str, given: object, rest: tuple[Any, ...] = ()) -> object:
        """The answer to what is not among those that were asked again."""
        answer = self._once.pop(given, _UNKNOWN)
        if answer is not _UNKNOWN:
            _keep(self, given, answer, self._most)
            return answer
        answer = self._ask(text, *rest)
        if len(text) <= self._longest_chars:
            _keep(self._once, given, answer, self._most)
        return answer


class _AboutText(_Answers):
    """The answers about each text alone. An answer that is known is a look into a dictionary, and no step of the program."""

    __call__ = dict.__getitem__

    def __missing__(self, text: str) -> object:
        return self._answer(text, text)


class _AboutShort(dict[_Part, _Answer], Generic[_Part, _Answer]):
    """The answers about each short part. Those that are longer seldom come again: none is forgotten for another."""

    def __init__(self, ask: Callable[[_Part], _Answer], most_chars: int) -> None:
        self._ask, self._most_chars = ask, most_chars

    def __missing__(self, part: _Part) -> _Answer:
        answer = self._ask(part)
        if len(part) <= self._most_chars or (len(part) <= _LONGEST_PART_CHARS and len(self) < _MOST_PARTS):
            self[part] = answer
        return answer


class _AboutMore(_Answers):
    """The answers about each text and what else was given."""

    def __call__(self, *given: object) -> object:
        return self[given]

    def __missing__(self, given: tuple[Any, ...]) -> object:
        return self._answer(given[0], given, given[1:])


# what is kept in the place of no answer, for None may be one
_UNKNOWN = object()


class Answers(dict[Callable[[_About], _Answer], _Answer], Generic[_About, _Answer]):
    """The answers to questions about one thing: one that is known is a look into a dictionary."""

    def __init__(self, about: _About) -> None:
        """None yet."""
        self._about = about

    def __missing__(self, question: Callable[[_About], _Answer]) -> _Answer:
        answer = self[question] = question(self._about)
        return answer


def _keep(answers: dict[Any, Any], given: object, answer: object, most: int) -> None:
    """Keep one more answer; where there are as many as may be, the older half is forgotten."""
    if len(answers) >= most:
        for old in list(islice(answers, most // 2)):
            answers.pop(old, None)
    answers[given] = answer
