"""The closing line counts and agrees in number."""

from __future__ import annotations

from dataclasses import replace

import pytest
from render_sample import document, finding, text_span

from giar_lark.findings import Dismissed, Finding, Severity
from giar_lark.lean.later import Later
from giar_lark.model.report import Report
from giar_lark.outcomes.outcome import Outcome
from giar_lark.render.summary import Tally, summary_line
from giar_lark.source.source import Source


def _tally() -> Tally:
    span = text_span(document(), "总体情况")
    blank = finding(span, code="T3-05", name="blank", severity=Severity.WARNING)
    tally = Tally()
    tally.add(_outcome(finding(span), blank, finding(span)))
    return tally


def _outcome(*findings: Finding, dismissed: tuple[Dismissed, ...] = (), known: tuple[Finding, ...] = ()) -> Outcome:
    """What has come of a report."""
    report = Report(template="")
    return Outcome(
        path="a.txt", source=Source(""), read=Later.of(report), findings=findings, dismissed=dismissed, known=known
    )


def test_summary_counts_by_severity() -> None:
    assert summary_line(_tally(), 0.125, "zh") == "共 2 处错误、1 处警告、0 处提示；检查了 1 个文件，用时 0.12 秒"
    assert summary_line(_tally(), 12.5, "en") == "found 2 errors, 1 warning, 0 notes; checked 1 file in 12 s"


def test_clean_summary_says_so() -> None:
    tally = Tally()
    tally.add(_outcome())
    assert summary_line(tally, 0, "zh").startswith("没有发现问题；检查了 1 个文件")


def test_what_is_passed_over_is_counted_apart() -> None:
    found = finding(text_span(document(), "总体情况"))
    tally = Tally()
    tally.add(_outcome(dismissed=(Dismissed(finding=found, reason="x"),), known=(found, found)))
    assert summary_line(tally, 0, "zh").startswith("没有发现问题；另有 1 条已按说明忽略；另有 2 条基线中已有；检查了")
    assert summary_line(tally, 0, "en").startswith("nothing found; 1 more dismissed; 2 more in the baseline; checked")
    assert not tally.reaches(Severity.INFO)


def test_file_that_is_no_report_is_not_counted() -> None:
    tally = _tally()
    tally.add(replace(_outcome(finding(text_span(document(), "总体情况"))), is_report=False))
    assert summary_line(tally, 0, "en").startswith("found 3 errors, 1 warning, 0 notes; checked 1 file ")


def test_level_is_reached_by_what_is_as_grave() -> None:
    tally = _tally()
    assert tally.reaches(Severity.ERROR) and tally.reaches(Severity.INFO)
    assert not Tally().reaches(Severity.INFO)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh", "这里没有报告，什么也没有检查；请检查路径"),
        ("en", "there are no reports here, nothing was checked; check the path"),
    ],
)
def test_a_run_without_files_does_not_look_like_a_sound_one(lang: str, told: str) -> None:
    assert summary_line(Tally(), 0, lang) == told
