"""文件是空的。

查什么
    文件没有内容，或者只有空格和空行。
为什么
    没有可以检查的内容。没有这一提示，空文件会被当作没有问题的报告。
依据
    giar-lark 的读取范围：有文字的文件。
怎么改
    重新导出或者复制报告正文，保存后再检查。
何时不必理会
    文件夹里混入了空文件时。

The file is empty.

What it checks
    The file has no content, or white space only.
Why it matters
    There is nothing to check. Without this finding an empty file would pass for a report in which nothing is wrong.
Basis
    What giar-lark can read: a file with text in it.
How to mend
    Export or copy the report again, save it, and check that.
When to ignore
    Where the empty file has nothing to do with the reports in the folder.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.rules.clauses import READING
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

RULE = Rule(
    code="RD-03",
    name="empty-file",
    severity=Severity.ERROR,
    summary=Text("文件是空的", "the file is empty"),
    clause=READING,
    example=Example(
        wrong="",
        right="海角市住房和城乡建设局2023年政府信息公开工作年度报告\n…\n一、总体情况",
        whole=True,
    ),
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
