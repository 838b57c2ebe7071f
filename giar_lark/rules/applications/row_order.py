"""行的次序与格式文本不同。

查什么
    各表的行应按格式文本的先后排列。指出的是移动最少就能恢复次序的几行。数字按行名读取，不受影响。
为什么
    许多人按位置看表、抄表。次序变了，人工核对和汇总时容易看错行。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件各表。
怎么改
    把移位的行连同数字移回原处。
何时不必理会
    转换成文本时打乱了行、而正式文本的次序正确时。

The rows are not in the official order.

What it checks
    The rows of a table stand in the order of the format. Named are the fewest rows that would have to move. Values
    are read by their label and are not affected.
Why it matters
    Many read and copy such tables by position. In another order it is easy to take one row for another.
Basis
    Letters 30 (2021) and 60 (2019), annex: the tables.
How to mend
    Move the rows, with their numbers, back to their place.
When to ignore
    Where the conversion to text moved the rows, and the order is right in the report itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from giar_lark.findings import Finding, Related, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.report import Row, Table
from giar_lark.official.names import row_name, row_terminals
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.numbers.order import out_of_order
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought_in_tables import sought_in_frames
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import listing

RULE = Rule(
    code="SY-05",
    name="row-order",
    severity=Severity.INFO,
    summary=Text("行的顺序与格式文本不同", "rows are not in the official order"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="2.重复申请\t1\t0\t0\t0\t0\t0\t1\n1.信访举报投诉类申请\t0\t0\t0\t0\t0\t0\t0",
        right="1.信访举报投诉类申请\t0\t0\t0\t0\t0\t0\t0\n2.重复申请\t1\t0\t0\t0\t0\t0\t1",
    ),
)

_MOST_NAMES = 4


@sought_in_frames
def _look(_: Context, table: Table) -> Iterator[list[int]]:
    moved = _moved([row.key for row in table.form.rows])
    if moved:
        yield moved


@asked_where(_look)
def check(context: Context) -> Iterator[Finding]:
    """At most one finding a table: the fewest rows that would have to move."""
    for table, moved in context.in_frames(_look):
        yield _finding([table.rows[number] for number in moved])


def _moved(keys: Sequence[str]) -> list[int]:
    """The fewest rows without which the rest would be in order, by their numbers; of a row that is repeated, the first counts."""
    places = _places()
    first = [number for number, key in enumerate(keys) if key not in keys[:number]]
    return [first[number] for number in out_of_order([places[keys[number]] for number in first])]


@cache
def _places() -> dict[str, int]:
    """The place of each row among all rows of the format, by its key."""
    return {key: number for number, key in enumerate(row_terminals())}


def _finding(moved: Sequence[Row]) -> Finding:
    names = listing([row_name(row.key) for row in moved[:_MOST_NAMES]])
    count = f" 等 {len(moved)} 行" if len(moved) > _MOST_NAMES else ""
    return RULE.finding(
        Text(f"行的顺序与格式文本不同：{names.zh}{count}", f"rows are not in the official order: {names.en}"),
        moved[0].label,
        key=moved[0].key,
        label=Text("移位的行", "out of order"),
        related=tuple(Related(span=row.label, message=row_name(row.key), key=row.key) for row in moved[1:_MOST_NAMES]),
        help=Text("把这一行连同数字移回格式文本中的位置", "move the row with its numbers to its place in the format"),
        anchor=moved[0].key,
    )
