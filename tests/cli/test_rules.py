"""`rules` and `rule`: the catalogue, and what it says of one rule."""

from __future__ import annotations

import json

import pytest
from cli_run import run

from giar_lark.manual import HEADS, PLACES
from giar_lark.rules import RULES


def test_rules_stand_under_the_place_that_they_look_at() -> None:
    done = run("rules")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    places = [place for place in PLACES if any(page.RULE.code.startswith(place) for page in RULES)]
    assert [line[:2] for line in lines if line[2:4] == "  "] == places
    assert [line[:5] for line in lines if line[2:3] == "-"] == [page.RULE.code for page in RULES]
    assert any(
        line.startswith("T3-01  错误  不准确  表三某列") and line.endswith("  conservation [?]") for line in lines
    )


def test_rules_as_data() -> None:
    found = json.loads(run("rules", "--format", "json", "--lang", "en").stdout)
    assert [rule["code"] for rule in found] == [page.RULE.code for page in RULES]
    assert found[0] == {
        "code": "T3-01",
        "name": "conservation",
        "place": "T3",
        "severity": "error",
        "fault": "inaccurate",
        "summary": "a column of table 3 does not balance",
        "templates": ["2021", "2019"],
        "fixable": "suggested",
    }


@pytest.mark.parametrize("entry", ["T3-01", "t3-01", "conservation"])
def test_rule_is_found_by_code_and_by_name(entry: str) -> None:
    done = run("rule", entry)
    assert done.exit_code == 0
    assert done.stdout.startswith("T3-01 conservation") and "怎么改" in done.stdout


@pytest.mark.parametrize(
    ("lang", "head", "says"), [("zh", "怎么改", "自然人列"), ("en", "How to mend", "column natural person")]
)
def test_page_shows_the_example_and_what_is_said_of_it(lang: str, head: str, says: str) -> None:
    lines = run("rule", "T3-01", "--lang", lang).stdout.splitlines()
    rows = [line for line in lines if line.strip().startswith("四、结转下年度继续办理")]
    assert [row.split("│")[1].strip() for row in rows] == ["2", "1"]
    assert any(line.strip().startswith(f"--> {says}") for line in lines)
    assert head in lines


def test_page_as_data() -> None:
    page = json.loads(run("rule", "T3-03", "--format", "json", "--lang", "en").stdout)
    assert list(page["explanation"]) == list(HEADS)
    assert page["title"] == "A row total of table 3 is not the sum of its six types of applicant."
    wrong, right = page["example"]
    assert (wrong["kind"], right["kind"], right["message"]) == ("wrong", "right", None)
    assert wrong["text"].startswith("（一）予以公开\t6")
    assert wrong["message"] == "row “granted”: sum of the six types = 8, total = 9, difference 1"
    assert page["clause"].startswith("letters 30 (2021)")


def test_page_about_two_reports_shows_both() -> None:
    page = json.loads(run("rule", "YR-01", "--format", "json", "--lang", "en").stdout)
    beside, _, _ = page["example"]
    assert (beside["kind"], beside["heading"]) == ("beside", "Last year's report")
    assert beside["text"].startswith("四、结转下年度继续办理\t")
    markdown = run("rule", "YR-01", "--format", "markdown").stdout
    assert (
        markdown.index("上年报告\n\n```text\n四、结转下年度继续办理 | ")
        < markdown.index("\n错\n")
        < markdown.index("\n对\n")
    )


def test_page_as_markdown() -> None:
    text = run("rule", "T3-03", "--format", "markdown").stdout
    assert text.startswith(
        "# T3-03 row-total\n\n**表三有一行的总计不等于六类申请人之和。**\n\n错误 · 不准确 · 有修改建议 · 表三"
    )
    assert "\n## 何时不必理会\n\n没有例外" in text
    assert "\n```text\n（一）予以公开 | 6 | 1 | 0 | 0 | 1 | 0 | 9\n" in text
    assert "\n> 错误 T3-03 “（一）予以公开”行：六类之和＝8，总计＝9，差 1\n" in text


def test_all_pages_are_an_array() -> None:
    found = json.loads(run("rule", "--all", "--format", "json").stdout)
    assert [page["code"] for page in found] == [page.RULE.code for page in RULES]


def test_rule_wants_a_code_or_all() -> None:
    assert run("rule").exit_code == 2
    assert run("rule", "T3-01", "--all").exit_code == 2


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("conservatin", "no such rule: conservatin; did you mean conservation?"),
        ("T3-3", "no such rule: T3-3; did you mean T3-03?"),
        ("t3-3", "no such rule: t3-3; did you mean T3-03?"),
        ("row-totals", "no such rule: row-totals; did you mean row-total, group-total?"),
        ("zzzz", "no such rule: zzzz; `giar-lark rules` lists them"),
    ],
)
def test_rule_that_is_none_is_told_with_those_that_were_meant(asked: str, told: str) -> None:
    result = run("rule", asked, "--lang", "en")
    assert (result.exit_code, result.stderr) == (2, f"giar-lark: {told}\n")
