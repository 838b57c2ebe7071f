"""This parser over the whole corpus: every case as its truth says, or as the ledger of known failures does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from giar_lark.conformance.adapter import own_adapter
from giar_lark.conformance.explain import explain
from giar_lark.conformance.ledger import read_ledger
from giar_lark.conformance.run import BAD, Result, run
from giar_lark.conformance.score import Kind
from giar_lark.conformance.suite import read_suite
from giar_lark.conformance.totals import total

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def results() -> list[Result]:
    """The results of all cases."""
    ledger = read_ledger(CORPUS / "expected-failures" / "giar-lark.toml")
    return run(read_suite(CORPUS).cases, own_adapter(), ledger, jobs=os.cpu_count() or 1, timeout=60)


def test_no_case_fails_that_is_not_known_to_fail(results: list[Result]) -> None:
    assert {r.case.name: [r.status.value, *explain(r, "en")] for r in results if r.status in BAD} == {}


def test_no_cell_of_any_text_is_silently_wrong(results: list[Result]) -> None:
    silent = {r.case.name: [m.key for m in r.score.misses if m.kind is Kind.SILENT] for r in results}
    assert {name: keys for name, keys in silent.items() if keys} == {}
    assert total("", results).cells > 300_000


@pytest.mark.parametrize("tier", ["tier A", "tier B"])
def test_what_can_be_read_of_the_output_of_converters_is_read(results: list[Result], tier: str) -> None:
    share = total(tier, [r for r in results if r.case.family == tier]).share
    assert share is not None
    assert share > 0.995


def test_the_suite_is_as_large_and_as_various_as_it_says(results: list[Result]) -> None:
    """In reports, organ classes, years and templates; twenty converters and more."""
    own = [r.case for r in results if r.case.name.startswith("reports/")]
    assert len({case.path.parent for case in own}) >= 60
    assert {case.template for case in own} == {"2021", "2019", "hybrid"}
    assert {case.metadata["year"] for case in own} == set(range(2019, 2026))
    assert {case.metadata["organ_class"] for case in own} == {
        "state_council_department",
        "province",
        "prefecture",
        "county",
        "township",
        "subdistrict",
        "department",
        "zone_committee",
        "authorised_body",
    }
    assert len({case.layout.partition(".")[2] for case in own if case.converter}) >= 20
