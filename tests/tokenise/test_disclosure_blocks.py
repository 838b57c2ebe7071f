"""The blocks of table 2: which template a block without a header is of."""

from __future__ import annotations

from giar_lark.tokenise.labels.recognise import index_of
from giar_lark.tokenise.rows.disclosure_blocks import plan_blocks
from giar_lark.tokenise.rows.zones import find_zones
from giar_lark.tokenise.split.choice import split_table

# the first block has the header of 2019, the second that of 2021, the third has none
TEXT = """\
第二十条第（一）项
信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量
规章\t0\t0\t0
行政规范性文件\t1\t1\t3
第二十条第（五）项
信息内容\t本年处理决定数量
行政许可\t7
第二十条第（六）项
行政处罚\t2
行政强制\t0
"""


def test_where_headers_are_even_the_newer_template_decides() -> None:
    zones = find_zones(split_table(TEXT, 0, len(TEXT)), index_of("t2"))
    assert [block.header.template for block in plan_blocks(zones)] == ["2019", "2021", "2021"]
