"""不是政府信息公开工作年度报告，或只有标题没有正文。

查什么
    全文没有年度报告的表格，也没有（或只有一个）规定的部分；网页只显示了附件链接时也是如此。
依据
    国办公开办函〔2021〕30号附件：年度报告有六个部分，其中三个为表格。
例
    错：一份办事指南；只有标题和“附件下载”的网页。
    对：含“一、总体情况”至“六、其他需要报告的事项”的全文。
怎么改
    检查是否选错了文件；正文在附件里的，请检查附件。
何时不必理会
    文件夹里混入了无关文件时。

In English: neither the tables nor the parts of an annual disclosure report were found.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity, Text
from giar_lark.model.report import Report
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Context, Rule
from giar_lark.span import Span

RULE = Rule(
    code="RD-02",
    name="not-a-report",
    severity=Severity.ERROR,
    summary=Text("不是政府信息公开工作年度报告", "not an annual disclosure report"),
    clause=FORMAT,
)


def check(context: Context) -> Iterator[Finding]:
    """At most one finding, for the file."""
    report = context.report
    sections = [section for section in report.sections if section.heading]
    if report.tables or len(sections) > 1 or (sections and _has_title(report)):
        return
    if _has_title(report):
        message = Text("只有年度报告的标题，没有正文", "there is the title of an annual report and no text")
        span = report.metadata.spans.get("title", Span(0, 0))
    else:
        message = Text(
            "这不是政府信息公开工作年度报告", "this is not an annual report on government information disclosure"
        )
        span = Span(0, 0)
    yield RULE.finding(
        message,
        span,
        help=Text(
            "请检查是否选错了文件；正文在附件里的，请检查附件",
            "check the file; if the report is an attachment, check that",
        ),
        anchor="file",
    )


def _has_title(report: Report) -> bool:
    return "公开" in (report.metadata.title or "")
