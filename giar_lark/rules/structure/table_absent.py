"""应有表格的部分没有表格。

查什么
    二、三、四三个部分的标题在，表格却读不到：表格是图片、附件，或者漏了。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件：二、三、四部分为表格。
例
    错：三、收到和处理政府信息公开申请情况（其后只有一张图片，或直接是“四、……”）。
    对：标题之后为 25 行 7 列的表格。
怎么改
    把表格以文字形式放进正文；没有数据的也要保留表格，填 0。
何时不必理会
    表格在另附的文件里、本文件只是网页正文时：请检查附件。2019 年度报告为提醒。

In English: a part that consists of a table has none that can be read: a picture, an attachment, or left
out.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity, Text
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Context, Rule
from giar_lark.rules.wording import TABLE_NAMES
from giar_lark.templates import tables

RULE = Rule(
    code="ST-04",
    name="table-absent",
    severity=Severity.ERROR,
    summary=Text("应有表格的部分没有表格", "a part has no table"),
    clause=FORMAT,
)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each part with a heading and without its table."""
    for spec in tables().sections:
        section = context.report.section(spec.key)
        if spec.table is None or section is None or context.report.table(spec.table) is not None:
            continue
        name = TABLE_NAMES[spec.table]
        yield RULE.finding(
            Text(
                f"“{section.heading[:24]}”之后没有读到{name.zh}",
                f"no {name.en} could be read under “{section.heading[:24]}”",
            ),
            section.heading_span,
            severity=Severity.WARNING if context.is_lenient else None,
            label=Text("这一部分没有表格", "no table in this part"),
            help=Text(
                "把表格以文字形式放进正文（不用图片或附件）；没有数据的填 0",
                "put the table into the text, not as a picture or an attachment; 0 where there is nothing",
            ),
            anchor=spec.table,
        )
