"""年度报告晚于期限。

查什么
    落款日期晚于期限：部门为次年 1 月 31 日，县级以上地方政府为次年 3 月 31 日，都是错误；乡镇、街道法律没有规定，按通常的
    通知要求取 1 月 31 日，只是警告。各期限可以在配置里改。只有网页的发布日期超过期限的，是警告。
为什么
    按时公布是法定义务，也是考核必查的一项；逾期的报告会被通报。
依据
    《政府信息公开条例》第四十九条。
怎么改
    尚未公布的，抓紧公布；只是落款日期写错的，改正日期。
何时不必理会
    本地通知给乡镇、街道定了另外的日期（请写进配置）；网页发布日期是改版迁移时重新生成的。

The report is late.

What it checks
    The date at the end is after the deadline: for departments 31 January of the next year, for local governments at
    county level and above 31 March, both errors. No law sets a day for townships and subdistricts; notices usually ask
    for 31 January, so that is a warning. Every deadline can be set. Where only a portal's date of publication is after
    the deadline, it is a warning.
Why it matters
    To publish in time is a duty by law, and every inspection looks at it.
Basis
    Regulations, article 49.
How to mend
    Publish it now if that is still to be done; correct the date if only the date is wrong.
When to ignore
    Where a local notice sets another day for townships (put it into the configuration), or where a portal gave its pages
    new dates when it was rebuilt.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text, numbered
from giar_lark.manual import Fault
from giar_lark.rules.clauses import DEADLINES
from giar_lark.rules.context import Context
from giar_lark.rules.deadline import Deadline, deadline_of
from giar_lark.rules.example import Example
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

RULE = Rule(
    code="TM-03",
    name="late",
    severity=Severity.ERROR,
    summary=Text("年度报告晚于期限", "the report is late"),
    clause=DEADLINES,
    fault=Fault.LATE,
    example=Example(wrong="2024年2月12日", right="2024年1月12日"),
)


def check(context: Context) -> Iterator[Finding]:
    """At most one finding: at the date of the report, else at the date of publication."""
    metadata, organ = context.report.metadata, context.organ
    deadline = deadline_of(organ, context.year, context.options) if organ and context.year else None
    if deadline is None:
        return
    issued, published = metadata.issued_date, metadata.published_date
    if issued is not None and issued > deadline.day:
        yield _finding(deadline, issued, metadata.spans["issued_date"])
    elif published is not None and published > deadline.day:
        # a portal that is rebuilt may give its pages new dates
        mild = deadline._replace(severity=Severity.WARNING)
        yield _finding(mild, published, metadata.spans["published_date"], "发布")


def _finding(deadline: Deadline, day: date, span: Span, what: str = "落款") -> Finding:
    days, limit = (day - deadline.day).days, deadline.day
    english = "signed" if what == "落款" else "published"
    return RULE.finding(
        Text(
            f"{what}日期 {day.isoformat()}，晚于{deadline.whose.zh}的期限 {limit.isoformat()}，迟 {days} 天",
            f"{english} on {day.isoformat()}, {numbered(days, 'day')} after the deadline for {deadline.whose.en}, {limit.isoformat()}",
        ),
        span,
        severity=deadline.severity,
        label=Text(f"期限是 {limit.isoformat()}", f"the deadline is {limit.isoformat()}"),
        help=Text("抓紧公布；若只是日期写错，改正日期", "publish it now; if only the date is wrong, correct the date"),
        anchor=what,
    )
