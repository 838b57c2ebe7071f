"""表二有一行多出数字。

查什么
    表二某行的数多于该项的列数。各数属于哪一列无从确定，这一行不读取。少于列数的由 T2-07 提示。
为什么
    多半是一个数断成了两截，或者混进了别处的数。猜着读比不读更危险，所以整行不采用。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表二。
怎么改
    对照原表核对：断开的数合并，多出的删去。
何时不必理会
    没有例外。

A row of table 2 has more numbers than its block has columns.

What it checks
    More numbers in a row of table 2 than the block has columns. Nobody can say which belongs to which, and the row is
    not read. Too few are the business of T2-07.
Why it matters
    Mostly a number was torn in two, or one from elsewhere has slipped in. A guess would be worse than no value, so
    none of the row is used.
Basis
    Letters 30 (2021) and 60 (2019), annex, table 2.
How to mend
    Compare with the original: join a number that was torn, take out what is too much.
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
    code="SY-01",
    name="superfluous-value",
    severity=Severity.ERROR,
    summary=Text("表二某行多出数字", "a row of table 2 has too many values"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="行政许可\t12\t0",
        right="行政许可\t120",
    ),
)
