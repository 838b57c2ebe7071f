"""The pages of the rules: whole in both languages, and their examples true."""

from __future__ import annotations

import pytest
from rule_cases import tells

from giar_lark import Source, check_many
from giar_lark.manual import HEADS
from giar_lark.rules import RULES
from giar_lark.rules.batch_rule import needs_others
from giar_lark.rules.example import Example
from giar_lark.rules.example_report import other_source, right_source, wrong_source
from giar_lark.rules.page import manual_of
from giar_lark.rules.rule import Page, is_check

# the findings of an example are those of its rule alone, but for these
BESIDES = {
    "T3-04": {"T3-05"},  # what is blank is blank, whatever the reason
    "YR-06": {"YR-01", "YR-02"},  # last year's table again: what it carried forward and had in force is not continued
}
# the others are tried in tests/dismissals
EXAMPLES = {page.RULE.code: page.RULE.example for page in RULES if page.RULE.example.of_report}


def codes(example: Example, source: Source, told: str = "") -> set[str]:
    """The codes of all findings, in the other report of the example, too, where it has one.

    What tells of a rule without findings of its own counts as that rule's.
    """
    other = other_source(example)
    if other is not None:
        pytest.importorskip("rapidfuzz")
    found = check_many([source, *([other] if other else [])])
    return {told if tells(finding, told) else finding.code for checked in found for finding in checked.findings}


@pytest.mark.parametrize("page", RULES, ids=lambda page: page.RULE.code)
def test_page_is_whole_in_both_languages(page: Page) -> None:
    manual = manual_of(page)
    assert all([*manual.summary, *manual.clause])
    assert [section.key for section in manual.sections] == list(HEADS)
    assert all(text for section in manual.sections for text in section.text)
    assert manual.title.zh.endswith("。") and manual.title.en.endswith(".")
    assert all(section.text.zh[-1] in "。）" and section.text.en[-1] in ".)" for section in manual.sections)
    assert not any("\u4e00" <= char <= "\u9fff" for char in manual.title.en[:1])


def test_examples_of_rules_about_several_reports_have_another_report() -> None:
    assert {code for code, example in EXAMPLES.items() if example.beside is not None} == {
        page.RULE.code for page in RULES if needs_others(page) and not is_check(page)
    }


@pytest.mark.parametrize("code", EXAMPLES)
def test_wrong_example_gives_its_finding(code: str) -> None:
    found = codes(EXAMPLES[code], wrong_source(EXAMPLES[code]), code)
    assert found - BESIDES.get(code, set()) == {code}


@pytest.mark.parametrize("code", EXAMPLES)
def test_right_example_gives_no_finding(code: str) -> None:
    assert codes(EXAMPLES[code], right_source(EXAMPLES[code])) == set()
