"""不是政府信息公开工作年度报告，或者只有标题没有正文。

查什么
    全文没有年度报告的表格，也没有（或者只有一个）规定的部分；网页只显示附件链接、没有正文时也是如此。这样的文件不作其
    他检查。
为什么
    不是年度报告的文件，逐条对照格式文本没有意义；正文在附件里时，检查网页等于什么都没有检查。
依据
    国办公开办函〔2021〕30号附件：年度报告有六个部分，其中三个部分为表格。
怎么改
    看看是否选错了文件；正文在附件里的，下载附件后检查附件。
何时不必理会
    文件夹里混入了无关文件时。

This is not an annual disclosure report, or only the title of one.

What it checks
    The text has none of the tables of an annual report and none, or only one, of its parts; a page that shows nothing
    but a link to the attachment is such a text, too. Nothing else is checked in it.
Why it matters
    There is no point in holding another document against the format; and where the report is in the attachment,
    checking the page is checking nothing.
Basis
    Letter 30 (2021), annex: a report has six parts, of which three are tables.
How to mend
    See whether it is the wrong file; where the report is an attachment, download that and check it.
When to ignore
    Where the file has nothing to do with the reports in the folder.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.model.report import Report
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

RULE = Rule(
    code="RD-02",
    name="not-a-report",
    severity=Severity.ERROR,
    summary=Text("不是政府信息公开工作年度报告", "not an annual disclosure report"),
    clause=FORMAT,
    example=Example(
        wrong="海角市住房和城乡建设局2023年政府信息公开工作年度报告\n附件下载",
        right="海角市住房和城乡建设局2023年政府信息公开工作年度报告\n…\n一、总体情况\n…\n二、主动公开政府信息情况",
        whole=True,
    ),
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
