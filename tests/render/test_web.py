"""The page of findings: whole, closed to the world, and tied together; looks and behaviour are for eyes."""

from __future__ import annotations

import html
import re

import pytest
from outcome_sample import HOSTILE, checked, finding, hostile, outcome, two_lines
from page_elements import Page, loads, script_hash
from render_sample import SOUND

from giar_lark.findings import Dismissed
from giar_lark.lang import Text
from giar_lark.outcomes.outcome import Outcome
from giar_lark.render.web import text as web_text
from giar_lark.render.web.page import FindingsPage
from giar_lark.render.web.text import marked_lines

SUMMARIES = {"T3-01": Text("表三某列不平", "a column of table 3 does not balance")}
BROKEN = SOUND.replace("（七）总计\t\t13", "（七）总计\t\t12")
LINES = [
    '<p data-n="1">共 <span data-r="1">15</span> <mark class="warning" data-f="2">件</mark>'
    '<a class="warning" id="m1-2" href="#f1-2" data-f="2">FM-09</a></p>',
    '<p data-n="2"><mark class="warning" data-f="2">转</mark> <mark class="error" data-f="1">14</mark>'
    '<a class="error" id="m1-1" href="#f1-1" data-f="1">T3-01</a> 件</p>',
    '<p data-n="3"><a class="info" id="m1-3" href="#f1-3" data-f="3">ST-01</a></p>',
]


def written(*outcomes: Outcome, lang: str = "zh") -> str:
    """The page of some files."""
    page = FindingsPage(lang, SUMMARIES)
    for one in outcomes:
        page.add(one)
    return page.document().decode()


def unfolded(text: str) -> str:
    """A page with the texts of its reports in place, as when all are opened."""
    return re.sub(r'<script type="text/html">(.*?)</script>', r"\1", text, flags=re.DOTALL)


def plain(lines: str) -> str:
    """What a reader sees of some mark-up."""
    return html.unescape(re.sub(r"<a [^>]*>[^<]*</a>|<[^>]*>", "", lines))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page_is_one_whole_document_that_loads_nothing(lang: str) -> None:
    text = written(two_lines(), checked(BROKEN), outcome("共", path="sound.txt"), lang=lang)
    assert text.startswith(f'<!DOCTYPE html>\n<html lang="{"en" if lang == "en" else "zh-CN"}">\n')
    for shown in (text, unfolded(text)):
        page = Page(shown)
        assert page.open == []
        assert loads(page) == set()
    assert re.findall(r"url\(|@import|https?:|fetch\(|XMLHttpRequest|import\(", text) == []


def test_only_its_own_script_runs() -> None:
    text = written(two_lines(), hostile())
    policy = [part.strip() for part in Page(text).policy.split(";")]
    assert policy[0] == "default-src 'none'"
    assert f"script-src {script_hash(text)}" in policy
    assert [attrs for tag, attrs in Page(text).elements if tag == "script"] == [{"type": "text/html"}] * 2 + [{}]


def test_text_is_marked_where_the_findings_are() -> None:
    one = two_lines()
    assert list(marked_lines(one.source, one.findings, 1)) == LINES


def test_findings_on_the_same_place_share_a_mark_and_have_a_link_each() -> None:
    one = outcome("共 15 件", finding(2, 4), finding(2, 6, code="T3-03"))
    [line] = marked_lines(one.source, one.findings, 7)
    assert line == (
        '<p data-n="1">共 <mark class="error" data-f="1 2">15</mark>'
        '<a class="error" id="m7-1" href="#f7-1" data-f="1">T3-01</a><mark class="error" data-f="2"> 件</mark>'
        '<a class="error" id="m7-2" href="#f7-2" data-f="2">T3-03</a></p>'
    )


@pytest.mark.parametrize("text", [SOUND, BROKEN, "甲\r\n乙\r丙\n\n", "\ta  b\t", "x" * 5000])
def test_text_is_shown_whole_and_line_by_line(text: str) -> None:
    one = checked(text)
    shown = [plain(line) for line in marked_lines(one.source, one.findings, 1)]
    assert shown == [one.source.text[slice(*one.source.line_span(n))] for n in range(1, one.source.line_count() + 1)]


