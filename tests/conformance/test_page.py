"""The page of a run."""

from __future__ import annotations

import re

import pytest
from page_elements import Page, loads, script_hash

from conformance.all_endings import MARKUP, RESULTS, SUITE, result
from giar_lark.conformance.page import results_page
from giar_lark.conformance.run import BAD, Result, Status


def page(*results: Result, lang: str = "en") -> Page:
    return Page(results_page(SUITE, {"naive": results or RESULTS}, lang))


def test_page_is_one_whole_document() -> None:
    text = results_page(SUITE, {"naive": RESULTS}, "en")
    assert text.startswith("<!DOCTYPE html>\n") and text.endswith("</html>\n")
    assert Page(text).open == []
    assert "{body}" not in text and "{style}" not in text and "{script}" not in text


def test_page_loads_nothing_from_elsewhere() -> None:
    assert loads(page()) == set()
    text = results_page(SUITE, {"naive": [result(Status.PASS)]}, "en").replace("//x.example", "")
    assert re.findall(r"url\(|@import|https?:|fetch\(|XMLHttpRequest|import\(", text) == []


def test_page_forbids_itself_to_load_and_to_run_what_is_not_its_own() -> None:
    text = results_page(SUITE, {"naive": RESULTS}, "en")
    policy = [part.strip() for part in Page(text).policy.split(";")]
    assert policy[0] == "default-src 'none'"
    assert f"script-src {script_hash(text)}" in policy


def test_every_case_is_there_with_its_status() -> None:
    found = page()
    shown = [attrs["data-status"] for tag, attrs in found.elements if tag == "details"]
    assert shown == [result.status.value for result in RESULTS]
    for one, text in zip(RESULTS, found.texts, strict=True):
        assert text.startswith(f"{one.status} {one.case.name}")


def test_what_makes_the_run_fail_is_in_sight_at_once() -> None:
    hidden = {a["data-status"] for tag, a in page().elements if tag == "details" and "hidden" in a}
    assert hidden == {status.value for status in set(Status) - BAD}


@pytest.mark.parametrize(
    ("lang", "reason"),
    [
        ("en", "silently wrong: t3.granted.total = 10 (given), read as 11"),
        ("zh", "无声之误: t3.granted.total = 10 (given), 读作 11"),
    ],
)
def test_failing_case_says_why(lang: str, reason: str) -> None:
    found = page(result(Status.FAIL, value=11), lang=lang)
    assert found.texts[0].endswith(reason)


def test_nothing_of_a_suite_or_a_parser_is_taken_as_markup() -> None:
    found = page()
    assert [tag for tag, _ in found.elements].count("script") == 1
    assert all(MARKUP in text for text in found.texts)
    words = [attrs["data-words"] for tag, attrs in found.elements if tag == "details"]
    assert all(MARKUP.lower() in (text or "") for text in words)


def test_parsers_stand_side_by_side() -> None:
    scores = {"right": [result(Status.PASS)], "<naive>": [result(Status.FAIL, value=11)]}
    text = results_page(SUITE, scores, "en")
    assert '<th scope="col">right</th><th scope="col">&lt;naive&gt;</th>' in text
    [row] = [line for line in text.split("\n") if '<th scope="row">-</th>' in line]
    shares = re.findall(r"<td[^>]*>(?:<span>)?([^<]*)(?:</span>)?(?: <em>(\d+)</em>)?</td>", row)
    assert shares[0] == ("100 %", "")
    assert shares[1] == ("0.00 %", "1")
