"""表三只填了总计列（或只填了六类申请人，没有总计）。

查什么
    表三有 20 行以上只有总计有数、六类申请人全部空白，或者相反。整表只提示一次。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表三：每行均列六类申请人和总计，没有的填 0。
例
    错：一、本年新收 空 空 空 空 空 空 3（其余各行也都只有总计）。
    对：一、本年新收 2 1 0 0 0 0 3。
怎么改
    按台账把各类申请人的件数补齐，没有的填 0；勾稽关系要逐列成立，只有总计时无法核对。
何时不必理会
    网页只显示了表格的一部分、而正式文本已经填全时。

In English: table 3 has numbers in the total column only, or in the six types only. Said once for the table.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity, Text
from giar_lark.model.report import Row
from giar_lark.rules.blanks import rows_with_totals_only, rows_with_types_only
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Context, Rule

RULE = Rule(
    code="T3-04",
    name="only-totals-filled",
    severity=Severity.WARNING,
    summary=Text("表三只填了总计列，或只填了六类申请人", "table 3 has totals only, or types only"),
    clause=FORMAT,
)


def check(context: Context) -> Iterator[Finding]:
    """At most one finding, for the whole table."""
    report = context.report
    if rows := rows_with_totals_only(report):
        yield _finding(
            rows,
            Text(
                f"表三只填了总计列：{len(rows)} 行的六类申请人全部空白",
                f"table 3 has totals only: the six types are blank in {len(rows)} rows",
            ),
            0,
        )
    elif rows := rows_with_types_only(report):
        yield _finding(
            rows,
            Text(
                f"表三没有填总计列：{len(rows)} 行的总计空白",
                f"table 3 has no totals: they are blank in {len(rows)} rows",
            ),
            6,
        )


def _finding(rows: tuple[Row, ...], message: Text, column: int) -> Finding:
    first = rows[0].cells[column]
    return RULE.finding(
        message,
        first.span,
        key=first.key,
        label=Text("空白从这里开始", "the blanks begin here"),
        help=Text(
            "按台账逐类补齐，没有的填 0；只有一半数字时勾稽关系无法核对",
            "fill in every type from your register, 0 where there is none; half a table cannot be checked",
        ),
    )
