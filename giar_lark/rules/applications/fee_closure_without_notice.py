"""表三有逾期未缴费的，正文却说没有发过收费通知。

查什么
    表三（六）2.“申请人逾期未按收费通知要求缴纳费用”有数，而正文说未发出收费通知（或收费通知 0 件、未产生信息处理费）。
为什么
    先要发出收费通知，才谈得上逾期未缴。两处必有一处错。
依据
    国办函〔2020〕109号：申请人逾期未按收费通知要求缴纳的，视为放弃申请。
怎么改
    与台账核对：发过通知的，改正第六部分；没有发过的，这些申请应归入其他情形。
何时不必理会
    没有例外。

Applications were closed for an unpaid fee, while the prose denies any fee notice.

What it checks
    Row （六）2. of table 3 has a number, and the prose says that no fee notice was sent (or 0, or that no fee arose).
Why it matters
    A fee can only be overdue after a notice. One of the two is wrong.
Basis
    Letter 109 (2020): an applicant who does not pay as the notice asks is taken to give up the application.
How to mend
    Compare with the register: if notices were sent, correct part six; if not, these applications belong elsewhere.
When to ignore
    Never.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.narrative.figure import Denial, Figure, Subject, When
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
from giar_lark.source.span import Span

RULE = Rule(
    code="T3-10",
    name="fee-closure-without-notice",
    severity=Severity.ERROR,
    summary=Text("有逾期未缴费的，却没有发收费通知", "closed for an unpaid fee without a fee notice"),
    clause=FEE,
    templates=("2021",),
    example=Example(
        wrong="本年度未发出收费通知，未收取信息处理费。",
        right="本年度发出收费通知1件，未收取信息处理费。",
        instead_of="本年度未发出收费通知，未收取信息处理费。",
        besides=(
            ("不再处理其政府信息公开申请\t1\t0\t0\t0\t0\t0\t1", "不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0"),
            (
                "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0",
                "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t1\t0\t0\t0\t0\t0\t1",
            ),
        ),
    ),
    fault=Fault.INACCURATE,
)
_KEY = "t3.otherwise.fee_not_paid.total"


def _denials(told: Told) -> list[Denial]:
    whole = [denial for denial in told.denials if denial.when is When.THIS and not denial.restricted]
    return [denial for denial in whole if any(map(_is_notice, denial.subjects))]


def _counts_of_none(told: Told) -> list[Figure]:
    return [
        figure
        for figure in told.figures
        if figure.is_whole and figure.subject.thing == "FEE_NOTICE" and figure.quantity.value == 0
    ]


@held_against_cells(_denials)
def _closed_though_denied(_denial: Denial, cells: Cells) -> Number | None:
    """How many were closed for an unpaid fee, if any was."""
    return cells.value(_KEY) or None


@held_against_cells(_counts_of_none)
def _closed_without(_figure: Figure, cells: Cells) -> Number | None:
    """The same, for a number of notices that is none."""
    return cells.value(_KEY) or None


@asked_where(_closed_though_denied, _closed_without)
def check(context: Context) -> Iterator[Finding]:
    """At most one finding, at the words that deny a notice."""
    denied = _denied(context)
    if denied is None:
        return
    cell = context.cells.at(_KEY)
    yield RULE.finding(
        Text(
            f"表三有 {cell.value} 件因逾期未缴费不再处理，这里却说没有收费通知",
            f"table 3 closes {cell.value} for an unpaid fee, while no fee notice is said to have been sent",
        ),
        denied,
        key=cell.key,
        label=Text("没有通知，何来逾期未缴", "unpaid without a notice"),
        related=(in_table(cell),),
        help=Text("与台账核对，改正第六部分或表三", "compare with your register; correct part six or table 3"),
    )


def _denied(context: Context) -> Span | None:
    """Where the prose first denies the notice that there must have been, or else counts none."""
    denials = [denial.span_in(passage) for passage, denial, _ in differing(context, _closed_though_denied)]
    counts = [figure.span_in(passage) for passage, figure, _ in differing(context, _closed_without)]
    return next(iter(denials + counts), None)


def _is_notice(subject: Subject) -> bool:
    return subject.thing == "FEE_NOTICE" or (subject.thing == "FEE" and subject.event == "HAPPEN")
