"""The grammar stands alone: stock Lark, its own lexer, and nothing of ours."""

from __future__ import annotations

from functools import cache

import pytest
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from giar_lark.official.templates import cell_keys
from grammar.paths import GRAMMAR, REPORTS, canonical_report


@cache
def stock() -> Lark:
    return Lark.open(str(GRAMMAR / "report.lark"), parser="lalr", start="report")


def parsed(name: str) -> Tree[Token]:
    return stock().parse(canonical_report(name))


def rows(tree: Tree[Token]) -> list[list[str]]:
    """The label's terminal and the cells of every row."""
    return [[str(c.type) if n == 0 else str(c) for n, c in enumerate(row.children)] for row in tree.find_data("row")]  # type: ignore[union-attr]


@pytest.mark.parametrize("name", REPORTS)
def test_parses_a_canonical_report(name: str) -> None:
    tree = parsed(name)
    assert tree.data == "report"
    assert [child.data for child in tree.children if isinstance(child, Tree)][1:7] == [
        "overview",
        "proactive_disclosure",
        "applications",
        "reconsideration_litigation",
        "problems_improvements",
        "other_matters",
    ]


@pytest.mark.parametrize("name", ("2021", "2019"))
def test_has_a_cell_for_every_key(name: str) -> None:
    cells = list(parsed(name).scan_values(lambda token: isinstance(token, Token) and token.type == "CELL"))
    assert len(cells) == len(cell_keys(name))


@pytest.mark.parametrize("name", REPORTS)
def test_loses_only_line_breaks(name: str) -> None:
    text = canonical_report(name)
    assert "".join(stock().lex(text)) == text.replace("\n", "")


def test_tells_a_numbered_paragraph_from_another() -> None:
    overview = next(parsed("hybrid").find_data("overview"))
    assert [child.type for child in overview.children if isinstance(child, Token)] == [
        "OVERVIEW",
        "NUMBERED",
        "NUMBERED",
        "TEXT",
    ]


def test_decides_the_template_by_block() -> None:
    table = next(parsed("hybrid").find_data("disclosure_table"))
    heads = [block.children[1].type for block in table.children]  # type: ignore[union-attr]
    assert heads == ["MADE_COLUMNS", "DECISION_COLUMN", "DECISION_COLUMN", "FEE_COLUMN", "PROCUREMENT_COLUMNS"]


def test_keeps_blank_cells_and_lost_places() -> None:
    found = {row[0]: row[1:] for row in rows(parsed("hybrid"))}
    assert found["LICENSING"] == ["\t"]
    assert found["STATE_SECRET"] == ["\t? 0 0"]
    assert found["PROCESS_INFORMATION"] == ["\t/", "\t", "\t", "\t-", "\t", "\t", "\t~0"]


def test_reads_a_title_of_two_lines_and_a_footer_behind_the_date() -> None:
    tree = parsed("hybrid")
    titles = list(tree.scan_values(lambda token: isinstance(token, Token) and token.type == "TITLE"))
    assert titles == ["浦江县仙华街道办事处", "2021年政府信息公开工作年度报告"]
    assert [child.type for child in next(tree.find_data("tail")).children if isinstance(child, Token)] == [
        "ISSUING_ORGAN",
        "ISSUED_DATE",
        "TEXT",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("规章\t0\t0\t0", "规章\t0\t0"),
        ("行政强制\t0", "行政强制\t0\t0"),
        ("1.属于国家秘密\t0", "1.属于国家秘密"),
        ("第二十条第（五）项\n", ""),
        ("（七）总计", "（七）其他总计"),
    ],
)
def test_refuses_what_is_not_the_form(old: str, new: str) -> None:
    text = canonical_report("2021")
    assert old in text
    with pytest.raises(UnexpectedInput):
        stock().parse(text.replace(old, new, 1))


def test_is_free_of_conflicts_and_of_overlapping_terminals() -> None:
    pytest.importorskip("interegular", reason="strict LALR needs the package interegular")
    Lark.open(str(GRAMMAR / "report.lark"), parser="lalr", start="report", strict=True)
