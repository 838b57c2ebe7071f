"""空格的位置在转换中丢失，不知道数字属于哪一列。

查什么
    转换程序丢掉了空的单元格，一行只剩下“3 3”这样的数，或者行名与数字被拆散。有不止一种读法时，一律不猜，这些格不读
    取。
为什么
    错读比不读更坏。没有把握的数，不作为事实给出。
依据
    giar-lark 的读取范围：每一格都有位置的表格。
怎么改
    用保留表格结构的方式导出（格与格之间有制表符），或者在原表中把空格都填上 0。
何时不必理会
    正式文本中表格完整、只是这份文本由转换得来时。

The conversion lost the places of blank cells, and nobody knows which column a number belongs to.

What it checks
    A converter dropped the blank cells, so that “3 3” is left of a row, or tore labels and numbers apart. Where more
    than one reading is possible, nothing is guessed, and the cells are not read.
Why it matters
    A wrong value is worse than none. What is not certain is not given as a fact.
Basis
    What giar-lark can read: tables in which every cell has its place.
How to mend
    Export the report in a way that keeps its tables (a tab between cells), or fill in 0 for every blank of the
    original table.
When to ignore
    Where the table is whole in the report itself, and only this text of it comes from a converter.
"""

from __future__ import annotations

from giar_lark.findings import Severity
from giar_lark.lang import Text
from giar_lark.rules.clauses import READING
from giar_lark.rules.example import Example
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="RD-06",
    name="lost-places",
    severity=Severity.WARNING,
    summary=Text("空格的位置在转换中丢失，未读取", "the places of blank cells are lost; the cells are not read"),
    clause=READING,
    example=Example(
        wrong="（七）总计 13 3 1 17",
        right="（七）总计\t13\t3\t0\t0\t1\t0\t17",
        likewise=((r"\t", " "),),
    ),
)
