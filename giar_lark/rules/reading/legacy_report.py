"""2018 年度及以前的报告，没有统一格式，不作检查。

查什么
    报告的年度在 2019 年以前，也没有统一格式的表格；或者没有写明年度，而附有旧的“政府信息公开情况统计表”。这样的报告不
    作其他检查。
为什么
    统一格式自 2019 年度起使用，此前各地的章节和统计指标各不相同，按后来的格式检查没有意义。
依据
    国办公开办函〔2019〕60号：统一格式自 2019 年度报告起使用。
怎么改
    报告本身不必修改。确实是 2019 年度以后的报告，请核对标题中的年度。
何时不必理会
    文件夹里有历年报告、只需检查新报告时，可以用 --ignore RD-04。

A report on 2018 or earlier, from before there was a common format; it is not checked.

What it checks
    The year of the report is before 2019 and it has none of the tables of the common format; or it names no year and
    has the old indicator sheet, “政府信息公开情况统计表”. Nothing else is checked in it.
Why it matters
    The common format begins with reports on 2019. Before that every place had chapters and indicators of its own, and
    there is no point in holding them against a later format.
Basis
    Letter 60 (2019): the common format begins with reports on 2019.
How to mend
    The report needs no change. If it is on 2019 or later, correct the year in its title.
When to ignore
    Where a folder holds the reports of many years and only the new ones matter: --ignore RD-04.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.official.templates import FIRST_FORMAT_YEAR
from giar_lark.rules.clauses import LEGACY
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

RULE = Rule(
    code="RD-04",
    name="legacy-report",
    severity=Severity.WARNING,
    summary=Text("2018 年度及以前的报告，不作检查", "a report from before the common format"),
    clause=LEGACY,
    templates=("legacy",),
    example=Example(
        wrong="海角市住房和城乡建设局2015年政府信息公开工作年度报告\n"
        "一、概述\n　　全年工作平稳有序。\n"
        "二、主动公开政府信息的情况\n　　公开信息一百条。\n"
        "三、收费及减免情况\n　　没有收费。",
        right="海角市住房和城乡建设局2023年政府信息公开工作年度报告\n…\n一、总体情况\n…\n二、主动公开政府信息情况",
        whole=True,
    ),
)

_OLD_SHEET = "政府信息公开情况统计表"


def check(context: Context) -> Iterator[Finding]:
    """At most one finding, for the file."""
    report = context.report
    if report.tables:
        return
    year = report.metadata.year
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
