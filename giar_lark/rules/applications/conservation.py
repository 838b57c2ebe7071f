"""表三的勾稽关系不平：某一列“第一项＋第二项”不等于“第三项＋第四项”。

查什么
    表三七列（六类申请人和总计）逐列核对：一、本年新收＋二、上年结转＝三、（七）总计＋四、结转下年度继续办理。
依据
    国办公开办函〔2021〕30号附件表三左上角的注：第一项加第二项之和，等于第三项加第四项之和。2019 年格式相同。
例
    错：自然人列 新收 12、上年结转 2，（七）总计 12、结转下年度 1（14 与 13，差 1）。
    对：自然人列 新收 12、上年结转 2，（七）总计 13、结转下年度 1。
怎么改
    与申请台账核对四个数。各行合计和（七）总计都平时，多半是“结转下年度”或“上年结转”填错。
何时不必理会
    没有例外。有空格而无法判断时只作提醒；把空格补为实际数字后再核对。

In English: every column of table 3 must balance: new and carried-in applications equal those processed and
those carried forward. Blank cells count as nothing only where the column then balances.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity, Text
from giar_lark.rules.arithmetic import Verdict, explained
from giar_lark.rules.clauses import BALANCE
from giar_lark.rules.grid import CONSERVATION, OUTCOMES, Identity, broken_or_open, identities, suspect_of
from giar_lark.rules.mark import Mark, both_sides, mark_of, severity_of
from giar_lark.rules.rule import Context, Rule
from giar_lark.rules.wording import column_name, row_name_of_cell

RULE = Rule(
    code="T3-01",
    name="conservation",
    severity=Severity.ERROR,
    summary=Text("表三某列：第一项＋第二项 ≠ 第三项（七）＋第四项", "a column of table 3 does not balance"),
    clause=BALANCE,
)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each column that does not balance, or cannot be said to."""
    wrong = broken_or_open(context.report, CONSERVATION)
    everything = identities(context.report) if wrong else ()
    yield from (_finding(identity, everything) for identity in wrong)


def _finding(identity: Identity, everything: tuple[Identity, ...]) -> Finding:
    balance = identity.balance
    mark = mark_of(balance, suspect_of(identity, everything), _likeliest(identity, everything))
    column = column_name(mark.cell.key)
    left = Text(f"{column.zh}列：第一项＋第二项", f"column {column.en}: items 1 + 2")
    return RULE.finding(
        both_sides(balance, left, Text("第三项（七）＋第四项", "items 3 (7) + 4")),
        mark.cell.span,
        severity=severity_of(balance),
        key=mark.cell.key,
        label=mark.label,
        related=explained(balance, mark.cell, row_name_of_cell),
        help=mark.help,
        anchor=identity.line,
    )


def _likeliest(identity: Identity, everything: tuple[Identity, ...]) -> Mark:
    """The cell to look at first: （七）总计 if the outcomes do not add up to it either, else the carry-forward."""
    processed, carried_forward = identity.balance.right
    outcomes = next(other for other in everything if other.kind == OUTCOMES and other.line == identity.line)
    label = Text("这一列不平", "this column does not balance")
    if outcomes.balance.verdict is Verdict.BROKEN:
        return Mark(
            processed,
            label,
            Text(
                "与台账核对（七）总计和各项办理结果",
                "compare the total of outcomes, and each outcome, with your register",
            ),
        )
    return Mark(
        carried_forward,
        label,
        Text(
            "（七）总计与各项办理结果相符，请与台账核对上年结转和结转下年度的件数",
            "the outcomes agree with their total; compare the numbers carried in and forward with your register",
        ),
    )
