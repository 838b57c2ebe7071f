"""有些字符无法解码。

查什么
    文件中有按 UTF-8、UTF-16、GB18030 都读不出来的字节，显示为“�”。其余内容照读。
依据
    giar-lark 的读取范围。
例
    错：本年新收 1� 件。
    对：本年新收 12 件。
怎么改
    从原文件重新导出，保存为 UTF-8 或 GB18030。
何时不必理会
    损坏的只是网页边框等无关文字时。由读取阶段提示。

In English: some bytes fit no encoding and show as �. The rest is read. Found while reading.
"""

from __future__ import annotations

from giar_lark.findings import Severity, Text
from giar_lark.rules.clauses import READING
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="RD-05",
    name="damaged-characters",
    severity=Severity.WARNING,
    summary=Text("有些字符无法解码", "some characters could not be decoded"),
    clause=READING,
)
