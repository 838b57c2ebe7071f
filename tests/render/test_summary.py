"""The closing line counts and agrees in number."""

from __future__ import annotations

from render_sample import document, finding, text_span

from giar_lark.findings import Severity
from giar_lark.render.summary import Tally, summary_line


def _tally() -> Tally:
    span = text_span(document(), "总体情况")
    tally = Tally()
    tally.add([finding(span), finding(span, code="T3-05", name="blank", severity=Severity.WARNING), finding(span)])
    return tally


def test_summary_counts_by_severity() -> None:
    assert summary_line(_tally(), 0.125, "zh") == "共 2 处错误、1 处警告、0 处提示；检查了 1 个文件，用时 0.12 秒"
    assert summary_line(_tally(), 12.5, "en") == "found 2 errors, 1 warning, 0 notes; checked 1 file in 12 s"


def test_clean_summary_says_so() -> None:
    tally = Tally()
    tally.add([])
    assert summary_line(tally, 0, "zh").startswith("没有发现问题；检查了 1 个文件")


def test_level_is_reached_by_what_is_as_grave() -> None:
    tally = _tally()
    assert tally.reaches(Severity.ERROR) and tally.reaches(Severity.INFO)
    assert not Tally().reaches(Severity.INFO)
