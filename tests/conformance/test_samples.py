"""Samples from outside the project, in each of the three forms that they come in."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from giar_lark.conformance.case import Case, CellTruth, Expected
from giar_lark.conformance.shapes import SuiteError
from giar_lark.conformance.suite import read_suite
from giar_lark.official.templates import cell_keys


def given(*numbers: str) -> CellTruth:
    return CellTruth(tuple(map(Decimal, numbers)), ("given",))


def write_json(path: Path, value: object) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def test_samples_are_named_after_their_folder_and_are_not_ours(tmp_path: Path) -> None:
    folder = tmp_path / "twins"
    write_json(folder / "a.json", {"t3.granted.total": 1})
    (folder / "a.txt").touch()
    suite = read_suite(folder)
    assert (suite.name, suite.version, suite.adapters, suite.native) == ("twins", "", (), False)


# ---------------------------------------------------------------- twins


def test_twin_is_a_text_and_its_numbers(tmp_path: Path) -> None:
    write_json(tmp_path / "b.json", {"t3.granted.total": 10, "t3.granted.natural_person": None})
    fee = "t2.administrative_fees.amount_10k_yuan"
    write_json(tmp_path / "a.json", {**dict.fromkeys(cell_keys("2021"), 0), fee: 2.5})
    for name in ("a.txt", "b.txt", "without-numbers.txt"):
        (tmp_path / name).touch()
    whole, part = read_suite(tmp_path).cases
    assert (whole.name, whole.template, len(whole.cells or {})) == ("a", "2021", 200)
    assert (whole.cells or {})[fee] == given("2.5")
    assert part == Case(
        name="b",
        path=tmp_path / "b.txt",
        description="fresh numbers in every cell",
        template="hybrid",
        layout="-",
        cells={"t3.granted.total": given("10"), "t3.granted.natural_person": CellTruth((None,), ("blank",))},
    )


@pytest.mark.parametrize("text", ["[]", "{", '{"t3.granted.total": {}}', '{"t3.granted.total": "ten"}'])
def test_numbers_of_a_twin_that_are_none_are_told_by_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(SuiteError, match=r"a\.json: ."):
        read_suite(tmp_path)


# ---------------------------------------------------------------- converters

TRUTH = {
    "cells": {
        "t3.granted.total": {"value": "1,010", "status": "number", "accept": [1011]},
        "t3.granted.natural_person": {"value": None, "status": "blank"},
        "t4.reconsideration.total": {"value": None, "status": "dash"},
    }
}
CELLS = {
    "t3.granted.total": given("1010", "1011"),
    "t3.granted.natural_person": CellTruth((None,), ("blank",)),
    "t4.reconsideration.total": CellTruth((None,), ("na", "blank")),
}


def converted(folder: Path, tier: str, undecidable: list[str]) -> tuple[Case, ...]:
    """The cases of a manifest with one text."""
    entry = {
        "file": "town/pandoc.txt",
        "converter": "pandoc",
        "version": "3.1",
        "tier": tier,
        "undecidable": undecidable,
    }
    write_json(folder / "manifest.json", [entry])
    write_json(folder / "town" / "truth.json", TRUTH)
    return read_suite(folder).cases


def test_converted_text_has_the_truth_of_its_folder(tmp_path: Path) -> None:
    assert converted(tmp_path, "B", ["t3.granted.total"]) == (
        Case(
            name="town/pandoc",
            path=tmp_path / "town" / "pandoc.txt",
            description="town by pandoc",
            template="hybrid",
            layout="pandoc",
            family="tier B",
            converter="3.1",
            cells=CELLS,
            undecidable=frozenset({"t3.granted.total"}),
        ),
    )


def test_nothing_is_required_of_texts_whose_places_are_lost(tmp_path: Path) -> None:
    for tier in "CD":
        [case] = converted(tmp_path, tier, [])
        assert (case.status, case.undecidable) == ("optional", frozenset(CELLS))


@pytest.mark.parametrize("file", ["manifest.json", "a/truth.json"])
@pytest.mark.parametrize("text", ["{", '[{"file": 1}]', "1"])
def test_converted_sample_that_is_none_is_told_by_name(tmp_path: Path, file: str, text: str) -> None:
    entry = {"file": "a/x.txt", "converter": "x", "version": "1", "tier": "A", "undecidable": []}
    write_json(tmp_path / "manifest.json", [entry])
    write_json(tmp_path / "a" / "truth.json", TRUTH)
    assert len(read_suite(tmp_path).cases) == 1
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(SuiteError, match=file.replace(".", r"\.").replace("/", ".")):
        read_suite(tmp_path)


# ---------------------------------------------------------------- reviewed reports

REVIEW = """\
# What a reader found

| line | code | finding |
|---|---|---|
| 1 | XX-01 | above the first text, and no part of one |

## town.txt: a town, canonical form

| line | code | finding |
|---|---|---|
| 31 | T3-03 | the row does not add up |
| 12-14, 20 (twice) | T2-07, T3-05 | blanks |
| whole | ST-01 | a section is missing |

Prose about T3-01 is no finding.

## village.txt: a village

Nothing was found.
"""


def several(code: str, line: int | None, last_line: int | None = None) -> Expected:
    return Expected(code=code, several=True, line=line, last_line=last_line)


def test_reviewed_text_has_a_finding_for_each_code_and_place(tmp_path: Path) -> None:
    (tmp_path / "REVIEW.md").write_text(REVIEW, encoding="utf-8")
    town, village = read_suite(tmp_path).cases
    assert town == Case(
        name="town",
        path=tmp_path / "town.txt",
        description="a town, canonical form",
        template="-",
        layout="-",
        findings=(
            several("T3-03", 31),
            several("T2-07", 12, 14),
            several("T2-07", 20),
            several("T3-05", 12, 14),
            several("T3-05", 20),
            several("ST-01", None),
        ),
    )
    assert (village.name, village.description, village.findings) == ("village", "a village", ())
