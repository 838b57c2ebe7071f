"""表二某一行多出数字。

查什么
    表二某行的数字多于该项的列数。各数属于哪一列无从确定，整行不读取。少于列数的见 T2-07。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表二。
例
    错：行政处罚 1 2（一列的项下有两个数，可能是“12”断开了）。
    对：行政处罚 12。
怎么改
    对照原表核对：断开的合并，多出的删去。
何时不必理会
    没有例外。由读取阶段提示。

In English: a row of table 2 has more numbers than its block has columns. None of them is assigned. Found
while reading.
"""

from __future__ import annotations

from giar_lark.findings import Severity, Text
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="SY-01",
    name="superfluous-value",
    severity=Severity.ERROR,
    summary=Text("表二某行多出数字", "a row of table 2 has too many values"),
    clause=FORMAT,
)
