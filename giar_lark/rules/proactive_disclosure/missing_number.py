"""表二有一行没有数字，或者数字不够。

查什么
    行政许可、行政处罚等只填一个数的行，这个数空白；或者一行的数少于该项的列数。后面的数不会被挪来补空。

    表二整个空白时由 T3-05 一并提示。
为什么
    看不出是没有办理，还是漏填。数字少于列数时，也不知道留下的数属于哪一列。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表二：每行每列都有一个数。
怎么改
    填写实际数量，没有的填 0。
何时不必理会
    转换成文本时丢了数字、而正式文本中已经填写时。

A row of table 2 has no number, or too few.

What it checks
    Rows with one number to give, such as licences and penalties, in which it is blank; or a row with fewer numbers
    than its block has columns. The next number is never pulled up into the gap.

    Where the whole of table 2 is blank, T3-05 says so once.
Why it matters
    Nobody can tell whether there were none or whether the number was left out; and with fewer numbers than columns,
    which column those belong to.
Basis
    Letters 30 (2021) and 60 (2019), annex, table 2: a number in every column of every row.
How to mend
    Write the actual number, or 0.
When to ignore
    Where the conversion to text lost a number that the report itself has.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.report import Row
from giar_lark.official.names import column_name, row_name
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.numbers.blanks import is_wholly_blank
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T2-07",
    name="missing-number",
    severity=Severity.ERROR,
    summary=Text("表二某一行没有数字", "a row of table 2 has no number"),
    clause=FORMAT,
    fault=Fault.INCOMPLETE,
    example=Example(
        wrong="第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可\t\n第二十条第（六）项",
        right="第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可\t120\n第二十条第（六）项",
    ),
)


@asked_where(Sign.ODD_CELLS)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each row whose only number is blank; too few values in a row are found while reading."""
    table = context.table("t2")
    if table is None or not context.odd_rows["t2"] or is_wholly_blank(table):
        return
    for row, _ in context.odd_rows["t2"]:
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
