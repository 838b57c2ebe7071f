"""The pages of the rules: whole in both languages, and their examples true."""

from __future__ import annotations

import pytest
from rule_cases import SOUND, tells

from giar_lark import Source, check
from giar_lark.manual import HEADS
from giar_lark.rules import RULES
from giar_lark.rules.example import right_source, wrong_source
from giar_lark.rules.page import manual_of
from giar_lark.rules.rule import Example, Page

# the findings of an example are those of its rule alone, but for these
BESIDES: dict[str, set[str]] = {}
PAGES = [page for page in RULES if page.RULE.example is not None]


def example_of(page: Page) -> Example:
    """The example that every page has."""
    assert page.RULE.example is not None
    return page.RULE.example


def codes(source: Source, told: str = "") -> set[str]:
    """The codes of all findings; what tells of a rule without findings of its own counts as that rule's."""
    return {told if tells(finding, told) else finding.code for finding in check(source).findings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.RULE.code)
def test_page_is_whole_in_both_languages(page: Page) -> None:
    manual = manual_of(page)
    assert [section.key for section in manual.sections] == list(HEADS)
    assert all(text for section in manual.sections for text in section.text)
    assert manual.title.zh.endswith("。") and manual.title.en.endswith(".")
    assert all(section.text.zh[-1] in "。）" and section.text.en[-1] in ".)" for section in manual.sections)
    assert not any("\u4e00" <= char <= "\u9fff" for char in manual.title.en[:1])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.RULE.code)
def test_wrong_example_gives_its_finding(page: Page) -> None:
    example = example_of(page)
    found = codes(wrong_source(example, SOUND[example.template]), page.RULE.code)
    assert found - BESIDES.get(page.RULE.code, set()) == {page.RULE.code}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.RULE.code)
def test_right_example_gives_no_finding(page: Page) -> None:
    example = example_of(page)
    assert codes(right_source(example, SOUND[example.template])) == set()
