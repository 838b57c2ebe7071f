"""The pages of the rules: whole in both languages, and their examples true."""

from __future__ import annotations

import pytest
from rule_cases import tells

from giar_lark import Source, check
from giar_lark.manual import HEADS
from giar_lark.rules import RULES
from giar_lark.rules.example import right_source, wrong_source
from giar_lark.rules.page import manual_of
from giar_lark.rules.rule import Page

# the findings of an example are those of its rule alone, but for these
BESIDES = {
    "T3-04": {"T3-05"},  # what is blank is blank, whatever the reason
}
# the reading brings every row that it knows back to its place; what the parser says of others is tried in tests/parse
UNREACHED = {"SY-03"}
EXAMPLES = {page.RULE.code: page.RULE.example for page in RULES if page.RULE.example is not None}


def codes(source: Source, told: str = "") -> set[str]:
    """The codes of all findings; what tells of a rule without findings of its own counts as that rule's."""
    return {told if tells(finding, told) else finding.code for finding in check(source).findings}


@pytest.mark.parametrize("page", RULES, ids=lambda page: page.RULE.code)
def test_page_is_whole_in_both_languages(page: Page) -> None:
    manual = manual_of(page)
    assert all([*manual.summary, *manual.clause])
    assert [section.key for section in manual.sections] == list(HEADS)
    assert all(text for section in manual.sections for text in section.text)
    assert manual.title.zh.endswith("。") and manual.title.en.endswith(".")
    assert all(section.text.zh[-1] in "。）" and section.text.en[-1] in ".)" for section in manual.sections)
    assert not any("\u4e00" <= char <= "\u9fff" for char in manual.title.en[:1])


def test_every_rule_has_an_example_unless_it_needs_several_reports() -> None:
    assert {page.RULE.code for page in RULES} - set(EXAMPLES) == {
        page.RULE.code for page in RULES if hasattr(page, "check_batch")
    }


@pytest.mark.parametrize("code", EXAMPLES)
def test_wrong_example_gives_its_finding(code: str) -> None:
    found = codes(wrong_source(EXAMPLES[code]), code)
    if code in UNREACHED:
        assert code not in found != set()
    else:
        assert found - BESIDES.get(code, set()) == {code}


@pytest.mark.parametrize("code", EXAMPLES)
def test_right_example_gives_no_finding(code: str) -> None:
    assert codes(right_source(EXAMPLES[code])) == set()
