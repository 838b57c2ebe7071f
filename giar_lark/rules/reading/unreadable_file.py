"""文件不是文本，无法读取。

查什么
    文件是 DOCX、PDF、图片、压缩包等二进制内容，或字节无法按任何编码读成文字。
依据
    giar-lark 读取纯文本；UTF-8、UTF-16、GB18030（含 GBK、GB2312）自动识别。
例
    错：giar-lark check 年报.png
    对：giar-lark check 年报.txt
怎么改
    打开原文件，全选复制到文本文件，或另存为纯文本后再检查。扫描件须先做文字识别。
何时不必理会
    文件夹里混入了无关文件时。

In English: the file is no text: an office document, a picture, an archive, or bytes in no known encoding.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity, Text
from giar_lark.rules.clauses import READING
from giar_lark.rules.rule import Context, Rule
from giar_lark.span import Span

RULE = Rule(
    code="RD-01",
    name="unreadable-file",
    severity=Severity.ERROR,
    summary=Text("文件不是文本，无法读取", "the file is no text"),
    clause=READING,
)


def check(context: Context) -> Iterator[Finding]:
    """At most one finding, for the file."""
    if context.source.binary:
        yield RULE.finding(
            Text("文件不是文本，无法读取", "the file is no text and cannot be read"),
            Span(0, 0),
            help=Text(
                "请另存为纯文本（UTF-8 或 GB18030）后再检查；扫描件须先做文字识别",
                "save it as plain text (UTF-8 or GB18030); a scan needs text recognition first",
            ),
            anchor="file",
        )
