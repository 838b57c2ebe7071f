"""有些字符无法解码。

查什么
    文件中有按 UTF-8、UTF-16、GB18030 都读不出来的字节，显示为“�”。其余内容照读。
为什么
    损坏的字符可能是一个数字、一个行名，也可能无关紧要；少了哪个字，从文件里看不出来。
依据
    giar-lark 的读取范围：UTF-8、UTF-16 或 GB18030（含 GBK、GB2312）编码的文本。
怎么改
    从原文件重新导出，保存为 UTF-8 或者 GB18030，再检查。
何时不必理会
    损坏的只是网页边框等无关文字时。

Some characters could not be decoded.

What it checks
    Bytes that make no character in UTF-8, UTF-16 or GB18030; they show as “�”. The rest is read.
Why it matters
    What is damaged may be a number, a label, or nothing of importance; the file does not tell what stood there.
Basis
    What giar-lark can read: text in UTF-8, UTF-16 or GB18030 (with GBK and GB2312).
How to mend
    Export the report again, save it as UTF-8 or GB18030, and check that.
When to ignore
    Where only the frame of a web page is damaged and not the report.
"""

from __future__ import annotations

from giar_lark.findings import Severity
from giar_lark.lang import Text
from giar_lark.rules.clauses import READING
from giar_lark.rules.example import Example
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="RD-05",
    name="damaged-characters",
    severity=Severity.WARNING,
    summary=Text("有些字符无法解码", "some characters could not be decoded"),
    clause=READING,
    example=Example(
        wrong="　　（一）主动公开。全年通过门户网站公开信息三百余条，".encode() + b"\xe4\xbf",
        right="　　（一）主动公开。全年通过门户网站公开信息三百余条，修",
    ),
)
