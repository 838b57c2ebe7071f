"""表四某一组的总计不等于四种结果之和。

查什么
    表四三组（行政复议、未经复议直接起诉、复议后起诉）分别核对：结果维持＋结果纠正＋其他结果＋尚未审结＝总计。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表四：每组末格为总计。
例
    错：行政复议 2 1 0 0 4（3 与 4，差 1）。
    对：行政复议 2 1 0 1 4。
怎么改
    与案件台账核对。总计多出来的，常是尚未审结的案件没有填。
何时不必理会
    没有例外。有空格而无法判断时只作提醒。

In English: in each of the three groups of table 4 the four results must add up to the total.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity, Text
from giar_lark.model.report import Row
from giar_lark.rules.arithmetic import Balance, Verdict, explained
from giar_lark.rules.clauses import SUMS
from giar_lark.rules.mark import Mark, both_sides, mark_of, severity_of, side_of
from giar_lark.rules.rule import Context, Rule
from giar_lark.rules.wording import column_name, row_name

RULE = Rule(
    code="T4-01",
    name="group-total",
    severity=Severity.ERROR,
    summary=Text("表四某组：四种结果之和 ≠ 总计", "a group of table 4: the four results do not add up to the total"),
    clause=SUMS,
)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each group that does not add up, or cannot be said to."""
    table = context.table("t4")
    for row in table.rows if table is not None else ():
        if len(row.cells) != 5:
            continue
        balance = Balance(row.cells[:-1], row.cells[-1:])
        if balance.verdict in (Verdict.BROKEN, Verdict.OPEN):
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
