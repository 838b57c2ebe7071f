"""同一行出现两次。

查什么
    表二、表三中同一个行名出现两次以上。读取时以第一次为准。两次的数字不同是错误，相同是警告。整张表出现
    两次的，只提示一次。
为什么
    两行数字不同时，不知道该信哪一行；相同时，汇总的人也可能重复计算。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件：每一行只有一次。
怎么改
    与台账核对哪一行正确，删去另一行；如果其中一行的行名写错了，改正行名。
何时不必理会
    表格跨页、重复打印了同一行，而正式文本中只有一行时。

The same row stands twice in a table.

What it checks
    A row label that stands twice or more in table 2 or 3. The first one is read. It is an error if the numbers
    differ, a warning if they are the same. Of a table that stands twice it is said once.
Why it matters
    With other numbers nobody knows which row to believe; with the same ones, whoever adds up the table may count them
    twice.
Basis
    Letters 30 (2021) and 60 (2019), annex: each row stands there once.
How to mend
    Compare with your register which of them is right, and delete the other; if one of the labels is wrong, correct
    it.
When to ignore
    Where a page break printed the row again, and the report itself has it once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giar_lark.findings import Finding, Related, Severity
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.manual import Fault
from giar_lark.model.report import Row, Table
from giar_lark.official.names import TABLE_NAMES, row_name
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought_in_tables import sought_in_frames
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="SY-04",
    name="repeated-row",
    severity=Severity.ERROR,
    summary=Text("同一行出现两次", "the same row stands twice"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="行政许可\t120\n行政许可\t118",
        right="行政许可\t120",
    ),
)


# so many rows that stand twice are a table that does
_TABLE_ROWS = 5


class _Again(NamedTuple):
    """A row that stands there already, and where it stood first, by their numbers."""

    row: int
    first: int


@sought_in_frames
def _look(_: Context, table: Table) -> Iterator[tuple[_Again, ...]]:
    """The rows that stand there already: each alone, or all together where nearly all of the table stands twice."""
    first: dict[str, int] = {}
    again: list[_Again] = []
    for number, row in enumerate(table.form.rows if table.key != "t4" else ()):
        if row.key in first:
            again.append(_Again(number, first[row.key]))
        first.setdefault(row.key, number)
    if len(again) >= max(_TABLE_ROWS, len(first) * 3 // 4):
        yield tuple(again)
    else:
        yield from ((each,) for each in again)


@asked_where(_look)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each row that stands in the table a second time, or for all of them where the table does."""
    for table, again in context.in_frames(_look):
        rows = [(table.rows[each.row], table.rows[each.first]) for each in again]
        yield _finding(*rows[0]) if len(rows) == 1 else _of_table(table.key, rows)


def _of_table(key: str, rows: Sequence[tuple[Row, Row]]) -> Finding:
    (row, first), name = rows[0], TABLE_NAMES[key]
    is_same = all(_has_same_numbers(*pair) for pair in rows)
    return RULE.finding(
        Text(
            f"{name.zh}出现两次（{len(rows)} 行），{'数字相同' if is_same else '数字不同，以第一次为准'}",
            f"{name.en} stands twice ({len(rows)} rows), with {'the same' if is_same else 'other'} numbers; the first is read",
        ),
        row.label,
        severity=Severity.WARNING if is_same else None,
        key=row.key,
        label=Text("第二次", "the second time"),
        related=(Related(span=first.label, message=Text("第一次", "the first time"), key=row.key),),
        help=Text("核对后删去多余的一张表", "find out which is right, and delete the other"),
        anchor=key,
    )


def _has_same_numbers(row: Row, first: Row) -> bool:
    return [cell.raw for cell in row.cells] == [cell.raw for cell in first.cells]


def _finding(row: Row, first: Row) -> Finding:
    name = row_name(row.key)
    is_same = _has_same_numbers(row, first)
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
