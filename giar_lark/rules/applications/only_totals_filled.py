"""表三只填了总计列，或者只填了六类申请人而没有总计。

查什么
    表三有 20 行以上只有总计有数、六类申请人全部空白，或者相反。整张表只提示一次。
为什么
    勾稽关系要求逐列成立。只有总计，就看不出申请来自哪一类申请人，也无法逐列核对；只有六类，则没有合计可供核对。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表三：每行列有六类申请人和总计，共七个数。
怎么改
    按台账把空白的各格补齐，没有的填 0，再核对每行、每列的合计。
何时不必理会
    网页只显示了表格的一部分、而正式文本已经填全时。

Table 3 has numbers in the column of totals only, or in the six types of applicant and no totals.

What it checks
    Twenty rows or more of table 3 have a total while all six types of applicant are blank, or the other way round. It
    is said once for the table.
Why it matters
    The relation printed on the table must hold in every column. With totals only nobody sees who applied, and no
    column can be checked; with types only there is no total to check them against.
Basis
    Letters 30 (2021) and 60 (2019), annex, table 3: each row has six types of applicant and a total, seven numbers.
How to mend
    Fill in the blank cells from your register, with 0 where there is none; then check every row and every column.
When to ignore
    Where the web page shows a part of the table only, and the report itself is complete.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.report import Row
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.numbers.blanks import rows_with_totals_only, rows_with_types_only
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T3-04",
    name="only-totals-filled",
    severity=Severity.WARNING,
    summary=Text("表三只填了总计列，或只填了六类申请人", "table 3 has totals only, or types only"),
    clause=FORMAT,
    fault=Fault.INCOMPLETE,
    example=Example(
        wrong="一、本年新收政府信息公开申请数量\t\t\t\t\t\t\t16",
        right="一、本年新收政府信息公开申请数量\t12\t3\t0\t0\t1\t0\t16",
        likewise=((r"^([^\t\n]+)(?:\t\d+){6}\t(\d+)$", r"\1\t\t\t\t\t\t\t\2"),),
    ),
)


@asked_where(Sign.ODD_CELLS)
def check(context: Context) -> Iterator[Finding]:
    """At most one finding, for the whole table."""
    odd = context.odd_rows.get("t3", ())
    if rows := rows_with_totals_only(odd):
        yield _finding(
            rows,
            Text(
                f"表三只填了总计列：{len(rows)} 行的六类申请人全部空白",
                f"table 3 has totals only: the six types are blank in {len(rows)} rows",
            ),
            0,
        )
    elif rows := rows_with_types_only(odd):
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
