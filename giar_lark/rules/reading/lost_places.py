"""空格的位置在转换中丢失，数字不知属于哪一列。

查什么
    转换程序丢掉了空单元格，一行只剩下“3 3”这样的数，或行名与数字被拆散；有不止一种读法时，一律不猜，这些格不读取。
依据
    错读比不读更坏：没有把握的数不作为事实给出。
例
    错：一、本年新收政府信息公开申请数量 3 3（七格只剩两个数）。
    对：一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3。
怎么改
    用保留表格结构的方式导出（每格之间有制表符），或把空格都填上 0。
何时不必理会
    正式文本中表格完整、只是这份文本由转换得来时。由读取阶段提示。

In English: the conversion lost the places of blank cells, or tore labels and numbers apart. Nothing is
guessed; the cells are not read. Found while reading.
"""

from __future__ import annotations

from giar_lark.findings import Severity, Text
from giar_lark.rules.clauses import READING
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="RD-06",
    name="lost-places",
    severity=Severity.WARNING,
    summary=Text("空格的位置在转换中丢失，未读取", "the places of blank cells are lost; the cells are not read"),
    clause=READING,
)
