"""What rules look for in prose: asked of each text once, for all rules together, and remembered.

A text has nothing of nearly all that rules look for. So what is found in it is remembered as one thing, without what is not
found: a text that comes again costs one look, however many rules there are, and a rule that has nothing to say costs none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from giar_lark.memo import remembered
from giar_lark.model.flow import Flow
from giar_lark.model.passage import Passage

_Prose = TypeVar("_Prose", Passage, Flow)
_Hit = TypeVar("_Hit")
# it has to follow from the text alone
Search = Callable[[str], Sequence[_Hit]]


class Searches(Generic[_Prose]):
    """The searches of all rules in prose of one kind. A function becomes one of them as its decorator."""

    def __init__(self) -> None:
        """No search yet: rules bring theirs when they are imported."""
        self._all: list[Search[Any]] = []

        @remembered
        def found_in(text: str) -> tuple[tuple[Search[Any], Sequence[Any]], ...]:
            return tuple([(search, hits) for search in self._all if (hits := search(text))])

        self._found_in = found_in

    def __call__(self, search: Search[_Hit]) -> Search[_Hit]:
        """The same function, which is asked of each text from now on."""
        self._all.append(search)
        return search

    def through(self, prose: Iterable[_Prose]) -> Found[_Prose]:
        """What all searches find in some prose."""
        found: Found[_Prose] = Found()
        for part in prose:
            for search, hits in self._found_in(part.text):
                found.add(search, part, hits)
        return found


class Found(Generic[_Prose]):
    """What was found in the prose of a report, by the search that found it."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._by_search: dict[Search[Any], list[tuple[_Prose, Any]]] = {}

    def add(self, search: Search[Any], part: _Prose, hits: Sequence[Any]) -> None:
        """Add what a search has found in a part of the prose."""
        self._by_search.setdefault(search, []).append((part, hits))

    def by(self, search: Search[_Hit]) -> Sequence[tuple[_Prose, Sequence[_Hit]]]:
        """The parts of the prose in which a search has found anything, in order, each with all that it has found there."""
        return self._by_search.get(search, ())


sought_in_passages = Searches[Passage]()
sought_in_flows = Searches[Flow]()
