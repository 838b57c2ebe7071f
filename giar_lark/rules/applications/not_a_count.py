"""格里的数不是件数：负数、小数，或者带正负号。

查什么
    三张表的数应为不小于 0 的整数。2019 年格式的“本年增/减”可以带正负号；收费金额、采购总金额可以有小数，但不应带正负
    号。
为什么
    件数不会是负数，也没有零点几件。出现这样的数，多半是填错了栏、误按了横线，或者把金额填进了件数栏。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件：各栏为件数、数量或金额。
怎么改
    与台账核对，填写实际件数；金额不要填在件数栏。
何时不必理会
    没有例外。

A number in a cell is no count: it is negative, a fraction, or has a sign.

What it checks
    Numbers of the three tables are whole numbers from 0. Only the yearly change of the template of 2019 may have a
    sign, and only amounts of money a fraction; an amount has no sign either.
Why it matters
    There are no fewer than no cases, and no parts of one. Such a number stands in the wrong column, has a stray dash
    in front, or is an amount of money in a column of counts.
Basis
    Letters 30 (2021) and 60 (2019), annex: the columns are counts or amounts of money.
How to mend
    Compare with your register and write the actual count; an amount does not belong into a column of counts.
When to ignore
    Never.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.report import Cell
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.numbers.cells import AMOUNTS, CHANGE
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import place_of

RULE = Rule(
    code="T3-06",
    name="not-a-count",
    severity=Severity.ERROR,
    summary=Text("负数、小数或带正负号的件数", "a count that is negative, fractional or signed"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="行政强制\t-2",
        right="行政强制\t2",
    ),
)


@asked_where(Sign.ODD_CELLS)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each cell whose number is no count."""
    for rows in context.odd_rows.values():
        for cell in (cell for row in rows for cell in row.cells):
            problem = _problem(cell)
            if problem is not None:
                yield _finding(cell, problem)


def _problem(cell: Cell) -> Text | None:
    value = cell.value
    if value is None:
        return None
    if value != int(value) and cell.column not in AMOUNTS:
        return Text("小数", "a fraction")
    if cell.column == CHANGE:
        return None
    if value < 0:
        return Text("负数", "negative")
    return Text("带正号", "signed") if cell.reading.signed else None


def _finding(cell: Cell, problem: Text) -> Finding:
    place = place_of(cell)
    return RULE.finding(
        Text(
            f"{place.zh}填“{cell.raw}”，件数应为不小于 0 的整数",
            f"{place.en} says “{cell.raw}”, a count is a whole number from 0",
        )
        if cell.column not in AMOUNTS
        else Text(
            f"{place.zh}填“{cell.raw}”，金额不应为负或带正号", f"{place.en} says “{cell.raw}”, an amount has no sign"
        ),
        cell.span,
        key=cell.key,
        label=problem,
        help=Text("与台账核对后填写实际数字", "compare with your register and write the number"),
    )
