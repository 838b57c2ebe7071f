"""缺少规定的部分。

查什么
    年度报告应有六个部分，缺少的逐一指出；表格还在而标题不见了的，也在此指出。以标题文字认定，序号只作参考。
依据
    《政府信息公开条例》第五十条列举了年度报告的内容；国办公开办函〔2021〕30号附件规定六个部分及其标题。
例
    错：“四、……”之后直接是“六、其他需要报告的事项”。
    对：四、五、六依次齐全；没有需要报告的事项，也保留标题并写明“无”。
怎么改
    补上缺少的部分和标题。标题混在正文中间或与其他文字连在一起的，另起一行。
何时不必理会
    2019 年度报告可以只参照格式编写，此时为提醒。

In English: one of the six parts of the report is missing, or its heading is. Milder for 2019, when the
format was on trial.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity, Text
from giar_lark.model.report import Report, Section
from giar_lark.rules.clauses import CONTENTS
from giar_lark.rules.rule import Context, Rule
from giar_lark.span import Span
from giar_lark.templates import SectionSpec, tables
from giar_lark.vocabulary import official

RULE = Rule(
    code="ST-01",
    name="missing-section",
    severity=Severity.ERROR,
    summary=Text("缺少规定的部分", "one of the six parts is missing"),
    clause=CONTENTS,
)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each part that is missing, and for each table without its heading."""
    for spec in tables().sections:
        section = context.report.section(spec.key)
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
        severity=Severity.WARNING if context.is_lenient else None,
        label=Text("应在这里", "it belongs here"),
        help=Text(f"补上标题“{title}”，单独成行", f"add the heading “{title}” on a line of its own")
        if is_heading_only
        else Text(f"补上“{title}”；没有内容的写“无”", f"add “{title}”; where there is nothing to report, say so"),
        anchor=spec.key,
    )
