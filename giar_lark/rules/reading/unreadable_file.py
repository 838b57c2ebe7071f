"""文件打不开，或者不是文本，无法读取。

查什么
    文件打不开（没有权限、已经移走、是管道或设备），是图片等二进制内容，或者其中的字节按任何编码都读不成文字。
为什么
    没有文字，就没有可以检查的内容。文件里的报告对不对，这里一概不知。
依据
    giar-lark 读取文本，编码为 UTF-8、UTF-16 或 GB18030（含 GBK、GB2312），自动识别。
怎么改
    打开原文件，全选后复制到文本文件，或者另存为纯文本再检查。扫描件须先做文字识别。
何时不必理会
    文件夹里混入了无关文件时。

The file cannot be opened, or is no text.

What it checks
    The file cannot be opened (there is no permission, it was moved, it is a pipe or a device), it is a picture or another
    binary file, or its bytes make no text in any encoding.
Why it matters
    Without text there is nothing to check. Whether the report in the file is right, nothing here can tell.
Basis
    giar-lark reads text in UTF-8, UTF-16 or GB18030 (with GBK and GB2312), and finds the encoding without asking.
How to mend
    Open the file, copy all of it into a text file or save it as plain text, and check that. A scan needs text
    recognition first.
When to ignore
    Where the file has nothing to do with the reports in the folder.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.rules.clauses import READING
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.remarks import told_by_reader
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

RULE = Rule(
    code="RD-01",
    name="unreadable-file",
    severity=Severity.ERROR,
    summary=Text("文件不是文本，无法读取", "the file is no text"),
    clause=READING,
    example=Example(
        wrong=b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06",
        right="海角市住房和城乡建设局2023年政府信息公开工作年度报告",
        whole=True,
    ),
)


@asked_where(Sign.NO_TEXT, Sign.REMARKS)
def check(context: Context) -> Iterator[Finding]:
    """At most one finding, for the file; where a reader knows more of it than that, another rule tells it."""
    yield from told_by_reader(RULE, context)
    if context.source.binary and not context.source.remarks:
        yield RULE.finding(
            Text("文件不是文本，无法读取", "the file is no text and cannot be read"),
            Span(0, 0),
            help=Text(
                "请另存为纯文本（UTF-8 或 GB18030）后再检查；扫描件须先做文字识别",
                "save it as plain text (UTF-8 or GB18030); a scan needs text recognition first",
            ),
            anchor="file",
        )
