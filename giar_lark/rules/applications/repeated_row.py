"""同一行出现两次。

查什么
    表二、表三中同一个行名出现两次以上。读取时以第一次为准；两次的数不同为错误，相同为提醒。
依据
    附件格式中每行只有一行。
例
    错：（一）予以公开 9 …… 10；（一）予以公开 8 …… 9。
    对：（一）予以公开 9 …… 10。
怎么改
    核对哪一行正确，删去另一行；如果其中一行的行名写错，改正行名。
何时不必理会
    跨页表格重复打印了同一行、数字也相同时。

In English: the same row stands twice in a table; the first one is read. An error if the numbers differ.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Related, Severity, Text
from giar_lark.model.report import Row
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Context, Rule
from giar_lark.rules.wording import row_name

RULE = Rule(
    code="SY-04",
    name="repeated-row",
    severity=Severity.ERROR,
    summary=Text("同一行出现两次", "the same row stands twice"),
    clause=FORMAT,
)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each row that stands in the table a second time."""
    for table in context.tables:
        if table.key == "t4":
            continue
        first: dict[str, Row] = {}
        for row in table.rows:
            if row.key in first:
                yield _finding(row, first[row.key])
            first.setdefault(row.key, row)


def _finding(row: Row, first: Row) -> Finding:
    name = row_name(row.key)
    is_same = [cell.raw for cell in row.cells] == [cell.raw for cell in first.cells]
    return RULE.finding(
        Text(
            f"“{name.zh}”出现两次，{'数字相同' if is_same else '数字不同，以第一次为准'}",
            f"row “{name.en}” stands twice, with {'the same' if is_same else 'other'} numbers; the first is read",
        ),
        row.label,
        severity=Severity.WARNING if is_same else None,
        key=row.key,
        label=Text("第二次", "the second time"),
        related=(Related(span=first.label, message=Text("第一次", "the first time"), key=row.key),),
        help=Text("核对后删去多余的一行，或改正行名", "delete the row that is too many, or correct its label"),
        anchor=row.key,
    )
