"""Prose without its layout, and the way back to the source."""

from __future__ import annotations

from giar_lark import parse
from giar_lark.model.passage import Passage
from giar_lark.model.passages import passages_of
from giar_lark.source.source import Source
from giar_lark.source.span import Span

TEXT = """某某县水务局2023年政府信息公开工作年度报告
　　统计期限自２０２３年1月1日起至
2023年12月31日止。
一、总体情况
　　（一）主动公开。公开 信 息26条；办了
两件。
"""


def passages(text: str) -> tuple[Passage, ...]:
    return passages_of(parse(Source(text)).report)


def test_white_space_and_wide_digits_are_layout() -> None:
    assert [(p.section, p.text) for p in passages(TEXT)] == [
        ("front", "统计期限自2023年1月1日起至2023年12月31日止。"),
        ("overview", "（一）主动公开。公开信息26条；办了两件。"),
    ]


def test_every_part_has_its_place() -> None:
    passage = passages(TEXT)[1]
    span = passage.span_of(passage.text.index("公开信息"), passage.text.index("26条"))
    assert TEXT[span.start : span.end] == "公开 信 息"
    assert passage.position(span.start) == passage.text.index("公开信息")
    assert passage.span_of(len(passage.text), len(passage.text)) == Span(passage.span.end, passage.span.end)


def test_mark_up_inside_a_word_is_layout() -> None:
    html = TEXT.replace("\n", "<br>\n").replace("26条", "<b>2</b>6条")
    assert "公开信息26条" in "".join(passage.text for passage in passages(html))


def test_sentences_end_with_their_stop() -> None:
    passage = passages(TEXT)[1]
    assert [passage.text[start:end] for start, end in passage.sentences()] == [
        "（一）主动公开。",
        "公开信息26条；",
        "办了两件。",
    ]
