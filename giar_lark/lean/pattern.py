"""Regular expressions that are compiled when first used: a command needs few of them, and they are most of its start."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import AnyStr, Generic, cast

from giar_lark.lean.compiled import compiled

_METHODS = ("finditer", "fullmatch", "match", "search", "split", "sub", "subn", "findall")


class _LazyPattern(Generic[AnyStr]):
    """Stands for a pattern. From the first use on it has the pattern's methods as its own, so that later ones cost nothing more."""

    def __init__(self, expression: AnyStr, flags: re.RegexFlag) -> None:
        self._expression: AnyStr = expression
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """What the pattern has by this name; asked only where there is nothing yet."""
        pattern = compiled(self._expression, int(self._flags))
        self.__dict__.update({method: getattr(pattern, method) for method in _METHODS})
        return getattr(pattern, name)


def lazy_pattern(expression: AnyStr, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[AnyStr]:
    """A pattern to use like a compiled one. What is wrong with its expression shows when it is used; a test uses them all."""
    return cast("re.Pattern[AnyStr]", _LazyPattern(expression, flags))


def matches_from(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """What `finditer` finds of a pattern that can only begin at some places, given in order; no other place is tried."""
    end = 0
    for start in starts:
        match = pattern.match(text, start) if start >= end else None
        if match is not None:
            yield match
            end = match.end()
