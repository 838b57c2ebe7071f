"""第六部分的信息处理费多于表二的行政事业性收费。

查什么
    正文中实际收取的信息处理费（元），换算成万元后不应大于表二（八）项“行政事业性收费”。
为什么
    信息处理费属于行政事业性收费，只能是后者的一部分。反过来，有行政事业性收费而没有收信息处理费，完全正常，不提示。
依据
    国办函〔2020〕109号；国办公开办函〔2021〕30号附件表二（八）项。
怎么改
    把信息处理费计入表二（八）项，或改正第六部分的金额；注意表二的单位是万元。
何时不必理会
    没有例外。

More fee for information was collected than table 2 has charges in all.

What it checks
    The fee for processing information that was collected, in yuan, must not exceed the administrative charges of block （八）
    of table 2, in ten thousand yuan.
Why it matters
    That fee is one of these charges and can only be part of them. The reverse is no slip: charges without any such fee are
    usual, and nothing is said of them.
Basis
    Letter 109 (2020); letter 30 (2021), annex, table 2, block （八）.
How to mend
    Count the fee in block （八）, or correct the amount in part six; mind that the table is in ten thousand yuan.
When to ignore
    Never.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.narrative.figure import Figure
from giar_lark.narrative.told import Told
from giar_lark.rules.clauses import FEE
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.figures.told import differing, in_table
from giar_lark.rules.numbers.arithmetic import Number
from giar_lark.rules.numbers.cells import Cells
from giar_lark.rules.occasions.held_against_cells import held_against_cells
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="XT-10",
    name="fee-income",
    severity=Severity.ERROR,
    summary=Text("信息处理费多于行政事业性收费", "more fee for information than charges in all"),
    clause=FEE,
    templates=("2021",),
    example=Example(
        wrong="本年度发出收费通知1件，通知金额300元，实际收取信息处理费300元。",
        right="本年度未发出收费通知，未收取信息处理费。",
        besides=(("行政事业性收费\t12.5", "行政事业性收费\t0"),),
    ),
    fault=Fault.INACCURATE,
)
_KEY = "t2.administrative_fees.amount_10k_yuan"
_YUAN = {"元": Decimal(1), "万元": Decimal(10_000)}
_FEES = frozenset({"FEE", "FEE_NOTICE", "FEE_AMOUNT"})


def _income(told: Told) -> list[tuple[Figure, Decimal]]:
    """The amounts collected, each in yuan."""
    found = [figure for figure in told.comparable if _is_income(figure)]
    return [(figure, figure.quantity.value * _YUAN[figure.quantity.unit]) for figure in found]


@held_against_cells(_income)
def _more_than_all(income: tuple[Figure, Decimal], cells: Cells) -> Number | None:
    """The charges of the table, which an amount collected exceeds."""
    charges = cells.value(_KEY)
    return charges if charges is not None and income[1] > charges * _YUAN["万元"] else None


@asked_where(_more_than_all)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each amount collected that exceeds the charges of the table."""
    for passage, (figure, collected), charges in differing(context, _more_than_all):
        amount = f"{figure.quantity.value}{figure.quantity.unit}"
        yield RULE.finding(
            Text(
                f"实际收取信息处理费 {amount}，表二行政事业性收费只有 {charges} 万元",
                f"{collected} yuan collected for information, while table 2 has charges of {charges} ten thousand yuan",
            ),
            figure.span_in(passage),
            key=_KEY,
            label=Text(f"表中是 {charges} 万元", f"the table has {charges}"),
            related=(in_table(context.cells.at(_KEY)),),
            help=Text(
                "信息处理费要计入表二（八）项，单位为万元",
                "count the fee in block （八） of table 2, in ten thousand yuan",
            ),
        )


def _is_income(figure: Figure) -> bool:
    return figure.subject.event == "COLLECT" and figure.subject.thing in _FEES and figure.quantity.unit in _YUAN
