"""上年结转与上年报告的结转下年度不一致。

查什么
    同一文件夹中有同一机关上年的报告时，核对：本年表三第二项“上年结转”，应等于上年表三第四项“结转下年度继续办理”。
    总计和六类申请人都核对，一份报告提示一次。上年那一格空白，或两格中有读不准的，不提示。
为什么
    年底没有办完的申请不会消失。两年的数接不上，至少有一年的申请少计或多计了。
依据
    附件表三的第二项和第四项是同一批申请，国办公开办函〔2021〕30号和〔2019〕60号的格式都如此。
怎么改
    对照申请台账，看上年 12 月 31 日尚未办结的是哪几件。本年填错的改本年；上年填错的，更正上年的报告，并在第六部分说明。
何时不必理会
    机构合并、撤销，接收了别的机关未办结的申请时；请在文字部分写明。

The number carried in is not what last year's report carried forward.

What it checks
    With last year's report of the same organ in the folder: item 2 of table 3, carried in, must equal item 4, carried
    forward, of that report, in total and for each type of applicant. One finding a report. Silent where last year's
    cell is blank, or a cell cannot be read.
Why it matters
    Applications that were not finished by the end of a year do not vanish. Where two years do not join, one of them
    counts too many or too few.
Basis
    Items 2 and 4 of table 3 are the same applications, in the formats of letters 30 (2021) and 60 (2019) alike.
How to mend
    See from the register which applications were open on 31 December. Correct this year's number, or, if last year's
    was wrong, that report, and say so in section 6.
When to ignore
    After a merger that brought in applications of another organ; say so in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.official.names import column_name
from giar_lark.official.templates import tables
from giar_lark.rules.batch_rule import cell_in, report_on
from giar_lark.rules.clauses import FROM_LAST_YEAR
from giar_lark.rules.example import Beside, Example, Other
from giar_lark.rules.numbers.arithmetic import Balance, Verdict, is_blank
from giar_lark.rules.numbers.mark import both_sides, severity_of
from giar_lark.rules.options import Options
from giar_lark.rules.rule import Rule

if TYPE_CHECKING:
    from giar_lark.batch.entry import Entry

RULE = Rule(
    code="YR-01",
    name="carried-in-differs",
    severity=Severity.ERROR,
    summary=Text("上年结转 ≠ 上年报告的结转下年度", "carried in is not what last year's report carried forward"),
    clause=FROM_LAST_YEAR,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1",
        right="二、上年结转政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t2",
        likewise=((r"^(一、本年新收.*\t)12(\t.*\t)16$", r"\g<1>13\g<2>17"),),
        beside=Beside(whose=Other.LAST_YEAR, piece="四、结转下年度继续办理\t2\t0\t0\t0\t0\t0\t2"),
    ),
)

_IN, _FORWARD, _TOTAL = "t3.carried_in", "t3.carried_forward", "total"


def check_years(entry: Entry, before: Entry, options: Options) -> Iterator[Finding]:
    """One finding for each report that does not take up what the year before has left, or cannot be said to."""
    wrong = [balance for column in tables().applicant_keys if (balance := _unequal(entry, before, column))]
    if wrong:
        yield _finding(before, wrong)


def _unequal(entry: Entry, before: Entry, column: str) -> Balance | None:
    """Both cells of a column if they differ. Blank: this year's total alone is worth a word; T3-05 tells of the others."""
    here, there = entry.cell(f"{_IN}.{column}"), before.cell(f"{_FORWARD}.{column}")
    if here is None or there is None or is_blank(there):
        return None
    balance = Balance((here,), (there,))
    if balance.verdict is Verdict.OPEN:
        return balance if column == _TOTAL else None
    return balance if balance.verdict is Verdict.BROKEN else None


def _finding(before: Entry, wrong: list[Balance]) -> Finding:
    """The total is what is told if it differs, else the first type; all columns that differ are related places."""
    told = next((balance for balance in wrong if balance.left[0].column == _TOTAL), wrong[0])
    (here,), (there,) = told.left, told.right
    column, year = column_name(here.key), report_on(before)
    forward = Text("结转下年度", "carried forward")
    return RULE.finding(
        both_sides(
            told,
            Text(f"上年结转（{column.zh}）", f"carried in ({column.en})"),
            Text(f"{year.zh}结转下年度", f"carried forward in the {year.en}"),
        ),
        here.span,
        severity=severity_of(told),
        key=here.key,
        label=Text(f"上年报告结转的是 {there.value}", f"last year's report carried forward {there.value}"),
        related=tuple(
            cell_in(before, cell, Text(f"{forward.zh}·{name.zh}", f"{forward.en}, {name.en}"))
            for balance in sorted(wrong, key=lambda balance: balance is not told)
            for cell in balance.right
            for name in [column_name(cell.key)]
        ),
        help=Text(
            "对照申请台账，改正两份报告中填错的一份",
            "compare with the register of applications, and correct the report that is wrong",
        ),
        anchor=_IN,
    )
