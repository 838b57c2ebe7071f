"""表四有一组的总计不等于四种结果之和。

查什么
    表四三组（行政复议、未经复议直接起诉、复议后起诉）分别核对：结果维持＋结果纠正＋其他结果＋尚未审结＝总计。
为什么
    每件复议、诉讼案件只有一种结果，还没有结果的计入尚未审结。四项相加不等于总计，就是有案件漏计或者重计。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表四：每组末格为总计。
怎么改
    与案件台账核对五个数。总计多出来的，常常是尚未审结的案件没有填。
何时不必理会
    没有例外。因空格无法判断的只是警告，把空格补为实际数字后再核对。

The total of a group of table 4 is not the sum of its four results.

What it checks
    In each of the three groups of table 4, administrative reconsideration, litigation without reconsideration and
    litigation after it: upheld, corrected, other results and pending must add up to the total.
Why it matters
    Every case has one result, and those without a result yet are pending. If the four do not make the total, a case
    was left out or counted twice.
Basis
    Letters 30 (2021) and 60 (2019), annex, table 4: the last cell of each group is its total.
How to mend
    Compare the five numbers with your register of cases. Where the total is larger, pending cases were often left
    out.
When to ignore
    Never. Where blanks leave it open it is a warning only; fill them in and check again.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.report import Row
from giar_lark.official.names import column_name, row_name
from giar_lark.rules.clauses import SUMS
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.numbers.arithmetic import Balance, Number, explained
from giar_lark.rules.numbers.mark import Mark, both_sides, mark_of, severity_of, side_of
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought_in_tables import sought_in_numbers
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T4-01",
    name="group-total",
    severity=Severity.ERROR,
    summary=Text("表四某组：四种结果之和 ≠ 总计", "a group of table 4: the four results do not add up to the total"),
    clause=SUMS,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="\t1\t0\t1\t0\t3\t0\t1\t0\t1\t2\t0\t0\t0\t0\t0",
        right="\t1\t0\t1\t0\t2\t0\t1\t0\t1\t2\t0\t0\t0\t0\t0",
    ),
)


@sought_in_numbers("t4")
def _differ(*numbers: Number) -> bool:
    """Whether a group does not add up, with blanks as nothing; hardly any report has one."""
    return [sum(numbers[at : at + 4]) for at in range(0, len(numbers), 5)] != [*numbers[4::5]]


@asked_where(_differ)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each group that does not add up, or cannot be said to."""
    table = context.table("t4")
    for row in table.rows if table is not None and _differ(*context.cells.numbers("t4")) else ():
        if len(row.cells) != 5:
            continue
        balance = Balance(row.cells[:-1], row.cells[-1:])
        if balance.fails:
            yield _finding(row, balance)


def _finding(row: Row, balance: Balance) -> Finding:
    name = row_name(row.key)
    total = Mark(
        row.cells[-1],
        side_of(Text("四种结果之和", "sum of the four results"), balance.left),
        Text(
            "与案件台账核对四种结果和总计，尚未审结的也要计入",
            "compare the four results and the total with your register of cases; pending ones count too",
        ),
    )
    mark = mark_of(balance, None, total)
    left = Text(f"{name.zh}：四种结果之和", f"{name.en}: sum of the four results")
    return RULE.finding(
        both_sides(balance, left, Text("总计", "total")),
        mark.cell.span,
        severity=severity_of(balance),
        key=mark.cell.key,
        label=mark.label,
        related=explained(balance, mark.cell, column_name),
        help=mark.help,
        anchor=row.key,
    )
