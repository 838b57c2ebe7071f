"""行名与格式文本不一致。

查什么
    表格的行名有错字、漏字，但只可能是某一行。数字照该行读取。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件各表的行名。
例
    错：（五）不予以处理；3.其它。
    对：（五）不予处理；3.其他。
怎么改
    改为格式文本的写法。
何时不必理会
    仅是空格、括号全半角、引号不同时本就不提示。由读取阶段提示。

In English: a row label is not spelled as the format has it, but can only mean one row. Found while reading.
"""

from __future__ import annotations

from giar_lark.findings import Severity, Text
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="FM-04",
    name="misspelt-label",
    severity=Severity.INFO,
    summary=Text("行名与格式文本不一致", "a label is not the official one"),
    clause=FORMAT,
)
