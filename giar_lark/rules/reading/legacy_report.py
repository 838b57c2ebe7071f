"""2018 年度及以前的报告，没有统一格式。

查什么
    报告的年度在 2019 年以前，也没有统一格式的表格；或未写年度，而附有旧的“政府信息公开情况统计表”。这样的报告不作检查。
依据
    统一格式自 2019 年度报告起使用（国办公开办函〔2019〕60号）；此前各地章节、统计指标各不相同。
例
    错：2016 年政府信息公开工作年度报告（概述、主动公开、依申请公开、收费及减免、复议诉讼、附表）。
    对：2019 年度及以后的报告。
怎么改
    不必修改。确系 2019 年度以后的报告的，请核对标题中的年度。
何时不必理会
    需要检查的只是新报告时，可以 --ignore RD-04。

In English: a report on 2018 or earlier, before there was a common format. It is not checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity, Text
from giar_lark.rules.clauses import LEGACY
from giar_lark.rules.rule import Context, Rule
from giar_lark.span import Span
from giar_lark.templates import FIRST_FORMAT_YEAR

RULE = Rule(
    code="RD-04",
    name="legacy-report",
    severity=Severity.WARNING,
    summary=Text("2018 年度及以前的报告，不作检查", "a report from before the common format"),
    clause=LEGACY,
    templates=("legacy",),
)

_OLD_SHEET = "政府信息公开情况统计表"


def check(context: Context) -> Iterator[Finding]:
    """At most one finding, for the file."""
    report, year = context.report, context.report.metadata.year
    if report.tables:
        return
    if year is not None and year < FIRST_FORMAT_YEAR:
        message = Text(
            f"这是 {year} 年度的报告，当时还没有统一格式，不作检查",
            f"this is a report on {year}, before there was a common format; it is not checked",
        )
    elif year is None and _OLD_SHEET in context.text:
        message = Text(
            f"这份报告附有旧的“{_OLD_SHEET}”，不是统一格式，不作检查",
            "this report has the indicator sheet of before 2019 and not the common format; it is not checked",
        )
    else:
        return
    yield RULE.finding(
        message,
        report.metadata.spans.get("title", Span(0, 0)),
        help=Text(
            "如为 2019 年度以后的报告，请核对标题中的年度", "if it is on 2019 or later, correct the year in the title"
        ),
        anchor="file",
    )
