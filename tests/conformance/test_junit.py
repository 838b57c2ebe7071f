"""JUnit XML: what continuous integration counts."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from conformance.all_endings import MARKUP, RESULTS, result
from conformance.tiny import case
from giar_lark.conformance.junit import results_junit
from giar_lark.conformance.run import BAD, Result, Status

ELEMENTS = {
    Status.FAIL: "failure",
    Status.XPASS: "failure",
    Status.ERROR: "error",
    Status.TIMEOUT: "error",
    Status.SKIP: "skipped",
    Status.XFAIL: "skipped",
}


def tree(scores: dict[str, list[Result]]) -> ElementTree.Element:
    return ElementTree.fromstring(results_junit("tiny", scores, "en"))


def test_counts_are_those_of_the_results() -> None:
    [suite] = tree({"naive": RESULTS})
    assert suite.attrib == {"name": "tiny (naive)", "tests": "7", "failures": "2", "errors": "2", "skipped": "2"}


def test_each_parser_is_a_suite() -> None:
    first, second = tree({"naive": RESULTS, "regex": [result(Status.PASS), result(Status.FAIL, value=11)]})
    assert first.get("name") == "tiny (naive)"
    assert second.attrib == {"name": "tiny (regex)", "tests": "2", "failures": "1", "errors": "0", "skipped": "0"}


@pytest.mark.parametrize("status", Status)
def test_case_has_the_element_of_its_ending(status: Status) -> None:
    [[case]] = tree({"naive": [result(status, "a reason", value=11)]})
    assert [child.tag for child in case] == ([ELEMENTS[status]] if status in ELEMENTS else [])


def test_everything_that_makes_the_run_fail_is_a_failure_or_an_error() -> None:
    assert {status for status, element in ELEMENTS.items() if element != "skipped"} == BAD


def test_case_is_named_after_its_folder_and_its_text() -> None:
    [[case]] = tree({"naive": [result(Status.PASS)]})
    assert case.attrib == {"classname": "reports.pass", "name": '<plain> & "rows"'}


def test_failure_says_why() -> None:
    [[case]] = tree({"naive": [result(Status.FAIL, value=11)]})
    [failure] = case
    assert failure.get("message") == f"fail: {failure.text}"
    assert failure.text == "silently wrong: t3.granted.total = 10 (given), read as 11"


def test_words_of_a_parser_come_back_as_they_were() -> None:
    [[case]] = tree({"naive": [result(Status.ERROR, MARKUP)]})
    assert case[0].text == MARKUP


def test_characters_that_xml_forbids_are_left_out() -> None:
    about = case(name="reports/甲\x08/乙\ufffe", path=Path("乙\ufffe.txt"))
    told = Result(case=about, status=Status.ERROR, reason="\x1b[31mno table\x1b[0m, \ud800half of a pair\x00")
    document = ElementTree.fromstring(results_junit("tiny\x0b", {"na\x1five": [told]}, "en"))
    [[[error]]] = document
    assert [element.get("name") for element in document.iter() if element.get("name")] == ["tiny (naive)", "乙"]
    assert (document[0][0].get("classname"), error.text) == ("reports.甲", "[31mno table[0m, half of a pair")
    assert error.get("message") == f"error: {error.text}"


def test_same_results_give_the_same_bytes() -> None:
    assert results_junit("tiny", {"naive": RESULTS}, "zh") == results_junit("tiny", {"naive": list(RESULTS)}, "zh")
