"""The figures of a run: aligned lines in a pipe, tables on a terminal."""

from __future__ import annotations

import io

import pytest
from outcome_sample import HOSTILE, finding, hostile, outcome, two_lines
from rich.cells import cell_len
from rich.console import Console

from giar_lark.lang import Text
from giar_lark.outcomes.outcome import Outcome
from giar_lark.outcomes.statistics import Statistics
from giar_lark.render.statistics import ROWS_MOST, show_statistics
from giar_lark.render.theme import ASCII, LINES, Glyphs

SUMMARIES = {"T3-01": Text("表三某列不平", "a column of table 3 does not balance")}
PLAIN = """\
按规则
规则   名称             处数  份数  占比  说明
T3-01  conservation        3     2   67%  表三某列不平
FM-09  broken-line         1     1   33%
ST-01  missing-section     1     1   33%

按机关
机关            份数  有问题  占比  错误  警告  提示  最多的规则
白杨镇人民政府     1       1  100%     2     0     0  T3-01×2
青岚县人民政府     2       1   50%     1     1     1  FM-09×1  ST-01×1  T3-01×1

按年度
年度  份数  有问题  占比  错误  警告  提示
2024     3       2   67%     3     1     1
"""
OUTCOMES = (
    two_lines(),
    outcome("共 15 件", finding(0, 1), finding(2, 4), organ="白杨镇人民政府"),
    outcome("共 15 件", organ="青岚县人民政府"),
)


def shown(*outcomes: Outcome, terminal: bool = False, lang: str = "zh", glyphs: Glyphs = LINES) -> str:
    """What is printed for some files."""
    statistics, out = Statistics(), io.StringIO()
    for one in outcomes:
        statistics.add(one)
    console = Console(file=out, force_terminal=terminal, color_system=None, width=80, _environ={})
    show_statistics(console, glyphs, statistics, SUMMARIES, lang)
    return out.getvalue()


def test_pipe_gets_aligned_lines() -> None:
    assert shown(*OUTCOMES) == PLAIN


def test_english_says_the_same() -> None:
    lines = shown(*OUTCOMES, lang="en").splitlines()
    assert lines[:3] == [
        "By rule",
        "rule   name             findings  reports  share  what it says",
        "T3-01  conservation            3        2    67%  a column of table 3 does not balance",
    ]


@pytest.mark.parametrize("glyphs", [LINES, ASCII], ids=["lines", "ascii"])
def test_terminal_gets_tables_that_fit(glyphs: Glyphs) -> None:
    text = shown(*OUTCOMES, terminal=True, glyphs=glyphs)
    assert max(cell_len(line) for line in text.splitlines()) <= 80
    assert ("─" in text, "---" in text) == (glyphs is LINES, glyphs is ASCII)
    words = ("按规则", "T3-01", "67%", "按机关", "白杨镇人民政府", "FM-09×1", "按年度", "2024")
    assert [word for word in words if word not in text] == []


def test_terminal_shows_the_worst_and_counts_the_rest() -> None:
    many = [outcome("", *[finding(0, 0)] * (number + 1), organ=f"第{number}镇") for number in range(ROWS_MOST + 3)]
    text = shown(*many, terminal=True)
    assert f"第{ROWS_MOST + 2}镇" in text and "第2镇" not in text and "另有 3 行" in text
    assert "第0镇" in shown(*many)


def test_name_of_an_organ_steers_no_terminal() -> None:
    for terminal in (False, True):
        text = shown(hostile(), terminal=terminal)
        assert HOSTILE[:8] in text
        assert not any(char in text for char in "\x1b\x00\x0b\u202e\r")


def test_nothing_checked_gives_heads_only() -> None:
    assert shown().splitlines()[:2] == ["按规则", "规则  名称  处数  份数  占比  说明"]
