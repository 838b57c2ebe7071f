"""正文说有申请结转下年度，表三“四”却是 0。

查什么
    表三“四、结转下年度继续办理”为 0，而正文说有若干件（或年末有申请）未到期限、结转下年度继续办理。
为什么
    没有办完的申请在表里消失了，下一年的报告就接不上。
依据
    国办公开办函〔2021〕30号附件表三第四项：截至 12 月 31 日尚未办结的申请。
怎么改
    与台账核对：确有未办结的，填入“四”，并核对勾稽关系；没有的，改正文。
何时不必理会
    正文说的是往年的事时，写明年份。

The prose carries applications into the next year, and row 四 of table 3 has none.

What it checks
    Row 四 is 0, while the prose tells of applications that go on in the next year, with or without their number.
Why it matters
    Applications that are not settled vanish from the table, and next year's report cannot take them up.
Basis
    Letter 30 (2021), annex, table 3, row 四: what is not settled on 31 December.
How to mend
    Compare with the register: if some are pending, fill in row 四 and check the balance; if none is, mend the sentence.
When to ignore
    Where the sentence is about an earlier year, name the year.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.narrative.figure import Figure, Mention, When
from giar_lark.narrative.told import Told
from giar_lark.rules.clauses import CARRY_OVER
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.figures.told import (
    CARRIED_FORWARD,
    carried_row,
    contradicted,
    differing,
    in_table,
)
from giar_lark.rules.numbers.cells import Cells
from giar_lark.rules.occasions.held_against_cells import held_against_cells
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

RULE = Rule(
    code="T3-11",
    name="pending-vanished",
    severity=Severity.ERROR,
    summary=Text(
        "正文有结转下年度的，表三“四”是 0", "the text carries applications forward, row 四 of table 3 has none"
    ),
    clause=CARRY_OVER,
    example=Example(
        wrong="上年结转2件，1件结转下年度继续办理。",
        right="上年结转2件，没有结转下年度的申请。",
        instead_of="规范登记、审核、办理、答复各环节，答复均在法定期限内。",
        besides=(
            (
                "一、本年新收政府信息公开申请数量\t12\t3\t0\t0\t1\t0\t16",
                "一、本年新收政府信息公开申请数量\t11\t3\t0\t0\t1\t0\t15",
            ),
            ("四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1", "四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0"),
        ),
    ),
    fault=Fault.INACCURATE,
)
_KEY = f"t3.{CARRIED_FORWARD}.total"
# what tells of this year's end, and not of how such applications are handled in general
_AT_THE_END = lazy_pattern(r"年末|年底|岁末|截至|截止|尚有|仍有|还有|部分|个别")


def _counted(told: Told) -> list[Figure]:
    return [figure for figure in told.comparable if carried_row(figure) == CARRIED_FORWARD and figure.quantity.value]


def _spoken_of(told: Told) -> list[Mention]:
    return [mention for mention in told.mentions if _is_carried(mention)]


@held_against_cells(_counted)
def _number_vanished(figure: Figure, cells: Cells) -> Decimal | None:
    return figure.quantity.value if cells.value(_KEY) == 0 else None


@held_against_cells(_spoken_of)
def _vanished(mention: Mention, cells: Cells) -> int | None:
    """Where the clause begins that tells of what the table has not."""
    return _clause_start(mention) if cells.value(_KEY) == 0 else None


@asked_where(_number_vanished, _vanished)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each place that tells of applications carried forward."""
    for span, number in _told(context):
        cell = context.cells.at(_KEY)
        told = f" {number} 件" if number else "申请"
        yield RULE.finding(
            Text(
                f"正文说有{told}结转下年度，表三“四”是 0",
                f"the text carries {number or 'applications'} into the next year, row 四 of table 3 has 0",
            ),
            span,
            key=cell.key,
            label=Text("表中是 0", "the table has 0"),
            related=(in_table(cell),),
            help=Text(
                "与台账核对：有未办结的填入“四”，没有的改正文",
                "compare with your register: fill in row 四, or mend the text",
            ),
        )


def _told(context: Context) -> Iterator[tuple[Span, str]]:
    for passage, figure, number in contradicted(context, _number_vanished):
        yield figure.span_in(passage), str(number)
    for passage, mention, start in differing(context, _vanished):
        yield passage.span_of(start, mention.end), ""


def _is_carried(mention: Mention) -> bool:
    subject = mention.subject
    if subject.event != "CARRIED_FORWARD" or subject.thing != "APPLICATION" or mention.when is not When.THIS:
        return False
    clause = mention.text[_clause_start(mention) : mention.end]
    return _AT_THE_END.search(clause) is not None


def _clause_start(mention: Mention) -> int:
    before = mention.text[: mention.start]
    return max(before.rfind(stop) for stop in "，。；：、,;（(") + 1
