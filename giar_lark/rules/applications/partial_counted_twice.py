"""部分公开的申请又计入了其他情形。

查什么
    表三某列各项办理结果之和大于（七）总计，差额恰好等于该列（二）部分公开的件数。
    不另行提示：这一原因写在 T3-02（各项之和不等于（七）总计）的“怎么改”里。
为什么
    一件申请只有一种办理结果。区分处理的申请既有公开的部分、又有不公开的部分，最容易在两行里各计一次。
依据
    国办公开办函〔2021〕30号附件表三：（二）部分公开（区分处理的，只计这一情形，不计其他情形）。2019 年格式相同。
怎么改
    按台账找出区分处理的申请，只留在（二）部分公开，从（一）予以公开或（三）不予公开等行中减去，并改正该行总计。
何时不必理会
    与台账核对后，差额另有来历、只是碰巧相等时，按 T3-02 查找原因。

Applications disclosed in part are counted in another row, too.

What it checks
    The outcomes in a column of table 3 are more than their total, and the difference is the number of partial disclosures
    in that column. It has no finding of its own: T3-02 (the outcomes are not the total) says so in its advice.
Why it matters
    An application has one outcome. One that is granted in part and denied in part is easily counted in both rows.
Basis
    Letter 30 (2021), annex, table 3, row （二）: count partial disclosures here and nowhere else. The same in 2019.
How to mend
    Look up the partial disclosures in your register, leave them in row （二） only, take them out of the other rows, and
    correct the totals of those rows.
When to ignore
    Where your register shows that the difference has another cause and equals their number by chance; see T3-02.
"""

from __future__ import annotations

from giar_lark.findings import Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.example import Example
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T3-07",
    name="partial-counted-twice",
    severity=Severity.ERROR,
    summary=Text("部分公开的申请重复计入其他情形", "partial disclosures are counted in another row, too"),
    clause=FORMAT,
    told_as="T3-02",
    example=Example(
        wrong="（一）予以公开\t8\t2\t0\t0\t1\t0\t11",
        right="（一）予以公开\t6\t1\t0\t0\t1\t0\t8",
    ),
    fault=Fault.INACCURATE,
)
