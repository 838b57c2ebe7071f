"""表二中自行增加的行。

查什么
    表二里格式文本没有的行名，后面跟着数字，例如“其他主动公开文件”。这些数字不计入任何一行。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表二：各项的行是固定的。
例
    错：第（一）项下增加“其他主动公开文件 35”。
    对：在“一、总体情况”的文字中说明主动公开的其他文件数量。
怎么改
    删去增加的行，内容移到文字部分；如系行名写错，改正行名。
何时不必理会
    上级机关明确要求增加时。由读取阶段提示。

In English: a row of your own in table 2. Its numbers belong to no row. Found while reading.
"""

from __future__ import annotations

from giar_lark.findings import Severity, Text
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T2-10",
    name="local-row",
    severity=Severity.INFO,
    summary=Text("表二中自行增加的行", "a row of your own in table 2"),
    clause=FORMAT,
)
