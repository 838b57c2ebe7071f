"""What rules look for in prose: asked of each text once, for all rules together, and remembered.

A text has nothing of nearly all that rules look for. So a search says by which signs it may have: where none of them is, it
is not asked. And what all searches find in a text is remembered as one thing, without what is not found: a text that comes
again costs one look, however many rules there are, and a rule that has nothing to say costs none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from giar_lark.findings import Finding
from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.model.flow import Flow
from giar_lark.model.organ import read_organ
from giar_lark.model.stretch import Stretch
from giar_lark.rules.options import Options

_Hit = TypeVar("_Hit")
# of a text, and of the organ that reports if it is `sought_by_organ`; it has to follow from these alone
Search = Callable[..., Sequence[_Hit]]
# what each search finds in a text, without those that find nothing
Finds = Mapping[Search[Any], Sequence[Any]]
# the same in the passages of some prose, each find with the number of its passage
FindsByPassage = Mapping[Search[Any], Sequence[tuple[int, Sequence[Any]]]]


class Searches:
    """The searches of all rules in prose of one kind. A function becomes one of them by its decorator."""

    def __init__(self) -> None:
        """No search yet: rules bring theirs when they are imported."""
        self._all: list[tuple[re.Pattern[str] | None, Search[Any]]] = []
        # what all searches find in a text; the name of the organ that reports is given behind it if they ask for it
        self.found_in: Callable[..., Finds] = remembered(self._found_in)

    def __call__(self, *signs: re.Pattern[str]) -> Callable[[Search[_Hit]], Search[_Hit]]:
        """The decorator of a search that finds nothing in a text without any of some signs; of one that has no signs without them."""

        def added(search: Search[_Hit]) -> Search[_Hit]:
            self._all += [(sign, search) for sign in signs or (None,)]
            return search

        return added

    def _found_in(self, text: str, *organ: str) -> Finds:
        about = (text, *map(read_organ, organ))
        found: dict[Search[Any], Sequence[Any]] = {}
        for sign, search in self._all:
            if (sign is None or sign.search(text)) and search not in found:
                found[search] = search(*about)
        return {search: hits for search, hits in found.items() if hits}


sought_in_passages = Searches()
sought_in_flows = Searches()
sought_in_names = Searches()
sought_by_organ = Searches()

# of the prose of a section, wherever it stands
SectionSearch = Callable[[Stretch], object]
_SectionSearch = TypeVar("_SectionSearch", bound=SectionSearch)
_in_sections: list[tuple[tuple[str, ...], SectionSearch]] = []


def sought_in_sections(*keys: str) -> Callable[[_SectionSearch], _SectionSearch]:
    """The decorator of a search in the prose of some sections, or of all, and above them.

    A section that stands twice is none of the format.
    """

    def added(search: _SectionSearch) -> _SectionSearch:
        _in_sections.append((keys, search))
        return search

    return added


class Terms(NamedTuple):
    """What the prose of a report is held to, whoever reports: the year that is reported on, and what the user has set."""

    year: int | None
    options: Options


# of the prose of a section, its key, and the terms
TermsSearch = Callable[[Stretch, str, Terms], object]
_TermsSearch = TypeVar("_TermsSearch", bound=TermsSearch)
_on_terms: list[TermsSearch] = []


def sought_on_terms(search: _TermsSearch) -> _TermsSearch:
    """The decorator of a search in prose that asks for the section and the terms, too; it only tells whether a rule is asked."""
    _on_terms.append(search)
    return search


def found_in_section(key: str, prose: Stretch, terms: Terms) -> list[SectionSearch | TermsSearch]:
    """The searches in the prose of sections, or on terms, that find anything in a section of a report."""
    asked = [search for keys, search in _in_sections if not keys or key in keys]
    in_section = [search for search in asked if prose.answers[search]]
    return [*in_section, *[search for search in _on_terms if search(prose, key, terms)]]


def found_in_flow(prose: Stretch) -> Finds:
    """What is `sought_in_flows` and is in some prose."""
    return sought_in_flows.found_in(prose.flow.text) if prose.passages else {}


# a flow, and what was found in it, to what a rule has to tell of that
Tell = Callable[[Flow, Sequence[_Hit]], Iterable[Finding]]


@lru_cache(maxsize=512)
def told_in_flow(search: Search[_Hit], tell: Tell[_Hit], section: str) -> Callable[[Stretch], tuple[Finding, ...]]:
    """The question what is told of what a search finds in the prose of a section, at places within the prose."""
    return lambda prose: tuple(tell(prose.flow.moved(section, 0), prose.answers[found_in_flow][search]))


def found_in_passages(prose: Stretch) -> FindsByPassage:
    """What is `sought_in_passages` and is in some prose."""
    return _by_search(map(sought_in_passages.found_in, [passage.text for passage in prose.passages]))


@lru_cache(maxsize=512)
def found_by_organ(prose: Stretch, organ: str) -> FindsByPassage:
    """What is `sought_by_organ` and is in some prose of the organ of a name."""
    return _by_search([sought_by_organ.found_in(passage.text, organ) for passage in prose.passages])


def _by_search(finds: Iterable[Finds]) -> FindsByPassage:
    found: dict[Search[Any], list[tuple[int, Sequence[Any]]]] = {}
    for number, own in enumerate(finds):
        for search, hits in own.items():
            found.setdefault(search, []).append((number, hits))
    return found
