"""Every rule about several reports against its cases: all rules run, and the whole list of findings is compared."""

from __future__ import annotations

import random

import pytest
from batch_cases import BatchCase, all_batch_cases, checked_in

from giar_lark import Checked, Config, Source, check_many
from giar_lark.rules import RELATING
from giar_lark.rules.batch_rule import BatchCheck


@pytest.fixture(autouse=True)
def _library(request: pytest.FixtureRequest) -> None:
    pytest.importorskip("rapidfuzz")


@pytest.mark.parametrize("case", all_batch_cases(), ids=str)
def test_case_gives_exactly_its_findings(case: BatchCase) -> None:
    found = list(zip(case.sources, checked_in(case), strict=True))
    assert [brief for pair in found for brief in _briefs(*pair)] == list(case.findings)
    assert case.fails == any(finding.code == case.code for _, one in found for finding in one.findings)


@pytest.mark.parametrize("case", all_batch_cases(), ids=str)
def test_order_of_reports_does_not_matter(case: BatchCase) -> None:
    shuffled = list(case.sources)
    random.Random(7).shuffle(shuffled)
    again = dict(
        zip((source.name for source in shuffled), check_many(shuffled, Config(options=case.options)), strict=True)
    )
    names = [source.name for source in case.sources]
    assert [again[name].findings for name in names] == [one.findings for one in checked_in(case)]


@pytest.mark.parametrize("case", all_batch_cases(), ids=str)
def test_ids_are_unique_within_a_report(case: BatchCase) -> None:
    for one in checked_in(case):
        ids = [finding.id for finding in one.findings]
        assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("case", all_batch_cases(), ids=str)
def test_places_elsewhere_are_real(case: BatchCase) -> None:
    sources = {source.name: source for source in case.sources}
    for finding in (finding for one in checked_in(case) for finding in one.findings):
        for related in finding.related:
            if related.elsewhere is not None:
                path, address = related.elsewhere
                assert sources[path].address(related.span.start) == address


@pytest.mark.parametrize("page", RELATING, ids=lambda page: page.RULE.code)
def test_rule_has_a_case_on_either_side(page: BatchCheck) -> None:
    cases = [case for case in all_batch_cases() if case.code == page.RULE.code]
    assert {case.fails for case in cases} == {True, False}
    alone = [len([f for one in checked_in(case) for f in one.findings]) == 1 for case in cases if case.fails]
    assert any(alone)


@pytest.mark.parametrize("case", [case for case in all_batch_cases() if case.fails], ids=str)
def test_one_report_alone_gives_no_finding_of_the_rule(case: BatchCase) -> None:
    for source in case.sources:
        (alone,) = check_many([source], Config(options=case.options))
        assert case.code not in {finding.code for finding in alone.findings}


def _briefs(source: Source, checked: Checked) -> list[str]:
    return [
        f"{source.name} {finding.code} {source.text[finding.span.start : finding.span.end]}".strip()
        for finding in checked.findings
    ]
