"""落款日期在报告年度结束之前。

查什么
    落款日期（没有落款时，网页的发布日期）早于报告年度次年的 1 月 1 日。
为什么
    统计期限到 12 月 31 日，年度没有结束，数字不可能齐全；更常见的是日期的年份忘了改。
依据
    《政府信息公开条例》第四十九条：报告上一年度的工作。
怎么改
    年份写错的改正年份；确是提前完成的，年底以后补足数字、重新落款。
何时不必理会
    标题的年度写错时，先改年度。

The report is dated before its year ended.

What it checks
    The date at the end (without one, a portal's date of publication) is before 1 January of the year after the one
    reported on.
Why it matters
    The period runs to 31 December: before that day the numbers cannot be complete. More often the year of the date was
    not changed.
Basis
    Regulations, article 49: the report covers the year before.
How to mend
    Correct the year of the date. If the report was made early, complete its numbers after the end of the year and date
    it anew.
When to ignore
    Where the year in the title is wrong; correct that first.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.rules.clauses import PERIOD
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="TM-04",
    name="dated-before-the-end-of-the-year",
    severity=Severity.ERROR,
    summary=Text("落款日期在年度结束之前", "dated before the year reported on ended"),
    clause=PERIOD,
    fault=Fault.INACCURATE,
    example=Example(wrong="2023年12月25日", right="2024年1月12日"),
)


def check(context: Context) -> Iterator[Finding]:
    """At most one finding, at the date."""
    metadata = context.report.metadata
    field = "issued_date" if metadata.issued_date is not None else "published_date"
    day = metadata.issued_date or metadata.published_date
    year = context.year
    if day is None or year is None or day.year > year:
        return
    yield RULE.finding(
        Text(
            f"报告的是 {year} 年，日期却是 {day.isoformat()}，年度尚未结束",
            f"the report on {year} is dated {day.isoformat()}, before that year ended",
        ),
        metadata.spans[field],
        label=Text(f"应在 {year + 1} 年", f"should be in {year + 1}"),
        help=Text(
            "核对日期的年份；提前完成的，年底后补足数字再落款",
            "check the year of the date; a report made early has to be completed and dated after the year",
        ),
    )
