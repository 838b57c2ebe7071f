"""What is kept of reports on disk is what was kept in memory."""

from __future__ import annotations

import pickle
from contextlib import closing

import pytest
from batch_cases import SAMPLES, written_report

from giar_lark import Source, parse
from giar_lark.batch.entry import Entry, entry_of
from giar_lark.batch.masking import COMPARED
from giar_lark.batch.postings import Postings
from giar_lark.batch.shelf import Shelf
from giar_lark.lean.spool import Spool


def entry(text: str) -> Entry:
    source = Source(text, "a")
    return entry_of("a", source, parse(source).report)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    towns = [
        written_report({"name": "", "organ": "青岚县苇塘口镇人民政府", "year": year, "cells": {}})
        for year in (2022, 2023)
    ]
    return [*towns, (SAMPLES / "sound_2021.txt").read_text("utf-8")]


def test_an_entry_on_disk_says_what_it_said_in_memory(texts: list[str]) -> None:
    pytest.importorskip("rapidfuzz")
    with closing(Spool()) as spool:
        shelf = Shelf(spool)
        given = [entry(text) for text in texts]
        # as it comes back from another process
        shelved = [shelf.take(pickle.loads(pickle.dumps(one)), f"{number}") for number, one in enumerate(given)]
        for one, kept in zip(given, shelved, strict=True):
            assert (kept.organ, kept.year, kept.template, kept.issued) == (
                one.organ, one.year, one.template, one.issued,
            )  # fmt: skip
            assert list(kept.figures.cells()) == list(one.figures.cells())
            assert (kept.prose, kept.locator) == (one.prose, one.locator)
            assert [kept.words(section) for section in COMPARED] == [one.words(section) for section in COMPARED]
            assert [kept.traits(section) for section in COMPARED] == [one.traits(section) for section in COMPARED]
        assert [kept.path for kept in shelved] == ["0", "1", "2"]


def test_what_reports_have_in_common_is_there_once(texts: list[str]) -> None:
    with closing(Spool()) as spool:
        shelf = Shelf(spool)
        one, other = (shelf.take(entry(text), "a") for text in texts[:2])
        assert one.organ is other.organ and one.figures.keys is other.figures.keys


def test_postings_give_every_owner_of_a_key_but_none_where_there_are_too_many() -> None:
    postings, expected = Postings(8), dict[int, list[int]]()
    for number in range(3000):
        key = (number % 97 if number % 3 else number) << 20
        postings.add(key, number)
        expected.setdefault(key, []).append(number)
    assert {len(owners) > 8 for owners in expected.values()} == {True, False}
    given = {key: sorted(postings.owners(key)) for key in expected}
    assert given == {key: owners if len(owners) <= 8 else [] for key, owners in expected.items()}
    assert list(postings.owners(12345)) == []
