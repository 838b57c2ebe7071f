"""Texts of a folder that are copies of each other, in clusters, in time that grows with their number and not its square.

A text is compared with few others: with the first texts of clusters that share parts of its sketch. The more reports have a
sentence, the less it weighs, and what many unlike texts share does not count at all: standard sentences of a county beside
one sentence of a town's own are no copy. Where everything is shared, nothing outweighs it, and the text is one all the same.

Nearly all of this is done by the traits of texts, a few numbers each. A text is read where it may be another's, and stays nowhere.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from math import log
from typing import Protocol

from giar_lark.batch.postings import Postings
from giar_lark.batch.reuse import best_alike, may_be_alike, percent_alike
from giar_lark.batch.traits import Traits
from giar_lark.lean.records import dataclass

# a part of a sketch that so many clusters have is a standard sentence, and leads nowhere
_POSTINGS_MOST = 40
_SHARED_LEAST = 3
_CANDIDATES_MOST = 6
# a sentence that so many clusters have is one that everybody writes
_STANDARD_CLUSTERS = 5


class Texts(Protocol):
    """The texts of some owners, each known by a number."""

    def sentences(self, owner: int) -> Sequence[str]:
        """The masked sentences of a text."""
        ...

    def traits(self, owner: int) -> Traits:
        """What stands for it."""
        ...


@dataclass(frozen=True, slots=True)
class Terms:
    """When texts are copies: so much alike in per cent, and so many characters of their own shared."""

    percent: int
    own_chars: int


def clusters_of(owners: Sequence[int], texts: Texts, terms: Terms) -> list[list[int]]:
    """The owners of texts that are copies of each other, cluster by cluster, in the order given; at least two each."""
    leaders = _Leaders(texts, terms.percent)
    groups = leaders.grouped(owners)
    common = _Common(texts, (owner for group in groups for owner in group))
    common.count(owners, leaders.all)
    found = []
    for first, *others in groups:
        if common.own_chars(first) >= terms.own_chars:
            alike = [other for other in others if common.percent(first, other) >= terms.percent]
            found.append([first, *alike])
    return [owners for owners in found if len(owners) > 1]


class _Common:
    """How many texts, and how many clusters, have each of the sentences that matter: those of texts in clusters."""

    def __init__(self, texts: Texts, owners: Iterable[int]) -> None:
        self._texts = texts
        self._numbers: dict[int, int] = {}
        for owner in owners:
            for digest in texts.traits(owner).sentences:
                self._numbers.setdefault(digest, len(self._numbers))
        self._in_texts = array("I", bytes(len(self._numbers) * array("I").itemsize))
        self._in_clusters = array("I", self._in_texts)

    def count(self, owners: Iterable[int], leaders: Collection[int]) -> None:
        """Go through all texts; those of leaders stand for clusters."""
        if not self._numbers:
            return
        for owner in owners:
            for digest in set(self._texts.traits(owner).sentences):
                number = self._numbers.get(digest)
                if number is not None:
                    self._in_texts[number] += 1
                    self._in_clusters[number] += owner in leaders

    def own_chars(self, owner: int) -> int:
        """How many characters of a text stand in sentences that are not standard."""
        counted = zip(self._texts.sentences(owner), self._numbers_of(owner), strict=True)
        return sum(len(one) for one, number in counted if self._in_clusters[number] < _STANDARD_CLUSTERS)

    def percent(self, one: int, other: int) -> float:
        """How much of two texts is the same, sentence by sentence and weighed, in per cent."""
        if self._texts.traits(one).sentences == self._texts.traits(other).sentences:
            return 100
        shared = all_ = 0.0
        for here, there in ((one, other), (other, one)):
            theirs = self._texts.sentences(there)
            known = set(theirs)
            for sentence, number in zip(self._texts.sentences(here), self._numbers_of(here), strict=True):
                weight = len(sentence) * self._weight(number)
                all_ += weight
                shared += weight * (100 if sentence in known else best_alike(sentence, theirs))
        return shared / all_

    def _weight(self, number: int) -> float:
        """What a character of a sentence weighs, by the number of texts that have the sentence; 1 where it is in one only."""
        return 1 / (1 + log(self._in_texts[number]))

    def _numbers_of(self, owner: int) -> list[int]:
        return [self._numbers[digest] for digest in self._texts.traits(owner).sentences]


class _Leaders:
    """Clusters as they grow, each known by the owner of its first text."""

    def __init__(self, texts: Texts, percent: int) -> None:
        self._texts, self._percent = texts, percent
        # of each cluster the first owner and the length of its text, and the other owners of those that have any
        self._first, self._chars = array("I"), array("I")
        self._others: dict[int, list[int]] = {}
        self._same: dict[int, int] = {}
        self._postings = Postings(_POSTINGS_MOST)

    @property
    def all(self) -> Collection[int]:
        """The first owners of all clusters."""
        return set(self._first)

    def grouped(self, owners: Iterable[int]) -> list[list[int]]:
        """Each owner in the first cluster that its text is like enough, else in one of its own; those of several owners."""
        for owner in owners:
            self._place(owner, self._texts.traits(owner))
        return [[self._first[number], *others] for number, others in sorted(self._others.items())]

    def _place(self, owner: int, traits: Traits) -> None:
        known = self._same.get(traits.digest)
        if known is None:
            known = next((number for number in self._candidates(traits) if self._is_like(owner, number)), None)
            if known is None:
                self._same[traits.digest] = self._begin(owner, traits)
                return
            self._same[traits.digest] = known
        self._others.setdefault(known, []).append(owner)

    def _candidates(self, traits: Traits) -> list[int]:
        """The clusters that share most of a sketch, of those whose text has not quite another length."""
        shared = Counter(chain.from_iterable(map(self._postings.owners, traits.sketch)))
        likely = sorted((-count, number) for number, count in shared.items() if count >= _SHARED_LEAST)
        return [
            number
            for _, number in likely[:_CANDIDATES_MOST]
            if may_be_alike(traits.chars, self._chars[number], self._percent)
        ]

    def _is_like(self, owner: int, number: int) -> bool:
        mine, theirs = ("".join(self._texts.sentences(one)) for one in (owner, self._first[number]))
        return percent_alike(mine, theirs, self._percent) >= self._percent

    def _begin(self, owner: int, traits: Traits) -> int:
        number = len(self._first)
        self._first.append(owner)
        self._chars.append(traits.chars)
        for part in traits.sketch:
            self._postings.add(part, number)
        return number
