"""表格中有一行没有行名。

查什么
    表二、表三中一行只有数字、没有行名。前后各行之间恰好缺这一行时，按缺少的那一行读取，各数标为推定；
    可能是几行中的任何一行时，不读取。
为什么
    没有行名，读者不知道这一行数字说的是什么；只能凭位置推定的数也不能当作已经写明。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件：每行都有行名。
怎么改
    补上行名，并核对这一行的数字。
何时不必理会
    转换时丢了行名、而正式文本中行名齐全时；数字仍请核对。

A row of a table has no label.

What it checks
    A row of table 2 or 3 that consists of numbers only. Where the rows around it lack just this one, it is read as that row
    and its values are marked as inferred; where it could be any of several, it is not read.
Why it matters
    Without a label nobody knows what the numbers are about, and what only its place tells has not been stated.
Basis
    Letters 30 (2021) and 60 (2019), annex: every row has a label.
How to mend
    Write the label, and check the numbers of the row.
When to ignore
    Where a conversion has lost the label and the official text has it; check the numbers all the same.
"""

from __future__ import annotations

from giar_lark.findings import Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.example import Example
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="SY-08",
    name="row-without-label",
    severity=Severity.WARNING,
    summary=Text("表格中有一行没有行名", "a row of a table has no label"),
    clause=FORMAT,
    example=Example(
        wrong="\t0\t1\t0\t0\t0\t0\t1\n5.属于三类内部事务信息",
        right="4.保护第三方合法权益\t0\t1\t0\t0\t0\t0\t1\n5.属于三类内部事务信息",
    ),
    fault=Fault.INCOMPLETE,
)
