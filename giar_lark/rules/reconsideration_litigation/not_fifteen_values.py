"""表四的数字不是十五个。

查什么
    表四应有十五个数：行政复议、未经复议直接起诉、复议后起诉各五个。多或少时，各数属于哪一格无从确定，全表不读取。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表四。
例
    错：0 0 0 0 0 1 0 0 1 0 0 0 0 0（十四个数，某一组少一格）。
    对：0 0 0 0 0 1 0 0 0 1 0 0 0 0 0。
怎么改
    分三组、每组五格逐一核对，漏的补上，没有的填 0。
何时不必理会
    没有例外。由读取阶段提示。

In English: table 4 has fifteen values, three groups of five; here there are more or fewer. Found while
reading.
"""

from __future__ import annotations

from giar_lark.findings import Severity, Text
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T4-02",
    name="not-fifteen-values",
    severity=Severity.ERROR,
    summary=Text("表四的数字不是十五个", "table 4 has not fifteen values"),
    clause=FORMAT,
)
