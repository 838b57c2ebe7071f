"""应有表格的部分没有表格。

查什么
    二、三、四三个部分的标题在，表格却读不到：表格是图片、是附件，或者漏了。
为什么
    表格是年度报告的主体。做成图片或者附件，公众无法检索和复制，上级也无法汇总。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件：二、三、四三个部分为表格。
怎么改
    把表格以文字形式放进正文；没有数据的也要保留表格，填 0。
何时不必理会
    表格在另附的文件里、这个文件只是网页正文时：请检查附件。2019 年度的报告可以只参照格式编写，此时只是警告。

A part that consists of a table has none.

What it checks
    The heading of part 二, 三 or 四 is there, and no table can be read below it: it is a picture, an attachment, or left
    out.
Why it matters
    The tables are the body of the report. As a picture or an attachment the public can neither search nor copy them,
    and nobody can add them up.
Basis
    Letters 30 (2021) and 60 (2019), annex: parts 二, 三 and 四 are tables.
How to mend
    Put the table into the text. It stays, with 0, where there is nothing to enter.
When to ignore
    Where the table is in an attachment and this file is only the page around it: check the attachment. For a report
    on 2019, which could merely follow the format, it is a warning only.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.official.names import TABLE_NAMES
from giar_lark.official.templates import tables
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="ST-04",
    name="table-absent",
    severity=Severity.ERROR,
    summary=Text("应有表格的部分没有表格", "a part has no table"),
    clause=FORMAT,
    fault=Fault.INCOMPLETE,
    example=Example(
        wrong="四、政府信息公开行政复议、行政诉讼情况\n（表格见图片）\n五、存在的主要问题及改进情况",
        right="四、政府信息公开行政复议、行政诉讼情况\n"
        "行政复议 行政诉讼 未经复议直接起诉 复议后起诉 结果维持 结果纠正 其他结果 尚未审结 总计"
        " 结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n"
        "\t1\t0\t1\t0\t2\t0\t1\t0\t1\t2\t0\t0\t0\t0\t0\n"
        "五、存在的主要问题及改进情况",
    ),
)


@asked_where(Sign.MISSING_CELLS)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each part with a heading and without its table."""
    present = {table.key for table in context.report.tables}
    for spec in tables().sections:
        if spec.table is None or spec.table in present or (section := context.report.section(spec.key)) is None:
            continue
        name = TABLE_NAMES[spec.table]
        yield RULE.finding(
            Text(
                f"“{section.heading[:24]}”之后没有读到{name.zh}",
                f"no {name.en} could be read under “{section.heading[:24]}”",
            ),
            section.heading_span,
            key=spec.table,
            severity=Severity.WARNING if context.is_lenient else None,
            label=Text("这一部分没有表格", "no table in this part"),
            help=Text(
                "把表格以文字形式放进正文（不用图片或附件）；没有数据的填 0",
                "put the table into the text, not as a picture or an attachment; 0 where there is nothing",
            ),
            anchor=spec.table,
        )
