"""Completion: the next label, from the grammar."""

from __future__ import annotations

import pytest
from analysed import SOUND, analysed, at
from lsprotocol import types

from giar_lark.lean.resources import read_sample
from giar_lark.lsp.completion import completions_at


def completed(text: str, offset: int | None = None, *, has_snippets: bool = True) -> list[types.CompletionItem]:
    offset = len(text) if offset is None else offset
    return list(completions_at(analysed(text), offset, has_snippets=has_snippets).items)


def up_to(line: str, template: str = "2021") -> str:
    """A report that breaks off behind a line."""
    text = read_sample(template)
    return text[: text.index(line) + len(line)] + "\n"


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("一、总体情况", ["二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"]),
        ("第二十条第（一）项", ["信息内容 本年制发件数 本年废止件数 现行有效件数"]),
        ("规章\t0\t0\t0", ["行政规范性文件", "第二十条第（五）项", "第二十条第（六）项"]),
        ("第二十条第（六）项", ["信息内容 本年处理决定数量"]),
        ("行政处罚\t46", ["行政强制", "第二十条第（八）项", "三、收到和处理政府信息公开申请情况"]),
        (
            "（一）予以公开\t6\t1\t0\t0\t1\t0\t8",
            ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（三）不予公开"],
        ),
        ("3.其他\t0\t0\t0\t0\t0\t0\t0", ["（七）总计", "四、结转下年度继续办理"]),
    ],
)
def test_what_the_format_has_next_comes_first(line: str, following: list[str]) -> None:
    found = completed(up_to(line))
    assert [item.label for item in found][: len(following)] == following
    assert [item.sort_text for item in found] == sorted(item.sort_text or "" for item in found)
    assert found[0].preselect


def test_a_row_brings_a_stop_for_each_of_its_cells_and_no_number() -> None:
    first = completed(up_to("二、上年结转政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t2"))[1]
    assert isinstance(first.text_edit, types.TextEdit)
    assert first.text_edit.new_text == "（一）予以公开\t$1\t$2\t$3\t$4\t$5\t$6\t$7"
    plain = completed(up_to("二、上年结转政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t2"), has_snippets=False)[1]
    assert isinstance(plain.text_edit, types.TextEdit)
    assert plain.text_edit.new_text == "（一）予以公开"


def test_table_4_brings_its_line_of_values() -> None:
    first = completed(up_to("四、政府信息公开行政复议、行政诉讼情况"))[0]
    assert isinstance(first.text_edit, types.TextEdit)
    assert first.text_edit.new_text.endswith("总计\n" + "".join(f"\t${n}" for n in range(1, 16)))


def test_the_missing_row_of_a_whole_report_is_all_that_is_offered() -> None:
    text = SOUND.replace("行政处罚\t46\n", "行\n")
    offset = at(text, "行\n", 1) if "\n行\n" in text else 0
    offset = text.index("\n行\n") + 2
    (item,) = completed(text, offset)
    assert item.label == "行政处罚"
    assert isinstance(item.text_edit, types.TextEdit)
    assert item.text_edit.range.start.character == 0


def test_a_report_of_2019_is_completed_in_its_own_format() -> None:
    found = completed(up_to("第二十条第（一）项", "2019"))
    assert found[0].label == "信息内容 本年新制作数量 本年新公开数量 对外公开总数量"


def test_among_values_nothing_is_offered() -> None:
    assert completed(SOUND, at(SOUND, "规章\t0", 4)) == []


def test_bars_are_kept() -> None:
    text = up_to("规章\t0\t0\t0").replace("规章\t0\t0\t0", "规章 | 0 | 0 | 0")
    first = completed(text)[0]
    assert isinstance(first.text_edit, types.TextEdit)
    assert first.text_edit.new_text == "行政规范性文件 | $1 | $2 | $3"
