"""表三有一列的勾稽关系不平：第一项加第二项，不等于第三项加第四项。

查什么
    表三七列（六类申请人和总计）逐列核对：一、本年新收＋二、上年结转＝三、（七）总计＋四、结转下年度继续办理。

    列中有空格时，空格不当作 0：不填也恰好相平的不提示，其余提示“无法判断”。
    （七）总计一行与上下都对不上，或两行的数互换了位置，使几列同时不平的，只提示一次。
为什么
    收到的申请，要么当年办结，要么转到下一年。两边不等，就是有申请漏计或者重计。格式文本把这条关系印在表上，任何人都可
    以当场核对。
依据
    国办公开办函〔2021〕30号附件表三的注：第一项加第二项之和，等于第三项加第四项之和。2019 年格式有同样的注。
怎么改
    与申请台账核对这四个数。（七）总计与其上各行相符的，多半错在“上年结转”或“结转下年度继续办理”；上年结转应等于上一年
    报告的结转下年度。
何时不必理会
    没有例外。因空格无法判断的只是警告，把空格补为实际数字后再核对。

A column of table 3 does not balance: items 1 and 2 do not equal items 3 and 4.

What it checks
    In each of the seven columns of table 3, the six types of applicant and the total: new applications and those
    carried in from last year must equal those processed, row （七）, and those carried forward.

    A blank cell is not taken for 0. Where a column balances without it, nothing is said; otherwise the finding says
    that it cannot be judged. Where row （七） fits neither side, or two rows have changed places, so that several columns
    fail, there is one finding.
Why it matters
    An application that came in was either dealt with in the year or goes over to the next. If the two sides differ,
    one was left out or counted twice. The relation is printed on the table itself, so every reader can check it.
Basis
    Letter 30 (2021), annex, note in table 3: items 1 and 2 together equal items 3 and 4 together. The template of
    2019 has the same note.
How to mend
    Compare the four numbers with your register of applications. Where row （七） agrees with the rows above it, the slip
    is most likely in what was carried in or carried forward; what was carried in must be what last year's report
    carried forward.
When to ignore
    Never. Where blanks leave it open it is a warning only; fill them in and check again.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.official.names import column_name, row_name_of_cell
from giar_lark.rules.clauses import BALANCE
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.numbers.arithmetic import Verdict, explained
from giar_lark.rules.numbers.grid import CONSERVATION, Grid, Identity
from giar_lark.rules.numbers.mark import Mark, both_sides, mark_of, severity_of
from giar_lark.rules.numbers.row_slip_told import told_slip
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T3-01",
    name="conservation",
    severity=Severity.ERROR,
    summary=Text("表三某列：第一项＋第二项 ≠ 第三项（七）＋第四项", "a column of table 3 does not balance"),
    clause=BALANCE,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="一、本年新收政府信息公开申请数量\t12\t3\t0\t0\t1\t0\t16\n"
        "二、上年结转政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t2\n…\n"
        "（七）总计\t13\t3\t0\t0\t1\t0\t17\n"
        "四、结转下年度继续办理\t2\t0\t0\t0\t0\t0\t2",
        right="一、本年新收政府信息公开申请数量\t12\t3\t0\t0\t1\t0\t16\n"
        "二、上年结转政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t2\n…\n"
        "（七）总计\t13\t3\t0\t0\t1\t0\t17\n"
        "四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1",
    ),
    fixable="suggested",
)


@asked_where(Sign.UNEQUAL)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each column that does not balance, or cannot be said to."""
    yield from told_slip(RULE, context.row_slip, CONSERVATION)
    yield from (_finding(identity, context.grid) for identity in context.failing(CONSERVATION))


def _finding(identity: Identity, grid: Grid) -> Finding:
    balance = identity.balance
    mark = mark_of(balance, grid.suspect_of(identity), _likeliest(identity, grid))
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
        fix=mark.fix,
        anchor=identity.line,
    )


def _likeliest(identity: Identity, grid: Grid) -> Mark:
    """The cell to look at first: （七）总计 if the outcomes do not add up to it either, else the carry-forward."""
    processed, carried_forward = identity.balance.right
    outcomes = next(other for other in grid.outcomes if other.line == identity.line)
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
