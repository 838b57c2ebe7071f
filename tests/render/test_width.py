"""Every drawn line fits its width, whatever stands in the report."""

from __future__ import annotations

import pytest
from render_cases import CASES
from render_sample import document, draw, finding, text_span
from rich.cells import cell_len

from giar_lark.lang import Text
from giar_lark.render.cells import fit, glyphs_of, window, wrap, wrap_evenly
from giar_lark.render.theme import ASCII


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_no_line_is_wider_than_the_page(case: object, lang: str, width: int) -> None:
    assert callable(case)
    found, findings = case()
    for line in draw(found, findings, lang=lang, width=width).splitlines():
        assert cell_len(line) <= width, line


def test_carets_stand_under_wide_characters_and_tabs() -> None:
    found = document(text="一、总体情况\n\t全角　空格\u00a0和制表符\n")
    drawn = draw(found, [finding(text_span(found, "和制表符"), label=None, help=None, clause=None)]).splitlines()
    line, carets = drawn[2], drawn[3]
    assert line == "2 │     全角· 空格·和制表符"
    assert cell_len(line[: line.index("和")]) == carets.index("^")
    assert carets.count("^") == 8


def test_long_line_is_cut_around_the_place() -> None:
    text = "前" * 5000 + "这里" + "后" * 5000
    shown = window(text, (0, len(text)), (5000, 5002), 40)
    assert shown.cut_left and shown.cut_right
    assert "这里" in "".join(glyph.text for glyph in shown.glyphs)
    assert sum(glyph.cells for glyph in shown.glyphs) <= 38


def test_end_of_a_long_line_fills_the_window() -> None:
    text = "前" * 100 + "末"
    shown = window(text, (0, len(text)), (100, 101), 40)
    assert not shown.cut_right
    assert sum(glyph.cells for glyph in shown.glyphs) >= 36


def test_control_characters_never_reach_the_terminal() -> None:
    shown = "".join(glyph.text for glyph in glyphs_of("a\x1b[31mb\u202ec\u200bd\x07", 0, 12))
    assert shown == "a·[31mb·c·d·"
    found = document(text="x\x1b]0;evil\x07\n")
    assert "\x1b" not in draw(found, [finding(text_span(found, "evil"), message=Text("坏\x1b[0m", "bad"))])


def test_ascii_glyphs_where_the_stream_has_no_lines() -> None:
    found = document(text="很长" * 100)
    drawn = draw(found, [finding(text_span(found, "很长"), label=None)], glyphs=ASCII, lang="en", width=60)
    assert not set(drawn) - set("很长年报") - set(map(chr, range(128)))


def test_texts_are_cut_and_wrapped_by_cells() -> None:
    assert fit("三安全一稳定", 8) == "三安全… "
    assert wrap("第一项加第二项，等于 12 和 13", 14, 14) == ["第一项加第二", "项，等于 12 和", "13"]
    assert wrap("一二三，", 6, 6) == ["一二", "三，"]


def test_a_number_stays_with_what_it_counts() -> None:
    assert wrap("共收到 36 件，办结 27 件", 10, 10) == ["共收到", "36 件，办", "结 27 件"]
    assert wrap("1 月 1 日至 12 月 31 日", 16, 16) == ["1 月 1 日至", "12 月 31 日"]
    assert wrap("article 49 of 2019", 10, 10) == ["article 49", "of 2019"]
    assert wrap("", 10, 10) == [""]
    assert wrap_evenly("difference between the two is 1", 30) == ["difference between", "the two is 1"]
