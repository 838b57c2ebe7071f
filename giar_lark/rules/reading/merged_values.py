"""一个数字占了几格，不知道属于哪一格。

查什么
    网页表格中，数字所在的单元格跨了几列（各有自己的列名）或者几行。这些格一律不读取，也不猜测。名称的合并单元格、空格和
    “/”“—”“无”的合并不在此列：它们对每一格都说得通。
为什么
    一个数字只能属于一格。复制到每一格会凭空多出数字，只算第一格又可能算错地方。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件：各行各列的数字各有一格。
怎么改
    拆分单元格，每格各填一个数。
何时不必理会
    没有例外。

One number stands over several cells, and nobody knows for which.

What it checks
    In the table of a web page, the cell of a number reaches over several columns, each with its own name, or over several
    rows. None of these cells is read, and nothing is guessed. Labels may be merged, and so may blanks and the marks “/”,
    “—”, “无”, which make sense in every cell that they cover.
Why it matters
    A number belongs to one cell. To copy it into each makes numbers out of nothing; to take it for the first alone may put
    it into the wrong place.
Basis
    Letters 30 (2021) and 60 (2019), annex: every number of a row and a column has a cell of its own.
How to mend
    Split the merged cell, and write a number into each.
When to ignore
    Never.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.remarks import told_by_reader
from giar_lark.rules.rule import Rule
from giar_lark.source.source import Remark

RULE = Rule(
    code="RD-20",
    name="merged-values",
    severity=Severity.ERROR,
    summary=Text("一个数字占了几格，未读取", "one number stands over several cells; they are not read"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="行政许可\t120?",
        right="行政许可\t120",
        told=Remark(
            "RD-20",
            Text("120 占了几格，不知道属于哪一格", "120 stands over several cells, and nobody knows for which"),
            Text("拆分单元格，每格各填一个数", "split the merged cell, and write a number into each"),
        ),
    ),
)


@asked_where(Sign.REMARKS)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each number that the reader has met over several cells."""
    return told_by_reader(RULE, context)
