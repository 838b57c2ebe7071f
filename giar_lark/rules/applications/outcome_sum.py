"""表三有一列的“（七）总计”不等于各项办理结果之和。

查什么
    表三七列逐列核对：（一）予以公开至（六）其他处理的各行相加，应等于三、本年度办理结果的（七）总计。

    多出的件数恰好等于（二）部分公开的件数时，会提示部分公开可能被重复计数（T3-07）。
    几列同时不平、恰能由与上一行相同的一行说明的，只提示一次。
为什么
    一件申请只有一种办理结果。各行之和与总计不等，就是有申请没有归类，或者归了两类；由此算出的公开率等比例也不准。
依据
    国办公开办函〔2021〕30号附件表三：（七）总计为本年度办理结果的合计；（二）部分公开注明“区分处理的，只计这一情形，
    不计其他情形”。2019 年格式的（六）其他处理只有一行，其余相同。
怎么改
    先看差额：等于（二）部分公开的件数时，从不予公开等情形中减去重复计数的申请；否则与台账逐行核对，改正填错的一行，或
    者改正（七）总计。
何时不必理会
    没有例外。因空格无法判断的只是警告，把空格补为实际数字后再核对。

In a column of table 3 the outcomes do not add up to their total, row （七）.

What it checks
    In each of the seven columns of table 3: the rows from （一） granted to （六） other handling must add up to row （七）,
    the total of this year's outcomes.

    Where the surplus is exactly the number of partial disclosures, row （二）, the finding says that these were probably
    counted twice (T3-07). Where a row with the numbers of the one above explains why several columns fail, there is one
    finding.
Why it matters
    An application has one outcome. If the rows do not make the total, one has no outcome or two, and every rate
    computed from the table is wrong as well.
Basis
    Letter 30 (2021), annex, table 3: row （七） is the total of the outcomes, and an application disclosed in part
    counts in row （二） only. In the template of 2019 row （六） is one row; all else is the same.
How to mend
    Look at the difference first. If it is the number of partial disclosures, take them out of the rows below;
    otherwise compare row by row with your register, and correct the row that is wrong, or row （七）.
When to ignore
    Never. Where blanks leave it open it is a warning only; fill them in and check again.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.report import Cell
from giar_lark.official.names import column_name, row_name_of_cell
from giar_lark.rules.clauses import SUMS
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.numbers.arithmetic import Balance, Verdict, explained
from giar_lark.rules.numbers.grid import OUTCOMES, Grid, Identity
from giar_lark.rules.numbers.mark import Mark, both_sides, mark_of, severity_of, side_of
from giar_lark.rules.numbers.row_slip_told import told_slip
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T3-02",
    name="outcome-sum",
    severity=Severity.ERROR,
    summary=Text(
        "表三某列：各项办理结果之和 ≠（七）总计", "the outcomes in a column of table 3 do not add up to their total"
    ),
    clause=SUMS,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t2\t1\t0\t0\t0\t0\t3\n…\n"
        "6.属于四类过程性信息\t3\t1\t0\t0\t0\t0\t4\n…\n"
        "（七）总计\t13\t3\t0\t0\t1\t0\t17",
        right="（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t2\t1\t0\t0\t0\t0\t3\n…\n"
        "6.属于四类过程性信息\t1\t0\t0\t0\t0\t0\t1\n…\n"
        "（七）总计\t13\t3\t0\t0\t1\t0\t17",
    ),
    fixable="suggested",
)


@asked_where(Sign.UNEQUAL)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each column whose outcomes do not add up, or cannot be said to."""
    yield from told_slip(RULE, context.row_slip, OUTCOMES)
    yield from (_finding(identity, context.grid) for identity in context.failing(OUTCOMES))


def _finding(identity: Identity, grid: Grid) -> Finding:
    balance = identity.balance
    label = side_of(Text("各项之和", "sum of the outcomes"), balance.left)
    suspect = grid.suspect_of(identity)
    mark = mark_of(balance, suspect, Mark(balance.right[0], label, _where_else(identity, grid)))
    column = column_name(mark.cell.key)
    left = Text(f"{column.zh}列：各项办理结果之和", f"column {column.en}: sum of the outcomes")
    return RULE.finding(
        both_sides(balance, left, Text("（七）总计", "their total")),
        mark.cell.span,
        severity=severity_of(balance),
        key=mark.cell.key,
        label=mark.label,
        related=explained(balance, mark.cell, row_name_of_cell),
        help=(None if suspect else _counted_twice(balance, grid)) or mark.help,
        fix=mark.fix,
        anchor=identity.line,
    )


def _counted_twice(balance: Balance, grid: Grid) -> Text | None:
    """The hint that partial disclosures were counted twice, where the surplus is their number (T3-07).

    What was counted twice stands in a row that adds up: where a row misses, too, the slip is another. And so it is where
    another column has a surplus of its own.
    """
    partial = _partial_in(balance)
    others = [other.balance for other in grid.outcomes if other.balance.difference]
    if not partial.value or any(other.difference != (_partial_in(other).value or 0) for other in others):
        return None
    return Text(
        f"差额等于（二）部分公开的 {partial.value} 件，疑似重复计数：区分处理的只计（二），请从其他情形中减去（T3-07）",
        f"the difference is the {partial.value} of row （二）, partly disclosed, which count there only: "
        "take them out of the other rows (T3-07)",
    )


def _partial_in(balance: Balance) -> Cell:
    return next(cell for cell in balance.left if ".partially_granted." in cell.key)


def _where_else(identity: Identity, grid: Grid) -> Text:
    conservation = next(other for other in grid.conservation if other.line == identity.line)
    if _is_settled(conservation.balance):
        return Text(
            "（七）总计与勾稽关系相符，请与台账逐行核对（一）至（六）",
            "the total agrees with the balance of the column; compare each outcome with your register",
        )
    return Text(
        "与台账核对（七）总计和各项办理结果", "compare the total of outcomes, and each outcome, with your register"
    )


def _is_settled(balance: Balance) -> bool:
    return balance.verdict is Verdict.HOLDS and balance.left_sum != 0
