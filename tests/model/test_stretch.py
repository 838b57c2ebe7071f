"""Prose is read once wherever it stands, and each time it is told where it stands."""

from __future__ import annotations

import pickle

from giar_lark import parse
from giar_lark.model.passages import parts_of, passages_of
from giar_lark.model.report import Report
from giar_lark.model.stretch import Stretch
from giar_lark.source.source import Source

TEXT = """某某县水务局2023年政府信息公开工作年度报告
一、总体情况
　　（一）主动公开。公开 信 息26条，
办了两件。
　　（二）监督保障。培训一次。
六、其他需要报告的事项
　　无。
"""
# the same prose, further behind
LATER = TEXT.replace("一、总体情况", "　　现予公布。\n一、总体情况")


def report(text: str) -> Report:
    return parse(Source(text)).report


def count_paragraphs(prose: Stretch) -> int:
    return len(prose.paragraphs)


def test_the_same_prose_is_one_stretch_in_whichever_report_it_stands() -> None:
    one, other = report(TEXT), report(LATER)
    assert [s.prose.stretch for s in one.sections] == [s.prose.stretch for s in other.sections]
    assert one.sections[0].prose.stretch.answers[count_paragraphs] == 2


def test_lines_that_are_parted_elsewhere_are_another_stretch() -> None:
    indented = TEXT.replace("\n办了", "\n　　办了")
    assert report(TEXT).sections[0].prose.stretch is not report(indented).sections[0].prose.stretch


def test_each_place_is_that_of_its_own_report() -> None:
    for text in (TEXT, LATER):
        found = report(text)
        assert [text[slice(*p.span)] for p in found.sections[0].paragraphs] == [
            "（一）主动公开。公开 信 息26条，\n办了两件。",
            "（二）监督保障。培训一次。",
        ]
        assert [[text[slice(*line)] for line in p.lines] for p in found.sections[1].paragraphs] == [["无。"]]
        passage, flow = passages_of(found)[-3], parts_of(found)[-2].flow
        assert passage.section == flow.section == "overview"
        assert text[slice(*passage.span_of(8, 12))] == "公开 信 息"
        assert text[slice(*flow.span_of(8, 12))] == "公开 信 息"
        assert text[passage.span.start : passage.span.end].startswith("（一）主动公开。")


def test_section_that_stands_twice_in_a_row_is_one_flow() -> None:
    twice = TEXT.replace("　　（二）", "一、总体情况\n　　（二）")
    assert [(part.section, part.flow.text) for part in parts_of(report(twice))] == [
        ("overview", "（一）主动公开。公开信息26条，办了两件。（二）监督保障。培训一次。"),
        ("other_matters", "无。"),
    ]


def test_prose_is_the_same_in_another_process() -> None:
    found = report(TEXT)
    again: Report = pickle.loads(pickle.dumps(found))
    one, other = ([(p.section, p.text, list(p.places)) for p in passages_of(each)] for each in (found, again))
    assert one == other
    assert again.sections[0].paragraphs == found.sections[0].paragraphs
