"""格里的数不是件数：负数、小数，或带正负号。

查什么
    三张表的数字均应为不小于 0 的整数。2019 年格式的“本年增/减”可以带正负号；
    收费金额、采购总金额可以有小数，但不得为负。
依据
    附件格式各栏为件数、项目数或金额。
例
    错：二、上年结转·自然人 -1。
    对：二、上年结转·自然人 1。
怎么改
    与台账核对后填写实际件数；金额不要填在件数栏。
何时不必理会
    没有例外。

In English: counts are whole numbers from 0. Only the yearly change of the 2019 format carries a sign, only
amounts of money a fraction.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity, Text
from giar_lark.model.report import Cell
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Context, Rule
from giar_lark.rules.wording import place_of

RULE = Rule(
    code="T3-06",
    name="not-a-count",
    severity=Severity.ERROR,
    summary=Text("负数、小数或带正负号的件数", "a count that is negative, fractional or signed"),
    clause=FORMAT,
)

_AMOUNTS = ("amount_10k_yuan", "amount_yuan")


def check(context: Context) -> Iterator[Finding]:
    """One finding for each cell whose number is no count."""
    for table in context.tables:
        for row in table.rows:
            for cell in row.cells:
                problem = _problem(cell)
                if problem is not None:
                    yield _finding(cell, problem)


def _problem(cell: Cell) -> Text | None:
    value = cell.value
    if value is None:
        return None
    if value != int(value) and cell.column not in _AMOUNTS:
        return Text("小数", "a fraction")
    if cell.column == "items_change":
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
        if cell.column not in _AMOUNTS
        else Text(
            f"{place.zh}填“{cell.raw}”，金额不应为负或带正号", f"{place.en} says “{cell.raw}”, an amount has no sign"
        ),
        cell.span,
        key=cell.key,
        label=problem,
        help=Text("与台账核对后填写实际数字", "compare with your register and write the number"),
    )
