"""表三、表四中有格式文本没有的行。

查什么
    表三、表四里有一个格式文本没有的行名，后面跟着数字。这些数字不计入任何一行。表二中的同类情况由 T2-10 提示。
为什么
    自行增加的行无法与其他单位汇总，它的数字也会使（七）总计对不上。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件：表三、表四的行是固定的。
怎么改
    行名写错的，改为格式文本的写法；自行增加的行，并入格式文本已有的情形，无处可并的计入（六）其他处理的“3.其他”。
何时不必理会
    网页导航、页码等无关文字混进了表格时。

Table 3 or table 4 has a row that the format does not have.

What it checks
    A row label in table 3 or 4 that the format does not have, with numbers behind it. They belong to no row. The same
    in table 2 is T2-10.
Why it matters
    A row of your own cannot be added up with those of other organs, and its numbers are missing from the total of
    outcomes.
Basis
    Letters 30 (2021) and 60 (2019), annex: the rows of tables 3 and 4 are fixed.
How to mend
    Correct a label that is misspelt. Put a row of your own into a case that the format has; what fits none of them
    belongs to “3.其他” of （六）, other reasons.
When to ignore
    Where a link or a page number of the web site has slipped into the table.
"""

from __future__ import annotations

from giar_lark.findings import Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.example import Example
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="SY-02",
    name="unknown-row",
    severity=Severity.ERROR,
    summary=Text("格式文本没有的行", "a row that the format does not have"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="5.要求行政机关确认或重新出具已获取信息\t0\t0\t0\t0\t0\t0\t0\n6.涉及诉讼案件材料\t0\t0\t0\t0\t0\t0\t0",
        right="5.要求行政机关确认或重新出具已获取信息\t0\t0\t0\t0\t0\t0\t0",
    ),
)
