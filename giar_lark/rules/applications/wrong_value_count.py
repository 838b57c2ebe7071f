"""表三某一行不是七个数。

查什么
    表三每行应有七个数（六类申请人和总计）。多一个或少一个时，各数属于哪一列无从确定，整行不读取，也不参与核算。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表三：七列。
例
    错：（一）予以公开 9 1 0 0 0 0 1 0（“10”断成了“1”和“0”）。
    对：（一）予以公开 9 1 0 0 0 0 10。
怎么改
    对照原表逐列核对：数字被拆成两格的合并，漏掉的补上（没有的填 0），多出的删去。
何时不必理会
    没有例外。由读取阶段提示。

In English: a row of table 3 with more or fewer than seven numbers. None of them is assigned to a column.
Found while reading.
"""

from __future__ import annotations

from giar_lark.findings import Severity, Text
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T3-13",
    name="wrong-value-count",
    severity=Severity.ERROR,
    summary=Text("表三某行的数字不是七个", "a row of table 3 has not seven values"),
    clause=FORMAT,
)
