"""表二某一行没有数字。

查什么
    行政许可、行政处罚等只填一个数的行，该数空白；或一行的数少于该项的列数。后面的数不会被挪来补空。
    表二整个空白时由 T3-05 一并提示。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表二；没有的填 0。
例
    错：行政许可（后面紧接“第二十条第（六）项”）。
    对：行政许可 0。
怎么改
    填写实际数量，没有的填 0。
何时不必理会
    转换时丢了数字、而正式文本中已经填写时。

In English: a row of table 2 that has a number to give and does not. The next number is never pulled up into
the gap.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity, Text
from giar_lark.model.report import Row
from giar_lark.rules.blanks import is_wholly_blank
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Context, Rule
from giar_lark.rules.wording import column_name, row_name

RULE = Rule(
    code="T2-07",
    name="missing-number",
    severity=Severity.ERROR,
    summary=Text("表二某一行没有数字", "a row of table 2 has no number"),
    clause=FORMAT,
)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each row whose only number is blank; too few values in a row are found while reading."""
    table = context.table("t2")
    if table is None or is_wholly_blank(table):
        return
    for row in table.rows:
        if len(row.cells) == 1 and row.cells[0].state == "blank" and not context.is_reported(row):
            yield _finding(row)


def _finding(row: Row) -> Finding:
    cell = row.cells[0]
    name, column = row_name(row.key), column_name(cell.key)
    return RULE.finding(
        Text(f"“{name.zh}”没有填“{column.zh}”", f"row “{name.en}” has no number of {column.en}"),
        row.label,
        key=cell.key,
        label=Text("这一行没有数字", "no number in this row"),
        help=Text("填写实际数量，没有的填 0", "write the number, or 0"),
        anchor=row.key,
    )
