"""报告标题不规范。

查什么
    标题与规范标题的出入：缺年份，缺“政府”“工作”“年度”，“年度”重复，写成“年报”“政务公开”“年度工作报告”等，一次列全。
    年份放在机关名称前面、标题分两三行排，都不算；“关于”“的”只作提示。2019 年度报告格式试行，不提示。
为什么
    公开平台按标题归集和检索，标题不一，同一机关各年的报告就对不上。
依据
    国办公开办函〔2021〕30号附件：报告名称为“政府信息公开工作年度报告”。
怎么改
    改为“机关全称＋年份＋年政府信息公开工作年度报告”。
何时不必理会
    转换时丢了标题的一部分，正式文本是完整的。

The title is not the standard one.

What it checks
    How the title differs from the standard one: no year, no 政府, 工作 or 年度, 年度 twice, 年报, 政务公开, 年度工作报告 and the like, all
    in one finding. The year in front of the organ, and a title over several lines, are no difference; 关于 and 的 are only
    noted. Reports on 2019, when the format was on trial, are left alone.
Why it matters
    Portals collect and find reports by their titles.
Basis
    Letter 30 (2021), annex: the report is called 政府信息公开工作年度报告.
How to mend
    Write the full name of the organ, the year, and 年政府信息公开工作年度报告.
When to ignore
    When a converter has lost a part of a title that is complete in the official text.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Fix, Severity
from giar_lark.lang import Text
from giar_lark.lean.later import Later
from giar_lark.manual import Fault
from giar_lark.model.flow import Flow, flow_of_span
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.names.title_form import STANDARD, deviations_of, standard_title
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import listing
from giar_lark.source.span import Edit

RULE = Rule(
    code="ST-12",
    name="title",
    severity=Severity.WARNING,
    summary=Text("报告标题不规范", "the title is not the standard one"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="海角市住房和城乡建设局2023年度政府信息公开工作报告",
        right="海角市住房和城乡建设局2023年政府信息公开工作年度报告",
    ),
    fixable="safe",
)


def check(context: Context) -> Iterator[Finding]:
    """At most one finding, at the title, with all that is not standard."""
    title = context.report.metadata.title
    deviations = deviations_of(title) if title is not None and not context.is_lenient else ()
    if title is None or not deviations:
        return
    flow = flow_of_span("title", context.report.metadata.spans["title"], context.plain)
    what = listing([deviation.what for deviation in deviations], "；", "; ")
    wanted = _wanted(context, title)
    form = wanted or f"机关全称＋年份＋年{STANDARD}"
    yield RULE.finding(
        Text(f"标题不规范：{what.zh}", f"not the standard title: {what.en}"),
        flow.span_of(0, len(flow.text)),
        severity=Severity.INFO if all(deviation.is_slight for deviation in deviations) else None,
        label=Text("标题", "title"),
        help=Text(f"改为“{form}”", f"write “{form}”"),
        fix=Later(_fix, flow, title, wanted) if wanted else None,
        anchor="title",
    )


def _wanted(context: Context, title: str) -> str | None:
    """The standard title, if the organ stands in this one and the year is certain: from the title, or from the period."""
    said, year = context.report.metadata, context.report.metadata.year
    if said.organ_name is None or said.spans.get("organ_name") != said.spans.get("title"):
        return None
    if year is None or year != context.year:
        return None
    is_certain = str(year) in title or (said.period_start is not None and said.period_start.year == year)
    return standard_title(title, said.organ_name, year) if is_certain else None


def _fix(flow: Flow, title: str, wanted: str) -> Fix | None:
    """The repair of a title in one line; one over several lines has to be set anew by hand."""
    start = flow.text.find(title)
    if start < 0:
        return None
    span = flow.span_of(start, start + len(title))
    return Fix(edits=(Edit(span=span, text=wanted),), safe=True) if flow.is_solid(start, start + len(title)) else None
