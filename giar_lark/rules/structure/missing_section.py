"""缺少规定的部分。

查什么
    年度报告应有六个部分，缺少的逐一指出；表格还在而标题不见了的，也在此指出。以标题的文字认定，序号只作参考。
为什么
    六个部分是条例规定的报告内容。缺一个部分，报告就不完整，会被退回补正。
依据
    《政府信息公开条例》第五十条列举了年度报告的内容；国办公开办函〔2021〕30号附件规定了六个部分及其标题。
怎么改
    补上缺少的部分和标题，没有内容的写明“无”。标题夹在正文中间，或者与其他文字连在一起的，另起一行。
何时不必理会
    2019 年度的报告可以只参照格式编写，此时只是警告。

One of the six parts of the report is missing.

What it checks
    A report has six parts, and each that is missing is named; so is a heading that is missing above a table that is
    there. A part is known by the words of its heading; its number is of no great account.
Why it matters
    The six parts are what the Regulations want a report to contain. Without one of them it is incomplete and will be
    sent back.
Basis
    Regulations on Open Government Information, article 50, lists the contents of the report; letter 30 (2021), annex,
    has the six parts and their headings.
How to mend
    Add the part and its heading; where there is nothing to tell, say so. A heading that stands within a sentence, or
    runs into other text, goes on a line of its own.
When to ignore
    For a report on 2019, which could merely follow the format; there it is a warning only.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.report import Report, Section
from giar_lark.official.templates import SectionSpec, tables
from giar_lark.official.vocabulary import official
from giar_lark.rules.clauses import CONTENTS
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

RULE = Rule(
    code="ST-01",
    name="missing-section",
    severity=Severity.ERROR,
    summary=Text("缺少规定的部分", "one of the six parts is missing"),
    clause=CONTENTS,
    fault=Fault.INCOMPLETE,
    example=Example(
        wrong="六、其他需要报告的事项",
        right="五、存在的主要问题及改进情况\n"
        "　　一是解读形式还不够丰富，二是个别栏目更新不够及时。下一步将增加图表解读，并按月检查栏目。\n"
        "六、其他需要报告的事项",
    ),
)


@asked_where(Sign.HEADINGS)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each part that is missing, and for each table without its heading."""
    first = {section.key: section for section in reversed(context.report.sections)}
    for spec in tables().sections:
        section = first.get(spec.key)
        if section is None:
            yield _finding(context, spec, _place(context.report, spec), is_heading_only=False)
        elif not section.heading:
            yield _finding(context, spec, section.heading_span, is_heading_only=True)


def _place(report: Report, spec: SectionSpec) -> Span:
    """Behind the table or the text of the part before; behind the title if there is none."""
    numbers = {other.key: other.ordinal for other in tables().sections}
    before = [section for section in report.sections if numbers[section.key] < spec.ordinal]
    if before:
        at = _end_of(report, before[-1])
    else:
        title = report.metadata.spans.get("title")
        at = title.end if title else 0
    return Span(at, at)


def _end_of(report: Report, section: Section) -> int:
    inside = [table.span.end for table in report.tables if section.span.start <= table.span.start < section.span.end]
    return max(inside, default=section.span.end)


def _finding(context: Context, spec: SectionSpec, span: Span, *, is_heading_only: bool) -> Finding:
    title = official(spec.terminal)
    if is_heading_only:
        message = Text(f"缺少标题“{title}”（表格还在）", f"the heading “{title}” is missing (its table is there)")
    else:
        message = Text(f"缺少“{title}”", f"the part “{title}” is missing")
    return RULE.finding(
        message,
        span,
        key=None if spec.table is None or context.report.table(spec.table) else spec.table,
        severity=Severity.WARNING if context.is_lenient else None,
        label=Text("应在这里", "it belongs here"),
        help=Text(f"补上标题“{title}”，单独成行", f"add the heading “{title}” on a line of its own")
        if is_heading_only
        else Text(f"补上“{title}”；没有内容的写“无”", f"add “{title}”; where there is nothing to report, say so"),
        anchor=spec.key,
    )
