"""全文没有写明统计期限。

查什么
    前言和各部分都没有写统计期限。“自…年1月1日起至…年12月31日止”“…年1月1日至12月31日”“统计期限为…年全年”等各种写法都算写明。
为什么
    没有统计期限，读者不知道表中数字是哪一段时间的，也无法与上年、与其他单位比较。
依据
    《政府信息公开条例》第四十九条：报告上一年度的工作；各地编制规范要求写明起止日期。
怎么改
    在前言中写明：本报告所列数据的统计期限自 20XX 年 1 月 1 日起至 20XX 年 12 月 31 日止。
何时不必理会
    期限写在图片或附件里，giar-lark 读不到时。

Nothing says which period the report covers.

What it checks
    Neither the preamble nor any section states the period. Any wording will do: from 1 January to 31 December, the whole
    year, the year so and so.
Why it matters
    Without a period nobody knows what time the numbers belong to, and they cannot be compared with last year's.
Basis
    Regulations, article 49: the report covers the year before; local standards ask for both days.
How to mend
    State in the preamble that the data cover 1 January to 31 December of the year reported on.
When to ignore
    Where the period stands in a picture or an attachment that the program cannot read.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.rules.clauses import PERIOD
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.prose.period_statement import is_period_stated
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

RULE = Rule(
    code="TM-01",
    name="no-period",
    severity=Severity.WARNING,
    summary=Text("没有写明统计期限", "the period covered is not stated"),
    clause=PERIOD,
    fault=Fault.INCOMPLETE,
    example=Example(
        wrong="的要求，编制本报告。",
        right="的要求，编制本报告。所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
    ),
)

# words with which a preamble introduces the report: there the period belongs
_FIRST_WORD = lazy_pattern(r"\d+年?|..?")
_INTRODUCES = lazy_pattern(r"年度报告|年报|本报告|编制")


@asked_where(Sign.NO_PERIOD)
def check(context: Context) -> Iterator[Finding]:
    """At most one finding: where the preamble introduces the report, else at the first heading."""
    if context.report.metadata.period_start or context.period or is_period_stated(context.parts):
        return
    year = context.year
    days = f"自{year}年1月1日起至{year}年12月31日止" if year else "自1月1日起至12月31日止"
    yield RULE.finding(
        Text("全文没有写明统计期限", "nothing says which period the report covers"),
        _place(context),
        severity=Severity.INFO if context.is_lenient else None,
        label=Text("应在此写明统计期限", "the period should be stated here"),
        help=Text(
            f"补写：所列数据的统计期限{days}",
            "state that the data cover 1 January to 31 December of the year",
        ),
    )


def _place(context: Context) -> Span:
    for passage in context.passages_in("front"):
        if "。" in passage.text and _INTRODUCES.search(passage.text):
            first = _FIRST_WORD.match(passage.text)
            return Span(passage.span.start, passage.span_of(0, first.end() if first else 0).end)
    sections = context.report.sections
    return sections[0].heading_span if sections else Span(0, 0)
