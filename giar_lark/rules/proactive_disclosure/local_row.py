"""表二里有自行增加的行。

查什么
    表二里有一个格式文本没有的行名，后面跟着数字，例如“其他主动公开文件”。这些数字不计入任何一行。
为什么
    全国用同一张表，才能逐级汇总。自行增加的行无处可加，别人也不知道它的口径。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表二：各项的行是固定的。
怎么改
    删去增加的行，需要说明的数量写进“一、总体情况”；只是行名写错的，改正行名。
何时不必理会
    上级机关明确要求增加这一行时。

Table 2 has a row that the format does not have.

What it checks
    A row label in table 2 that the format does not have, with numbers behind it, such as “其他主动公开文件”. The numbers
    belong to no row.
Why it matters
    The whole country fills in one table, so that it can be added up level by level. A row of your own can be added to
    nothing, and nobody else knows what it counts.
Basis
    Letters 30 (2021) and 60 (2019), annex, table 2: the rows of each item are fixed.
How to mend
    Delete the row, and tell the number in part 一 if it is worth telling; if only the label is misspelt, correct it.
When to ignore
    Where a higher authority has expressly asked for the row.
"""

from __future__ import annotations

from giar_lark.findings import Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.example import Example
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T2-10",
    name="local-row",
    severity=Severity.INFO,
    summary=Text("表二中自行增加的行", "a row of your own in table 2"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="行政规范性文件\t3\t1\t15\n其他主动公开文件\t35\t0\t35",
        right="行政规范性文件\t3\t1\t15",
    ),
)
