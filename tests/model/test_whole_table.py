"""A table of any layout is one part of a report's stream, and its model says what that of its tokens one by one does."""

from __future__ import annotations

import pytest

from giar_lark.lalr.parser import parser_of
from giar_lark.model.report import Table
from giar_lark.model.table import build_table
from giar_lark.model.whole import build_whole
from giar_lark.parse.nodes import NodeBuilder, ReportNode
from giar_lark.source.source import Source
from giar_lark.tokenise.placed_table import PlacedTable
from giar_lark.tokenise.report import tokenise
from giar_lark.tokenise.token import Token

_HEAD = "一、总体情况\n　　全年平稳。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
_COLUMNS = "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
_NEW = "一、本年新收政府信息公开申请数量"
_CARRIED = "二、上年结转政府信息公开申请数量"
_TAIL = "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n　　没有。\n"


def report(*rows: str) -> str:
    return _HEAD + _COLUMNS + "".join(f"{row}\n" for row in rows) + _TAIL


def placed(text: str) -> list[PlacedTable]:
    return [part for part in tokenise(Source(text)).parts if isinstance(part, PlacedTable)]


def by_tokens(table: PlacedTable) -> Table:
    """The model that a table has when it is parsed token by token."""
    parser = parser_of("report", NodeBuilder)
    parser.feed([Token("APPLICATIONS", 0, 0), *table.tokens()])
    tree = parser.end()
    assert isinstance(tree, ReportNode)
    (node,) = tree.sections[0].parts
    return build_table(node)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((f"{_NEW}\t3\t\t/\t0\t0\t0\t3", f"{_CARRIED}\t1\t0\t0\t0\t0\t0\t1"), id="blank cells and marks"),
        pytest.param((f"{_NEW}\t3\t0\t0\t0\t0\t0\t3", "自行增加\t1\t0\t0\t0\t0\t0\t1"), id="an unknown row"),
        pytest.param((f"{_NEW}\t3件\t0\t-1\t1,000\t0\t0\t见说明",), id="cells that are no plain counts"),
    ],
)
def test_its_model_is_that_of_its_tokens(rows: tuple[str, ...]) -> None:
    (table,) = placed(report(*rows))
    whole, single = build_whole(table), by_tokens(table)
    assert (whole, whole.cells, whole.readings) == (single, single.cells, single.readings)
    assert (whole.form, whole.headers) == (single.form, single.headers)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(f"{_CARRIED}\t? 3 1 5", id="lost"),
        pytest.param("\t1\t0\t0\t0\t0\t0\t1", id="inferred, for the row has no label"),
    ],
)
def test_a_table_with_a_cell_whose_place_is_not_in_the_text_is_read_token_by_token(row: str) -> None:
    text = report(f"{_NEW}\t3\t0\t0\t0\t0\t0\t3", row, "（一）予以公开\t4\t0\t0\t0\t0\t0\t4")
    assert placed(text) == []
    assert any(token.type == "UNPLACED" or token.inferred for token in tokenise(Source(text)).tokens)
