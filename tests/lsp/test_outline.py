"""The outline of a report, whole or half typed."""

from __future__ import annotations

import random

import pytest

from giar_lark.lean.resources import read_sample
from giar_lark.lsp.outline import Kind, Node, outline_of
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import official
from giar_lark.source.source import Source
from giar_lark.tokenise.report import tokenise

HEADINGS = [official(spec.terminal) for spec in tables().sections]
REPORTS = {template: read_sample(template) for template in ("2021", "2019")}


def outline(text: str) -> list[Node]:
    return outline_of(tokenise(Source(text)).tokens, text)


def sections(text: str) -> list[str]:
    """The sections whose heading is in the text, in the order of the outline."""
    return [node.name for node in outline(text) if node.kind is Kind.SECTION and node.head.end > node.head.start]


def shape(node: Node) -> object:
    """A node and what is in it, by names."""
    return (node.name, [shape(child) for child in node.children]) if node.children else node.name


def test_a_report_has_title_sections_and_end() -> None:
    found = outline(REPORTS["2021"])
    assert [node.kind for node in found] == [Kind.TITLE, *[Kind.SECTION] * 6, Kind.END]
    assert [node.name for node in found[1:-1]] == HEADINGS


def test_table_2_has_blocks_with_their_rows() -> None:
    section = outline(REPORTS["2021"])[2]
    assert shape(section) == (
        HEADINGS[1],
        [
            (
                "表二（主动公开）",
                [
                    ("第二十条第（一）项", ["规章", "行政规范性文件"]),
                    ("第二十条第（五）项", ["行政许可"]),
                    ("第二十条第（六）项", ["行政处罚", "行政强制"]),
                    ("第二十条第（八）项", ["行政事业性收费"]),
                ],
            )
        ],
    )


def test_rows_of_table_3_stand_under_their_groups() -> None:
    (table,) = outline(REPORTS["2021"])[3].children
    groups = {node.name: [child.name for child in node.children] for node in table.walk() if node.kind is Kind.GROUP}
    assert [node.name for node in table.children] == [
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "三、本年度办理结果",
        "四、结转下年度继续办理",
    ]
    assert groups["三、本年度办理结果"] == [
        "（一）予以公开",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "（三）不予公开",
        "（四）无法提供",
        "（五）不予处理",
        "（六）其他处理",
        "（七）总计",
    ]
    assert {name: len(rows) for name, rows in groups.items()} == {
        "三、本年度办理结果": 7,
        "（三）不予公开": 8,
        "（四）无法提供": 3,
        "（五）不予处理": 5,
        "（六）其他处理": 3,
    }


def test_table_4_has_its_three_groups_with_their_values() -> None:
    (table,) = outline(REPORTS["2021"])[4].children
    assert [(row.name, row.values) for row in table.children] == [
        ("行政复议", ["1", "0", "1", "0", "2"]),
        ("未经复议直接起诉", ["0", "1", "0", "1", "2"]),
        ("复议后起诉", ["0", "0", "0", "0", "0"]),
    ]


def assert_sound(nodes: list[Node]) -> None:
    """Nodes are in order, and each is inside the one it belongs to and has its name inside it."""
    assert [node.head for node in nodes] == sorted(node.head for node in nodes)
    for node in nodes:
        assert node.name
        assert node.span.start <= node.head.start <= node.head.end <= node.span.end
        assert all(node.span.start <= child.span.start <= child.span.end <= node.span.end for child in node.children)
        assert_sound(node.children)


@pytest.mark.parametrize("template", REPORTS)
def test_a_report_that_breaks_off_anywhere_keeps_every_heading_above(template: str) -> None:
    text = REPORTS[template]
    for end in range(0, len(text), 23):
        piece = text[:end]
        assert_sound(outline(piece))
        lines = piece.splitlines()
        assert [name for name in sections(piece) if name in HEADINGS] == [name for name in HEADINGS if name in lines]


@pytest.mark.parametrize("template", REPORTS)
def test_a_report_without_some_of_its_lines_keeps_every_heading_that_is_left(template: str) -> None:
    chance = random.Random(template)
    lines = REPORTS[template].splitlines()
    for _ in range(60):
        left = [line for line in lines if chance.random() > 0.2]
        text = "\n".join(left)
        assert_sound(outline(text))
        assert sections(text) == [name for name in HEADINGS if name in left]


def test_a_row_that_is_being_typed_loses_nothing_below() -> None:
    text = REPORTS["2021"]
    row = text.index("（一）予以公开")
    for end in range(row, row + 20):
        typed = text[:end] + text[text.index("\n", end) :]
        assert sections(typed) == HEADINGS


@pytest.mark.parametrize("text", ["", "\n\n", "1\t2\t3", "无题", "第二十条第（一）项\n1", "\ufffd" * 9, "四、" * 50])
def test_what_is_no_report_has_an_outline_all_the_same(text: str) -> None:
    assert_sound(outline(text))
