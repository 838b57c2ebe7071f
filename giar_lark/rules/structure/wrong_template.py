"""表格的格式与报告的年度不符。

查什么
    2021 年度起的报告用了 2019 年格式的表格，或者 2019、2020 年度的报告用了 2021 年格式的表格。以表格的行名、列名认
    定，与报告引用哪个文件无关。

    表二内部混用两种格式时由 T2-08 指出，本规则只看其余的表。
为什么
    两种格式的行、列和统计口径都不同。用错格式的报告无法与其他单位汇总，也无法与上年衔接。
依据
    国办公开办函〔2021〕30号（2021 年度起）；国办公开办函〔2019〕60号（2019、2020 年度）。
怎么改
    换用当年的格式文本，按新口径重新填报，数字不能照搬。空白的表格可以用 giar-lark new 生成。
何时不必理会
    标题中的年度写错时，先改年度。2019 年度的报告可以只参照格式编写，此时只是警告。

The tables are of the wrong template for the year of the report.

What it checks
    A report on 2021 or later with tables of template 2019, or a report on 2019 or 2020 with tables of template 2021.
    The labels of rows and columns tell the template, whatever document the report cites.

    Where table 2 mixes both templates, T2-08 says so, and this rule looks at the other tables.
Why it matters
    The templates differ in rows, in columns and in what they count. In the wrong one a report can neither be added up
    with others nor follow on that of last year.
Basis
    Letter 30 (2021) for reports on 2021 and later; letter 60 (2019) for reports on 2019 and 2020.
How to mend
    Use the template of the year and count anew; the numbers cannot be copied. `giar-lark new` writes empty tables.
When to ignore
    Where the year in the title is wrong: correct that first. For a report on 2019, which could merely follow the
    format, it is a warning only.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Related, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.report import Table
from giar_lark.official.names import TABLE_NAMES
from giar_lark.official.templates import FIRST_FORMAT_YEAR, tables, template_of_year
from giar_lark.rules.clauses import TEMPLATES
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

RULE = Rule(
    code="ST-05",
    name="wrong-template",
    severity=Severity.ERROR,
    summary=Text("表格的格式与年度不符", "the tables are of the wrong template for the year"),
    clause=TEMPLATES,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="（六）其他处理\t1\t0\t0\t0\t0\t0\t1",
        right="（六）其他处理\n"
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t1\t0\t0\t0\t0\t0\t1\n"
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n"
        "3.其他\t0\t0\t0\t0\t0\t0\t0",
    ),
)


@asked_where(Sign.OTHER_TEMPLATE)
def check(context: Context) -> Iterator[Finding]:
    """At most one finding, at the first table of the wrong template."""
    year = context.report.metadata.year
    if year is None or year < FIRST_FORMAT_YEAR:
        return
    wanted = template_of_year(year)
    wrong = [table for table in context.tables if _is_wrong(table, wanted)]
    if wrong:
        yield _finding(context, wrong, year, wanted)


def _is_wrong(table: Table, wanted: str) -> bool:
    return table.template not in (None, wanted) and table.form.is_of_one_template


def _finding(context: Context, wrong: list[Table], year: int, wanted: str) -> Finding:
    names = "、".join(TABLE_NAMES[table.key].zh for table in wrong)
    english = ", ".join(TABLE_NAMES[table.key].en for table in wrong)
    other = "2019" if wanted == "2021" else "2021"
    return RULE.finding(
        Text(
            f"{year} 年度报告的{names}用了 {other} 年格式，应为 {wanted} 年格式",
            f"the report on {year} has {english} in template {other}; it should be {wanted}",
        ),
        _mark(wrong[0]),
        severity=Severity.WARNING if context.is_lenient else None,
        label=Text(f"{other} 年格式", f"template {other}"),
        related=tuple(
            Related(span=_mark(table), message=Text(f"{other} 年格式", f"template {other}")) for table in wrong[1:]
        ),
        help=Text(
            f"换用{tables().instruments[wanted]}的格式；口径不同，数字不能照搬",
            f"use the format of {wanted}; the counts differ in meaning and cannot be copied",
        ),
        anchor=" ".join(table.key for table in wrong),
    )


def _mark(table: Table) -> Span:
    """The words that tell the template: the first header of table 2, the row （六） of table 3."""
    if table.blocks:
        header = table.blocks[0].header_span
        return header if header.end > header.start else table.blocks[0].caption_span
    telling = [
        row.label
        for row in table.rows
        if row.terminal in ("OTHERWISE", "NOT_CORRECTED_IN_TIME", "FEE_NOT_PAID", "OTHER_REASON")
    ]
    return telling[0] if telling else table.rows[0].label
