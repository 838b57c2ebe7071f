"""Rows that no format has are told where they begin, and the rest of their table is read as if they were not there."""

from __future__ import annotations

import pytest
from generator.change import Change, changed_document
from generator.layouts import LAYOUTS
from generator.marks import unmark
from generator.numbers import fresh_numbers

from giar_lark.pipeline import check
from giar_lark.source.source import Source
from synthetic.layouts import report_of
from synthetic.reading import read_text

_NUMBERS = fresh_numbers("2021")
_SEVEN = ("901", "902", "903", "904", "905", "906", "907")


def text_with(layout: str, *rows: tuple[str, ...]) -> str:
    """A report in a layout with further rows, each behind the row that it names first."""
    made, _ = changed_document(report_of(_NUMBERS), Change(insert_rows=rows))
    return unmark(LAYOUTS[layout].write(made)).text


def new_findings(layout: str, *rows: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """What is found because of some rows."""
    return found_beside(layout, text_with(layout, *rows))


def found_beside(layout: str, text: str) -> list[tuple[str, str, str]]:
    """What is found in a text beside what is in the report: the code, the words at its place, and the number of values told."""
    before = [finding.message for finding in check(Source(text_with(layout))).findings]
    source = Source(text)
    found = [finding for finding in check(source).findings if finding.message not in before]
    return [(f.code, source.text[slice(*f.span)], f.message.en.split("; the ")[1].split(" ")[0]) for f in found]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_rows_that_follow_one_another_are_told_together_and_others_apart(layout: str) -> None:
    rows = (
        ("8.属于行政查询事项", "涉密审查中的申请", *_SEVEN),
        ("8.属于行政查询事项", "第9类自行增加的结果", *_SEVEN),
        ("2.重复申请", "涉法涉诉类申请", *_SEVEN),
    )
    assert new_findings(layout, *rows) == [
        ("SY-02", "第9类自行增加的结果", "14"),
        ("SY-02", "涉法涉诉类申请", "7"),
    ]
    assert read_text(text_with(layout, *rows)).readings == _NUMBERS.readings


@pytest.mark.parametrize("below", ("一、本年新收", "1.信访"))
@pytest.mark.parametrize(("layout", "mark"), {"canonical": "\t", "cell-lines": "\n", "aligned-wide": "  "}.items())
def test_a_row_below_the_header_or_the_head_of_a_group_is_told(layout: str, mark: str, below: str) -> None:
    text = text_with(layout).replace(below, f"{mark.join(('涉密审查中的申请', *_SEVEN))}\n{below}")
    assert found_beside(layout, text) == [("SY-02", "涉密审查中的申请", "7")]
    assert read_text(text).readings == _NUMBERS.readings


def test_numbers_of_the_columns_are_no_such_row() -> None:
    text = text_with("canonical").replace("一、本年新收", "栏次\t1\t2\t3\t4\t5\t6\t7\n一、本年新收")
    assert found_beside("canonical", text) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_rows_behind_the_last_one_are_told_with_all_their_values(layout: str) -> None:
    rows = [("四、结转下年度继续办理", label, *_SEVEN) for label in ("延期答复", "涉密审查中的申请")]
    assert new_findings(layout, *rows) == [("SY-02", "涉密审查中的申请", "14")]


@pytest.mark.parametrize("layout", ("tab-led", "tab-led-padded"))
def test_a_blank_cell_of_such_a_row_is_no_value(layout: str) -> None:
    row = ("2.重复申请", "涉法涉诉类申请", "901", "", "903", "904", "905", "906", "907")
    assert new_findings(layout, row) == [("SY-02", "涉法涉诉类申请", "6")]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_row_of_table_two_is_told_and_its_block_is_read(layout: str) -> None:
    row = ("规章", "其他文件", "901", "902", "903")
    assert new_findings(layout, row) == [("T2-10", "其他文件", "3")]
    assert read_text(text_with(layout, row)).readings == _NUMBERS.readings
