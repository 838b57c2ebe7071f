"""The fixes of the rules: each before and after, and none against what every fix has to keep."""

from __future__ import annotations

from collections import Counter

import pytest
from rule_cases import Case, all_cases, findings_of

from fixing.keeping import broken_promise
from giar_lark import Source, check
from giar_lark.fixing.edits import edits_of
from giar_lark.fixing.rounds import fix, is_fixable

MENDED = [case for case in all_cases() if case.mended is not None]
SUGGESTED = [case for case in all_cases() if case.suggested is not None]
FIXABLE = [case for case in all_cases() if any(finding.fix for finding in findings_of(case))]


@pytest.mark.parametrize("case", MENDED, ids=str)
def test_fix_gives_the_text_that_is_wanted(case: Case) -> None:
    assert fix(case.source).source.text == case.mended


@pytest.mark.parametrize("case", SUGGESTED, ids=str)
def test_suggestion_gives_the_text_that_is_wanted(case: Case) -> None:
    assert fix(case.source, unsafe=True).source.text == case.suggested


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("case", FIXABLE, ids=str)
def test_every_fix_that_is_offered_is_kept(case: Case, unsafe: bool) -> None:
    done = fix(case.source, unsafe=unsafe)
    assert done.refused == ()
    assert broken_promise(case.source, done, unsafe=unsafe) is None


@pytest.mark.parametrize("case", FIXABLE, ids=str)
def test_edits_lie_apart_and_inside_the_text(case: Case) -> None:
    for finding in findings_of(case):
        at = 0
        for edit in sorted(edits_of(finding), key=lambda edit: edit.span):
            assert at <= edit.span.start <= edit.span.end <= len(case.source.text)
            assert case.source.text[slice(*edit.span)] != edit.text
            at = edit.span.end


def test_change_of_a_given_number_is_shown_and_never_applied() -> None:
    case = next(case for case in all_cases() if case.code == "T3-03" and any(f.fix for f in findings_of(case)))
    assert not any(is_fixable(finding, unsafe=True) for finding in findings_of(case) if finding.code == "T3-03")
    assert fix(case.source, unsafe=True).source.text == case.source.text
    shown = [finding.to_dict()["fix"] for finding in findings_of(case) if finding.fix]
    assert shown and all(isinstance(entry, dict) and entry["safe"] is False for entry in shown)


def test_only_what_is_selected_is_fixed() -> None:
    text = next(case for case in MENDED if case.code == "T2-09").source.text.replace("行政处罚\t46", "行政处罚\t46件")
    from giar_lark import Config

    done = fix(Source(text), Config(select=("T2-11",)))
    assert done.source.text == text.replace("46件", "46")
    assert done.checked.findings == ()
    assert Counter(finding.code for finding in check(done.source).findings) == {"T2-09": 1}
