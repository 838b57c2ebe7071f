"""表三、表四中格式文本没有的行。

查什么
    读到一个不认识的行名，后面跟着数字；这些数字不计入任何一行。表二中的同类情况见 T2-10。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件：表三、表四的行是固定的。
例
    错：（五）不予处理 6.涉法涉诉类申请 1 0 0 0 0 0 1。
    对：计入格式文本已有的情形，如（六）其他处理 3.其他。
怎么改
    行名写错的改为格式文本的写法；自行增加的行并入已有的行。
何时不必理会
    网页导航等无关文字混入表格时。由读取阶段提示。

In English: a row label that the format does not have, with numbers behind it that belong to no row. Found
while reading.
"""

from __future__ import annotations

from giar_lark.findings import Severity, Text
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="SY-02",
    name="unknown-row",
    severity=Severity.ERROR,
    summary=Text("格式文本没有的行", "a row that the format does not have"),
    clause=FORMAT,
)
