"""Texts of a folder that are copies of each other, in clusters, in time that grows with their number and not its square.

A text is compared with few others: with the first texts of clusters that share parts of its sketch. The more reports have a
sentence, the less it weighs, and what many unlike texts share does not count at all: standard sentences of a county beside
one sentence of a town's own are no copy. Where everything is shared, nothing outweighs it, and the text is one all the same.

Texts are read when they are looked at, and no text stays in memory: of a sentence or a text that is counted, its digest does.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from hashlib import blake2b
from math import log

from giar_lark.batch.postings import Postings
from giar_lark.batch.reuse import best_alike, percent_alike
from giar_lark.batch.sketch import sketch_of
from giar_lark.records import dataclass

# a part of a sketch that so many clusters have is a standard sentence, and leads nowhere
_POSTINGS_MOST = 40
_SHARED_LEAST = 3
_CANDIDATES_MOST = 6
# a sentence that so many clusters have is one that everybody writes
_STANDARD_CLUSTERS = 5
_DIGEST_BYTES = 8

# the masked sentences of an owner's text
Texts = Callable[[int], Sequence[str]]


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
            for sentence in texts(owner):
                self._numbers.setdefault(_digest(sentence), len(self._numbers))
        self._in_texts = array("L", bytes(len(self._numbers) * array("L").itemsize))
        self._in_clusters = array("L", self._in_texts)

    def count(self, owners: Iterable[int], leaders: Collection[int]) -> None:
        """Go through all texts; those of leaders stand for clusters."""
        if not self._numbers:
            return
        for owner in owners:
            for digest in {_digest(sentence) for sentence in self._texts(owner)}:
                number = self._numbers.get(digest)
                if number is not None:
                    self._in_texts[number] += 1
                    self._in_clusters[number] += owner in leaders

    def own_chars(self, owner: int) -> int:
        """How many characters of a text stand in sentences that are not standard."""
        sentences = self._texts(owner)
        return sum(len(one) for one in sentences if self._in_clusters[self._number(one)] < _STANDARD_CLUSTERS)

    def percent(self, one: int, other: int) -> float:
        """How much of two texts is the same, sentence by sentence and weighed, in per cent."""
        mine, theirs = self._texts(one), self._texts(other)
        if mine == theirs:
            return 100
        shared = all_ = 0.0
        for here, there in ((mine, theirs), (theirs, mine)):
            known = set(there)
            for sentence in here:
                weight = len(sentence) * self._weight(sentence)
                all_ += weight
                shared += weight * (100 if sentence in known else best_alike(sentence, there))
        return shared / all_

    def _weight(self, sentence: str) -> float:
        """What a character of a sentence weighs, by the number of texts that have the sentence; 1 where it is in one only."""
        return 1 / (1 + log(self._in_texts[self._number(sentence)]))

    def _number(self, sentence: str) -> int:
        return self._numbers[_digest(sentence)]


class _Leaders:
    """Clusters as they grow, each known by the owner of its first text."""

    def __init__(self, texts: Texts, percent: int) -> None:
        self._texts, self._percent = texts, percent
        # of each cluster the first owner, and the others of those that have any
        self._first = array("L")
        self._others: dict[int, list[int]] = {}
        self._same: dict[int, int] = {}
        self._postings = Postings()

    @property
    def all(self) -> Collection[int]:
        """The first owners of all clusters."""
        return set(self._first)

    def grouped(self, owners: Iterable[int]) -> list[list[int]]:
        """Each owner in the first cluster that its text is like enough, else in one of its own; those of several owners."""
        for owner in owners:
            self._place(owner, "".join(self._texts(owner)))
        return [[self._first[number], *others] for number, others in sorted(self._others.items())]

    def _place(self, owner: int, text: str) -> None:
        digest = _digest(text)
        known = self._same.get(digest)
        if known is None:
            sketch = sketch_of(text)
            known = next((number for number in self._candidates(sketch) if self._is_like(text, number)), None)
            if known is None:
                self._same[digest] = self._begin(owner, sketch)
                return
            self._same[digest] = known
        self._others.setdefault(known, []).append(owner)

    def _candidates(self, sketch: Sequence[int]) -> list[int]:
        shared: Counter[int] = Counter()
        for part in sketch:
            clusters = list(self._postings.owners(part))
            if len(clusters) <= _POSTINGS_MOST:
                shared.update(clusters)
        likely = sorted((-count, number) for number, count in shared.items() if count >= _SHARED_LEAST)
        return [number for _, number in likely[:_CANDIDATES_MOST]]

    def _is_like(self, text: str, number: int) -> bool:
        return percent_alike(text, "".join(self._texts(self._first[number])), self._percent) >= self._percent

    def _begin(self, owner: int, sketch: Sequence[int]) -> int:
        number = len(self._first)
        self._first.append(owner)
        for part in sketch:
            # one more than leads anywhere tells that it leads nowhere
            if sum(1 for _ in self._postings.owners(part)) <= _POSTINGS_MOST:
                self._postings.add(part, number)
        return number


def _digest(text: str) -> int:
    """What stands for a text: that two have the same does not happen."""
    return int.from_bytes(blake2b(text.encode(errors="surrogatepass"), digest_size=_DIGEST_BYTES).digest())
