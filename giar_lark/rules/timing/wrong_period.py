"""统计期限不是当年的 1 月 1 日至 12 月 31 日。

查什么
    写明的统计期限：起始日不是报告年度的 1 月 1 日，或截止日不是 12 月 31 日；起止颠倒；写了日历上没有的日期（如 11 月 31 日）。
    标题没有年度时，只看是否恰为一个整年。
为什么
    年度报告反映上一自然年度的工作。少统计几天，或沿用上年的期限，表中数字就与期限不符。
依据
    《政府信息公开条例》第四十九条：报告上一年度的工作。
怎么改
    改为报告年度的 1 月 1 日至 12 月 31 日；如果数字真的只统计到那一天，先补足数字。
何时不必理会
    机关当年新成立或撤销，只工作了几个月，并在文中说明的。

The period is not 1 January to 31 December of the year.

What it checks
    The period as stated: it begins on another day than 1 January of the year reported on, or ends on another than
    31 December; its days are exchanged; a day is in no calendar (31 November). Where the title has no year, the period must
    be a whole calendar year.
Why it matters
    A report covers the calendar year before. With some days left out, or with last year's period kept, the numbers do not
    belong to the period.
Basis
    Regulations, article 49: the report covers the year before.
How to mend
    Write 1 January to 31 December of the year reported on. If the numbers do end earlier, complete them first.
When to ignore
    Where the organ was founded or dissolved within the year and the text says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from giar_lark.findings import Finding, Related, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.dates import Day
from giar_lark.model.stretch import Stretch
from giar_lark.rules.clauses import PERIOD
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought import Terms, sought_on_terms
from giar_lark.rules.prose.period_statement import StatedPeriod, may_state_other_than
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

RULE = Rule(
    code="TM-02",
    name="wrong-period",
    severity=Severity.ERROR,
    summary=Text("统计期限不是当年全年", "the period is not the calendar year"),
    clause=PERIOD,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="统计期限自2023年1月1日起至2023年12月28日止",
        right="统计期限自2023年1月1日起至2023年12月31日止",
    ),
)


@sought_on_terms
def _may_be_wrong(prose: Stretch, _section: str, terms: Terms) -> bool:
    return terms.year is None or may_state_other_than(prose, *_days_of(terms.year))


@asked_where(_may_be_wrong)
def check(context: Context) -> Iterator[Finding]:
    """At most one finding, at the first of the two days that is wrong."""
    period = context.period
    if period is None:
        return
    wanted = _days_of(context.year or _year_of(period))
    written = (period.first, period.last)
    if tuple(day.date for day in written) == wanted:
        return
    number = 0 if written[0].date != wanted[0] else 1
    yield _finding(context, period, number, wanted[number])


def _days_of(year: int) -> tuple[date, date]:
    """The first and the last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def _year_of(period: StatedPeriod) -> int:
    day = period.first.date or period.last.date
    return day.year if day else date.max.year


def _finding(context: Context, period: StatedPeriod, number: int, wanted: date) -> Finding:
    day = period.first if number == 0 else period.last
    span = period.span_of(day)
    name = Text("起始日", "the first day") if number == 0 else Text("截止日", "the last day")
    written = "".join(context.text[span.start : span.end].split())
    return RULE.finding(
        Text(
            f"统计期限的{name.zh}是{written}，应为{_chinese(wanted)}",
            f"{name.en} of the period is {_english(day, written)}, not {wanted.isoformat()}",
        ),
        span,
        label=Text(f"应为{_chinese(wanted)}", f"should be {wanted.isoformat()}"),
        related=_other(period, number),
        help=Text(
            "改为报告年度的1月1日至12月31日，并确认数字也统计到这一天",
            "write 1 January to 31 December of the year, and make sure that the numbers reach that far",
        ),
    )


def _other(period: StatedPeriod, number: int) -> tuple[Related, ...]:
    """The other end, where both are exchanged."""
    first, last = period.first.date, period.last.date
    if number == 0 and first and last and first > last:
        return (_related(period.span_of(period.last), Text("截止日在起始日之前", "the last day is before the first")),)
    return ()


def _related(span: Span, message: Text) -> Related:
    return Related(span=span, message=message)


def _chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _english(day: Day, written: str) -> str:
    return day.date.isoformat() if day.date else written
