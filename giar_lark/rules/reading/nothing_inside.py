"""压缩包或数据表里没有报告。

查什么
    压缩包是空的，或者里面只有图片、程序等不能检查的文件；数据表（JSONL、Parquet、WARC）里没有一行文字，或者找不到放正文
    的那一列。
为什么
    没有可以检查的内容。没有这一提示，空的压缩包会被当作没有问题。
依据
    giar-lark 的读取范围：压缩包和数据表里的文本、网页、办公文档。
怎么改
    看看是否选错了文件；数据表正文的列名特殊时，用 --column 说明是哪一列。
何时不必理会
    文件夹里混入了无关文件时。

There is no report in the archive or the table.

What it checks
    An archive that is empty, or has nothing but pictures, programs and other files that cannot be checked; a table (JSONL,
    Parquet, WARC) without a line of text, or without a column that the text could be in.
Why it matters
    There is nothing to check. Without this finding an empty archive would pass for one in which nothing is wrong.
Basis
    What giar-lark can read: texts, pages and office documents in archives and tables.
How to mend
    See whether it is the wrong file; where the column of the text has an unusual name, give it with --column.
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
from giar_lark.source.source import Remark

RULE = Rule(
    code="RD-18",
    name="nothing-inside",
    severity=Severity.ERROR,
    summary=Text("压缩包或数据表里没有报告", "no report in the archive or table"),
    clause=READING,
    example=Example(
        wrong="2023年度报告.zip（里面只有两张照片）",
        right="海角市住房和城乡建设局2023年政府信息公开工作年度报告",
        whole=True,
        told=Remark(
            "RD-18", Text("压缩包里没有可以检查的文件", "there is no file in the archive that could be checked")
        ),
    ),
)


@asked_where(Sign.REMARKS)
def check(context: Context) -> Iterator[Finding]:
    """What the reader has met, for the file."""
    return told_by_reader(RULE, context)
