"""表四的数字不是十五个。

查什么
    表四应有十五个数：行政复议、未经复议直接起诉、复议后起诉各五个。多或少时，各数属于哪一格无从确定，整张表不读取。
为什么
    十五个数排在一行里，缺一个，其后各格就全部错位，维持的案件会读成纠正的案件。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表四：三组，每组五格。
怎么改
    分三组、每组五格逐一核对：漏的补上，没有的填 0，多出的删去。
何时不必理会
    没有例外。

Table 4 has more or fewer than fifteen numbers.

What it checks
    Table 4 has fifteen numbers, five each for reconsideration, litigation without reconsideration and litigation
    after it. With more or fewer nobody can say which number belongs to which cell, and the table is not read.
Why it matters
    Fifteen numbers stand in one row. If one is missing, all behind it move, and a case that was upheld reads as one
    that was corrected.
Basis
    Letters 30 (2021) and 60 (2019), annex, table 4: three groups of five cells.
How to mend
    Go through the three groups cell by cell: add what is missing, with 0 where there is none, and take out what is
    too much.
When to ignore
    Never.
"""

from __future__ import annotations

from giar_lark.findings import Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.example import Example
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T4-02",
    name="not-fifteen-values",
    severity=Severity.ERROR,
    summary=Text("表四的数字不是十五个", "table 4 has not fifteen values"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="\t1\t0\t1\t0\t2\t0\t1\t0\t1\t2\t0\t0\t0\t0",
        right="\t1\t0\t1\t0\t2\t0\t1\t0\t1\t2\t0\t0\t0\t0\t0",
    ),
)