def test_row_and_mark_point_at_each_other() -> None:
    text = unfolded(written(checked(BROKEN), two_lines()))
    ids = re.findall(r' id="([fm]\d+-\d+)"', text)
    targets = re.findall(r'href="#([fm]\d+-\d+)"', text)
    assert len(ids) == len(set(ids)) >= 8
    assert sorted(ids) == sorted(targets)


def test_finding_says_where_it_is_and_what_to_do() -> None:
    text = unfolded(written(checked(BROKEN)))
    [report] = Page(text).texts
    assert "表三 · （七）总计 · 自然人 · 第 55 行第 9 列" in report and "怎么改：" in report and "依据：" in report
    assert "建议：把“14”改为“15”（请核对后再改）" in Page(written(two_lines())).texts[0]
    assert '<td class="wrong">' in text and '<td class="addend">' in text


def test_nothing_of_a_report_is_taken_as_markup() -> None:
    text = unfolded(written(hostile(), two_lines()))
    page = Page(text)
    assert page.open == []
    assert [attrs for tag, attrs in page.elements if tag == "script"] == [{}]
    assert "alert(1)" in text and "<script>alert" not in text


def test_organ_with_an_odd_name_can_be_searched_for() -> None:
    words = [attrs.get("data-words") or "" for attrs in Page(written(hostile(), two_lines())).attributes("details")]
    [button] = re.findall(r'data-word="(&lt;[^"]*)"', written(hostile(), two_lines()))
    assert all(word in words[3] for word in html.unescape(button).lower().split())


def test_what_cannot_be_seen_is_a_dot_that_says_which() -> None:
    text = unfolded(written(hostile(), two_lines()))
    for char in "\x1b\x00\x0b\u202e\ufffe":
        assert char not in text
        assert f'<b title="U+{ord(char):04X}">·</b>' in text
    assert HOSTILE[:9] in html.unescape(text)


def test_several_reports_have_the_figures_of_the_run_and_wait_to_be_opened() -> None:
    text = written(two_lines(), outcome("共 15 件", finding(2, 4), organ="白杨镇人民政府", path="b.txt"))
    assert [button for button in re.findall(r'data-(?:rule|word)="([^"]*)"', text)] == [
        *("T3-01", "FM-09", "ST-01"),
        *("青岚县人民政府", "白杨镇人民政府"),
        "2024",
    ]
    assert text.count('<details class="report"') == 2 and "<details open" not in text.partition("<main>")[2]
    assert text.count('<script type="text/html">') == 2


def test_one_report_is_open_and_has_no_figures() -> None:
    text = written(two_lines())
    assert '<details open class="report"' in text
    assert "".join(LINES) in text
    assert 'class="figures"' not in text and 'type="search"' not in text


def test_sound_reports_are_named() -> None:
    text = written(two_lines(), outcome("全文", path="sound.txt", organ="白杨镇人民政府"))
    assert '<li><b>白杨镇人民政府 2024</b> <span class="path">sound.txt</span></li>' in text
    assert "全文</p>" not in text


def test_dismissed_finding_is_told_with_its_reason_and_has_no_mark() -> None:
    set_aside = Dismissed(finding=finding(2, 4, code="FM-09"), reason="<补报>")
    text = written(outcome("共 15 件", finding(0, 1), dismissed=(set_aside,)))
    assert "<summary>已忽略 1 处</summary>" in text
    assert "<span>原因：&lt;补报&gt;</span>" in text
    assert text.count("<mark") == 1


def test_nothing_found_says_so() -> None:
    text = written(outcome("全文", path="sound.txt"))
    assert '<details class="sound" open><summary>1 份没有发现问题</summary>' in text
    assert "<form" not in text


def test_very_long_text_is_cut_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_text, "CHARS_MOST", 6)
    text = written(two_lines())
    assert 'data-n="2"' not in text
    assert "不再显示" in text
    assert 'href="#m1-2"' in text and 'href="#m1-1"' not in text


def test_file_without_text_says_so() -> None:
    text = written(outcome("", finding(0, 0, code="RD-01", name="unreadable-file")))
    assert '<p class="cut">没有文字</p>' in text
    assert "href=" not in text
