"""Texts of a folder that are copies of each other, in clusters, in time that grows with their number and not its square.

A text is compared with few others: with the first texts of clusters that share parts of its sketch. The more reports have a
sentence, the less it weighs, and what many unlike texts share does not count at all: standard sentences of a county beside
one sentence of a town's own are no copy. Where everything is shared, nothing outweighs it, and the text is one all the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from giar_lark.batch.reuse import best_alike, percent_alike
from giar_lark.batch.sketch import sketch_of
from giar_lark.records import dataclass

# a part of a sketch that so many clusters have is a standard sentence, and leads nowhere
_POSTINGS_MOST = 40
_SHARED_LEAST = 3
_CANDIDATES_MOST = 6
# a sentence that so many clusters have is one that everybody writes
_STANDARD_CLUSTERS = 5


class Sample(NamedTuple):
    """A text to be compared: who it is of, as a number, and its masked sentences."""

    owner: int
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """When texts are copies: so much alike in per cent, and so many characters of their own shared."""

    percent: int
    own_chars: int


def clusters_of(samples: Iterable[Sample], terms: Terms) -> list[list[int]]:
    """The owners of texts that are copies of each other, cluster by cluster, in the order given; at least two each."""
    groups = _Leaders(terms.percent).grouped(samples)
    standard, weights = _standard_sentences(groups), _weights(groups)
    found = []
    for first, *others in groups:
        if others and _own_chars(first, standard) >= terms.own_chars:
            alike = [other.owner for other in others if _weighed(first, other, weights) >= terms.percent]
            found.append([first.owner, *alike])
    return [owners for owners in found if len(owners) > 1]


def _weights(groups: Iterable[Sequence[Sample]]) -> dict[str, float]:
    """What a character of a sentence weighs, by the number of texts that have the sentence; 1 where it is in one only."""
    seen: Counter[str] = Counter()
    for group in groups:
        for sample in group:
            seen.update(set(sample.sentences))
    return {sentence: 1 / (1 + log(count)) for sentence, count in seen.items()}


def _weighed(one: Sample, other: Sample, weights: Mapping[str, float]) -> float:
    """How much of two texts is the same, sentence by sentence and weighed, in per cent."""
    if one.sentences == other.sentences:
        return 100
    shared = all_ = 0.0
    for mine, theirs in ((one.sentences, other.sentences), (other.sentences, one.sentences)):
        known = set(theirs)
        for sentence in mine:
            weight = len(sentence) * weights[sentence]
            all_ += weight
            shared += weight * (100 if sentence in known else best_alike(sentence, theirs))
    return shared / all_


def _standard_sentences(groups: Sequence[Sequence[Sample]]) -> frozenset[str]:
    """The sentences that texts of many clusters contain."""
    seen: Counter[str] = Counter()
    for group in groups:
        seen.update(set(group[0].sentences))
    return frozenset(sentence for sentence, count in seen.items() if count >= _STANDARD_CLUSTERS)


def _own_chars(sample: Sample, standard: frozenset[str]) -> int:
    return sum(len(sentence) for sentence in sample.sentences if sentence not in standard)


class _Leaders:
    """Clusters as they grow, each known by its first text."""

    def __init__(self, percent: int) -> None:
        self.percent = percent
        self.groups: list[list[Sample]] = []
        self.texts: list[str] = []
        self.same: dict[str, int] = {}
        self.postings: dict[int, list[int]] = defaultdict(list)

    def grouped(self, samples: Iterable[Sample]) -> list[list[Sample]]:
        """Each sample in the first cluster that it is like enough, else in one of its own."""
        for sample in samples:
            self._place(sample, "".join(sample.sentences))
        return self.groups

    def _place(self, sample: Sample, text: str) -> None:
        known = self.same.get(text)
        if known is None:
            sketch = sketch_of(text)
            known = next((number for number in self._candidates(sketch) if self._is_like(text, number)), None)
            if known is None:
                known = self._new_group(text, sketch)
            self.same[text] = known
        self.groups[known].append(sample)

    def _candidates(self, sketch: Sequence[int]) -> list[int]:
        shared: Counter[int] = Counter()
        for part in sketch:
            clusters = self.postings.get(part, ())
            if len(clusters) <= _POSTINGS_MOST:
                shared.update(clusters)
        likely = sorted((-count, number) for number, count in shared.items() if count >= _SHARED_LEAST)
        return [number for _, number in likely[:_CANDIDATES_MOST]]

    def _is_like(self, text: str, number: int) -> bool:
        return percent_alike(text, self.texts[number], self.percent) >= self.percent

    def _new_group(self, text: str, sketch: Sequence[int]) -> int:
        number = len(self.groups)
        self.groups.append([])
        self.texts.append(text)
        for part in sketch:
            self.postings[part].append(number)
        return number
