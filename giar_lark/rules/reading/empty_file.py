"""文件是空的。

查什么
    文件没有内容，或只有空格和空行。
依据
    没有可以检查的内容。
例
    错：0 字节的文件。
    对：含年度报告全文的文件。
怎么改
    重新导出或复制报告正文。
何时不必理会
    文件夹里混入了空文件时。

In English: the file is empty, or holds white space only.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity, Text
from giar_lark.rules.clauses import READING
from giar_lark.rules.rule import Context, Rule
from giar_lark.span import Span

RULE = Rule(
    code="RD-03",
    name="empty-file",
    severity=Severity.ERROR,
    summary=Text("文件是空的", "the file is empty"),
    clause=READING,
)

# invisible, and no white space to Python
_NOTHING = "\ufeff\u200b\u200c\u200d\u2060\x00 \t\r\n\u3000\xa0"


def check(context: Context) -> Iterator[Finding]:
    """At most one finding, for the file."""
    if not context.source.binary and (context.text.isspace() or not context.text.strip(_NOTHING)):
        yield RULE.finding(
            Text("文件是空的", "the file is empty"),
            Span(0, 0),
            help=Text("请重新导出或复制报告正文", "export or copy the report again"),
            anchor="file",
        )
