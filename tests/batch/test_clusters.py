"""Texts that are copies of each other, found among many."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

import pytest

from giar_lark.batch.clusters import Terms, clusters_of
from giar_lark.batch.traits import SKETCH_SIZE, Traits, sketch_of

pytest.importorskip("rapidfuzz")
TERMS = Terms(percent=90, own_chars=60)
_WORDS = [chr(code) for code in range(0x4E00, 0x4E00 + 2000)]


class Sample(NamedTuple):
    """A text to be compared: who it is of, as a number, and its masked sentences."""

    owner: int
    sentences: tuple[str, ...]


class InMemory(dict[int, tuple[str, ...]]):
    """Texts by their owners."""

    sentences = dict.__getitem__

    def traits(self, owner: int) -> Traits:
        return Traits.of(self[owner])


def clusters(samples: Sequence[Sample]) -> list[list[int]]:
    return clusters_of([sample.owner for sample in samples], InMemory(samples), TERMS)


def sentence(seed: int, chars: int = 40) -> str:
    dice = random.Random(seed)
    return "".join(dice.choice(_WORDS) for _ in range(chars))


def test_copies_among_unlike_texts_are_one_cluster() -> None:
    samples = [Sample(n, tuple(sentence(100 * n + k) for k in range(5))) for n in range(50)]
    copy = samples[7].sentences
    changed = (copy[0][:-3] + "改了字", *copy[1:])
    assert clusters([*samples, Sample(90, copy), Sample(91, changed)]) == [[7, 90, 91]]


def test_sentences_that_everybody_writes_are_no_copy() -> None:
    shared = tuple(sentence(k) for k in range(6))
    samples = [Sample(n, (*shared, sentence(1000 + n, 60))) for n in range(20)]
    assert clusters(samples) == []


def test_texts_alike_only_in_what_everybody_writes_are_no_copy() -> None:
    """Two reports that are all standard sentences are 100 per cent alike, and still nobody's copy."""
    shared = tuple(sentence(k) for k in range(6))
    others = [Sample(n, (*shared, sentence(1000 + n, 120))) for n in range(20)]
    assert clusters([*others, Sample(90, shared), Sample(91, shared)]) == []


def test_one_sentence_of_its_own_beside_standard_ones_is_no_copy() -> None:
    """Twelve towns with a county's four sentences, each with one on what it did, are 90 per cent alike by length."""
    shared = tuple(sentence(k, 60) for k in range(4))
    towns = [Sample(n, (*shared, sentence(1000 + n, 26))) for n in range(12)]
    assert clusters(towns) == []


def test_a_word_changed_in_each_sentence_is_a_copy() -> None:
    draft = tuple(sentence(k) for k in range(6))
    changed = tuple(text[:10] + "稍" + text[11:] for text in draft)
    assert clusters([Sample(1, draft), Sample(2, changed)]) == [[1, 2]]


def test_a_draft_in_every_town_is_one_cluster() -> None:
    """The draft is common only because it was copied; so common a text is a copy all the more."""
    draft = tuple(sentence(k) for k in range(5))
    assert clusters([Sample(n, draft) for n in range(200)]) == [list(range(200))]


def test_a_sketch_is_the_same_in_every_run() -> None:
    assert sketch_of("政府信息公开工作年度报告")[:2] == (188648914, 1344210154)
    assert len(sketch_of(sentence(1, 400))) == SKETCH_SIZE
    assert len(sketch_of("短")) == 1
