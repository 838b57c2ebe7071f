"""The catalogue: every rule is registered, documented, and has a case on either side."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

import pytest
from rule_cases import all_cases, findings_of, tells

from giar_lark import rules
from giar_lark.findings import Severity
from giar_lark.lang import Text
from giar_lark.manual import PLACES
from giar_lark.parse.explain import out_of_place
from giar_lark.rules import CHECKS, GATES_AFTER_READING, GATES_BEFORE_READING, RULES, find_rule
from giar_lark.rules.batch_rule import needs_others
from giar_lark.rules.rule import Page, is_check
from giar_lark.source.span import Span
from giar_lark.tokenise.notes import characters, labels, places, rows
from giar_lark.tokenise.token import Token

PREFIXES = list(PLACES)
# a file that cannot be read, a citizen's data and a file of the user's are none of the five faults; nor is a long text
FAULTLESS = ("RD", "PR", "CF")
NO_FAULT = {"ST-07"}
# T3-04: the blank half of the table is told as blank, too
NEVER_ALONE = {"T3-04"}


def is_told_elsewhere(page: Page) -> bool:
    """Whether a rule is about several reports only, or about none: its cases are in `tests/batch`, `tests/dismissals`."""
    return (needs_others(page) and not is_check(page)) or page.RULE.code.startswith("CF-")


def _rule_modules() -> list[ModuleType]:
    found = pkgutil.walk_packages(rules.__path__, f"{rules.__name__}.")
    modules = [importlib.import_module(entry.name) for entry in found if not entry.ispkg]
    return [module for module in modules if hasattr(module, "RULE")]


def test_every_rule_module_is_registered() -> None:
    assert {module.__name__ for module in _rule_modules()} == {page.__name__ for page in RULES}


def test_every_rule_about_one_report_is_looked_at_in_the_order_of_the_catalogue() -> None:
    gates = (*GATES_BEFORE_READING, *GATES_AFTER_READING)
    assert list(CHECKS) == [page for page in RULES if is_check(page) and page not in gates]


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [page.RULE.code for page in RULES]
    assert len(set(codes)) == len(codes)
    assert len({page.RULE.name for page in RULES}) == len(codes)
    assert codes == sorted(codes, key=lambda code: (PREFIXES.index(code[:2]), code))


@pytest.mark.parametrize("page", RULES, ids=lambda page: page.RULE.code)
def test_module_is_named_after_its_rule(page: Page) -> None:
    assert page.__name__.rpartition(".")[2] == page.RULE.name.replace("-", "_")


def test_every_rule_about_the_report_names_its_fault() -> None:
    without = {page.RULE.code for page in RULES if page.RULE.fault is None}
    assert {code for code in without if code[:2] not in FAULTLESS} == NO_FAULT


@pytest.mark.parametrize("page", RULES, ids=lambda page: page.RULE.code)
def test_rule_has_a_case_on_either_side(page: Page) -> None:
    if is_told_elsewhere(page):
        return
    assert {case.fails for case in all_cases() if case.code == page.RULE.code} == {True, False}


@pytest.mark.parametrize("page", RULES, ids=lambda page: page.RULE.code)
def test_rule_has_a_case_in_which_it_stands_alone(page: Page) -> None:
    code = page.RULE.code
    if code in NEVER_ALONE or is_told_elsewhere(page):
        return
    fails = [findings_of(case) for case in all_cases() if case.code == code and case.fails]
    assert any(all(tells(finding, code) for finding in found) for found in fails)


def test_every_check_runs_once() -> None:
    gates = {*GATES_BEFORE_READING, *GATES_AFTER_READING}
    assert {page for page in RULES if is_check(page)} == {*CHECKS, *gates}
    assert not gates & {*CHECKS}


def test_findings_of_the_reading_are_in_the_catalogue() -> None:
    span, what = Span(0, 1), Text("这一行", "the row")
    found = [
        places.lost_places(span, what, None, 2),
        places.inferred_row(span, what, "t3.granted", "6"),
        labels.misspelt_label(span, "GRANTED", "予以公布", "t3.granted"),
        rows.unknown_row(span, "t2", "其他", 1),
        rows.unknown_row(span, "t3", "其他", 1),
        rows.misplaced_row(span, "LICENSING", "t2.licensing", "ITEM_8", "ITEM_5"),
        rows.row_without_label(span, "GRANTED", "t3.granted"),
        rows.nameless_row(span, 7),
        labels.number_beside_group(span, "DENIED", "1"),
        labels.missing_caption(span, "ITEM_5"),
        characters.damaged_text(span, 1),
        out_of_place(Token("LICENSING", 0, 4), "行政许可"),
    ]
    for finding in found:
        page = find_rule(finding.code)
        assert page is not None
        assert (page.RULE.name, page.RULE.severity) == (finding.name, finding.severity)


def test_rule_is_found_by_code_and_by_name() -> None:
    by_code, by_name = find_rule("t3-01"), find_rule("conservation")
    assert by_code is by_name is not None
    assert find_rule("T9-99") is None


def test_no_finding_is_graver_than_its_rule() -> None:
    usual: dict[str, Severity] = {page.RULE.code: page.RULE.severity for page in RULES}
    for case in all_cases():
        for finding in findings_of(case):
            assert finding.severity.rank >= usual[finding.code].rank or finding.code == "T2-11"


@pytest.mark.parametrize("page", RULES, ids=lambda page: page.RULE.code)
def test_rule_says_which_fix_it_has(page: Page) -> None:
    fixes = [f.fix for case in all_cases() for f in findings_of(case) if f.code == page.RULE.code and f.fix]
    assert page.RULE.fixable == ("safe" if any(fix.safe for fix in fixes) else "suggested" if fixes else "")


@pytest.mark.parametrize(
    "page", [page for page in RULES if page.RULE.fixable == "safe"], ids=lambda page: page.RULE.code
)
def test_safe_fix_has_a_case_before_and_after(page: Page) -> None:
    mended = [case for case in all_cases() if case.mended not in (None, case.source.text)]
    fixes = [f.fix for case in mended for f in findings_of(case) if f.code == page.RULE.code]
    assert any(fix is not None and fix.safe for fix in fixes)
