"""表二某一项缺行。

查什么
    表二的一项还在，但格式文本中该项的某一行不见了，例如第（六）项只有行政处罚，没有行政强制。整项不见的见 T2-12。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表二。
例
    错：第（六）项 行政处罚 3（没有行政强制一行）。
    对：第（六）项 行政处罚 3、行政强制 0。
怎么改
    按格式文本补上这一行，没有的填 0。
何时不必理会
    网页复制不全、而正式文本中表格完整时。

In English: a row is missing from a block of table 2 that is there.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity, Text
from giar_lark.model.report import Cell
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Context, Rule
from giar_lark.rules.wording import row_name
from giar_lark.templates import tables

RULE = Rule(
    code="SY-06",
    name="missing-disclosure-row",
    severity=Severity.ERROR,
    summary=Text("表二某一项缺行", "a row is missing from a block of table 2"),
    clause=FORMAT,
)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each row that its block should have and has not."""
    table = context.table("t2")
    present = {block.caption for block in table.blocks} if table is not None else set()
    missing: dict[str, Cell] = {}
    for cell in context.report.cells:
        if cell.key.startswith("t2.") and cell.state == "missing":
            missing.setdefault(cell.key.rpartition(".")[0], cell)
    for block in tables().blocks:
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
