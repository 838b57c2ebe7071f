"""空格的位置不明，按行合计推定。

查什么
    转换程序丢掉了空单元格，但只有一种放法能使“六类之和＝总计”成立。数字按这种放法读取，并标明是推定的。
依据
    合计关系只用来在几种读法中选择，而且只在恰有一种成立时；数字本身从不改动。
例
    错：（一）予以公开 2 3 5（七格只剩三个数，从空隙看有几种可能，只有一种合计成立）。
    对：（一）予以公开 2 3 0 0 0 0 5。
怎么改
    对照原表核对这一行；在原表中把空格填上 0，就不再需要推定。
何时不必理会
    与原表核对无误之后。由读取阶段提示。

In English: blank cells could stand in several places and only one reading adds up; it was taken and marked
as inferred. Found while reading.
"""

from __future__ import annotations

from giar_lark.findings import Severity, Text
from giar_lark.rules.clauses import READING
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="RD-07",
    name="inferred-places",
    severity=Severity.WARNING,
    summary=Text("空格的位置按行合计推定", "the places of blank cells were inferred from the row sum"),
    clause=READING,
)
