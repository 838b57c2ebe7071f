"""表二有一项缺行。

查什么
    表二的一项还在，但格式文本中该项的某一行不见了，例如第（六）项只有行政处罚，没有行政强制。整项不见的由 T2-12 提
    示。
为什么
    缺一行，就不知道是没有办理，还是漏报。没有的也要保留这一行，填 0。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表二：各项的行是固定的。
怎么改
    按格式文本补上这一行，没有的填 0。
何时不必理会
    网页复制不全、而正式文本中表格完整时。

A row is missing from a block of table 2.

What it checks
    The block is there, and a row that the format has in it is not: item （六）, for instance, with penalties and without
    coercive measures. Where the whole item is missing, T2-12 says so.
Why it matters
    Without the row nobody knows whether there were none or whether they were not reported. A row stays, with 0, where
    there is nothing.
Basis
    Letters 30 (2021) and 60 (2019), annex, table 2: the rows of each item are fixed.
How to mend
    Add the row as in the format, with 0 where there is none.
When to ignore
    Where the copy of the web page is incomplete, and the table of the report itself is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.report import Cell
from giar_lark.official.names import row_name
from giar_lark.official.templates import tables
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="SY-06",
    name="missing-disclosure-row",
    severity=Severity.ERROR,
    summary=Text("表二某一项缺行", "a row is missing from a block of table 2"),
    clause=FORMAT,
    fault=Fault.INCOMPLETE,
    example=Example(
        wrong="第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚\t46\n第二十条第（八）项",
        right="第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚\t46\n行政强制\t2\n第二十条第（八）项",
    ),
)


@asked_where(Sign.MISSING_CELLS)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each row that its block should have and has not."""
    missing: dict[str, Cell] = {}
    for cell in context.cells.missing:
        if cell.key.startswith("t2."):
            missing.setdefault(cell.key.rpartition(".")[0], cell)
    table = context.report.table("t2") if missing and not context.is_unread("t2") else None
    present = {block.caption for block in table.form.blocks} if table is not None else set()
    for block in tables().blocks if present else ():
        for row in block.rows if block.caption in present else ():
            first = missing.get(tables().disclosure_rows[row].key)
            if first is not None:
                yield _finding(first)


def _finding(cell: Cell) -> Finding:
    row = cell.key.rpartition(".")[0]
    name = row_name(row)
    return RULE.finding(
        Text(f"表二缺少“{name.zh}”一行", f"table 2 lacks the row “{name.en}”"),
        cell.span,
        key=cell.key,
        label=Text("缺少的行应在这里", "the missing row belongs here"),
        help=Text("按格式文本补上这一行，没有的填 0", "add the row as in the format, with 0 where there is none"),
        anchor=row,
    )
