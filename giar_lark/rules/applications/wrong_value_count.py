"""表三有一行不是七个数。

查什么
    表三每行应有七个数：六类申请人和总计。多一个或少一个时，各数属于哪一列无从确定，这一行不读取，也不参与核算。
为什么
    数字断成两截，或者两格粘在一起，其后各列全部错位。猜着读比不读更危险，所以整行不采用。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表三：七列。
怎么改
    对照原表逐列核对：断成两格的数字合并，漏掉的补上（没有的填 0），多出的删去。
何时不必理会
    没有例外。

A row of table 3 has more or fewer than seven numbers.

What it checks
    Every row of table 3 has seven numbers, six types of applicant and a total. With one more or one less nobody can
    say which number belongs to which column: the row is not read, and no sum is checked with it.
Why it matters
    A number torn in two, or two cells run together, shifts every column behind it. A guess would be worse than no
    value, so none of the row is used.
Basis
    Letters 30 (2021) and 60 (2019), annex, table 3: seven columns.
How to mend
    Compare with the original column by column: join a number that was torn, add what is missing (0 where there is
    none), take out what is too much.
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
    code="T3-13",
    name="wrong-value-count",
    severity=Severity.ERROR,
    summary=Text("表三某行的数字不是七个", "a row of table 3 has not seven values"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="（七）总计\t1\t3\t3\t0\t0\t1\t0\t17",
        right="（七）总计\t13\t3\t0\t0\t1\t0\t17",
    ),
)
