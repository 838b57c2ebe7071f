"""What rules look for in prose: asked of each text once, for all rules together, and remembered.

A text has nothing of nearly all that rules look for. So a search says by which signs it may have: where none of them is, it
is not asked. And what all searches find in a text is remembered as one thing, without what is not found: a text that comes
again costs one look, however many rules there are, and a rule that has nothing to say costs none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from giar_lark.memo import remembered
from giar_lark.model.flow import Flow
from giar_lark.model.organ import read_organ
from giar_lark.model.passage import Passage
from giar_lark.model.report import Report
from giar_lark.model.stretch import Stretch

_Prose = TypeVar("_Prose", Passage, Flow)
_Hit = TypeVar("_Hit")
# of a text, and of the organ that reports if it is `sought_by_organ`; it has to follow from these alone
Search = Callable[..., Sequence[_Hit]]


class Searches(Generic[_Prose]):
    """The searches of all rules in prose of one kind. A function becomes one of them by its decorator."""

    def __init__(self) -> None:
        """No search yet: rules bring theirs when they are imported."""
        self._all: list[tuple[re.Pattern[str] | None, Search[Any]]] = []
        self._known = remembered(self._found_in)

    def __call__(self, *signs: re.Pattern[str]) -> Callable[[Search[_Hit]], Search[_Hit]]:
        """The decorator of a search that finds nothing in a text without any of some signs; of one that has no signs without them."""

        def added(search: Search[_Hit]) -> Search[_Hit]:
            self._all += [(sign, search) for sign in signs or (None,)]
            return search

        return added

    def through(self, prose: Iterable[_Prose], *organ: str) -> Found[_Prose]:
        """What all searches find in some prose; the name of the organ that reports is given if they ask for it."""
        found: Found[_Prose] = Found()
        for part in prose:
            for search, hits in self._known(part.text, *organ):
                found.add(search, part, hits)
        return found

    def _found_in(self, text: str, *organ: str) -> tuple[tuple[Search[Any], Sequence[Any]], ...]:
        about = (text, *map(read_organ, organ))
        found: dict[Search[Any], Sequence[Any]] = {}
        for sign, search in self._all:
            if (sign is None or sign.search(text)) and search not in found:
                found[search] = search(*about)
        return tuple([(search, hits) for search, hits in found.items() if hits])


class Found(Generic[_Prose]):
    """What was found in the prose of a report, by the search that found it."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._by_search: dict[Search[Any], list[tuple[_Prose, Any]]] = {}

    @property
    def searches(self) -> Iterable[Search[Any]]:
        """The searches that have found anything."""
        return self._by_search.keys()

    def add(self, search: Search[Any], part: _Prose, hits: Sequence[Any]) -> None:
        """Add what a search has found in a part of the prose."""
        self._by_search.setdefault(search, []).append((part, hits))

    def by(self, search: Search[_Hit]) -> Sequence[tuple[_Prose, Sequence[_Hit]]]:
        """The parts of the prose in which a search has found anything, in order, each with all that it has found there."""
        return self._by_search.get(search, ())


# of the prose of a section, wherever it stands
SectionSearch = Callable[[Stretch], object]
_SectionSearch = TypeVar("_SectionSearch", bound=SectionSearch)
_in_sections: list[tuple[tuple[str, ...], SectionSearch]] = []


def sought_in_sections(*keys: str) -> Callable[[_SectionSearch], _SectionSearch]:
    """The decorator of a search in the prose of some sections, or of all. A section that stands twice is none of the format."""

    def added(search: _SectionSearch) -> _SectionSearch:
        _in_sections.append((keys, search))
        return search

    return added


def found_in_sections(report: Report) -> Iterator[SectionSearch]:
    """The searches in the prose of sections that find anything."""
    for section in report.sections:
        answers = section.prose.stretch.answers
        for keys, search in _in_sections:
            if (not keys or section.key in keys) and answers[search]:
                yield search


sought_in_passages = Searches[Passage]()
sought_in_flows = Searches[Flow]()
sought_in_names = Searches[Flow]()
sought_by_organ = Searches[Passage]()
