"""文档里有内容没有读取。

查什么
    看不见的文字（隐藏、与底色同色、字号小到看不见、被合并的单元格遮住、用删除线划去），嵌入的 Excel 等对象，插入的其他文件，
    图片形式的表格，由网页的样式或脚本画出的数字。这些地方都不读取，在原处说明；同一张表里同样的几处只报一次。插图、公章等
    图片不在此列。
为什么
    看不见的数字不算公开，看得见而读不到的又会被误当成没有；不说明的话，检查结果就不可靠。图片里的数字别人也无法复制、检索。
依据
    国办公开办函〔2021〕30号：年度报告应当严谨规范，表格中的数据以文字形式公开。
怎么改
    要公开的内容改成文档里的普通文字和表格；不要的删掉。
何时不必理会
    没有读取的内容与年度报告无关时。

The document holds something that was not read.

What it checks
    Text that is not to be seen (hidden, in the colour of its ground, too small, under a merged cell, struck out), embedded
    workbooks and other objects, other files that were inserted, tables as pictures, numbers that the style sheets or scripts
    of a page draw. None of this is read, and each place is named, those alike in one table together. Illustrations and
    seals do not count.
Why it matters
    A number that nobody sees is not published; one that is seen and not read would be taken for missing. Unless that is
    said, the check cannot be relied on. Nor can others copy or search a number in a picture.
Basis
    Letter 30 (2021): reports have to be careful; the figures in the tables are published as text.
How to mend
    Make what is to be published plain text and tables of the document; delete what is not.
When to ignore
    Where what was not read has nothing to do with the report.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.remarks import told_by_reader
from giar_lark.rules.rule import Rule
from giar_lark.source.source import Remark

RULE = Rule(
    code="RD-19",
    name="unread-content",
    severity=Severity.WARNING,
    summary=Text("文档里有内容没有读取", "the document holds something that was not read"),
    clause=FORMAT,
    example=Example(
        wrong="行政许可\t120",
        right="行政许可\t120",
        told=Remark(
            "RD-19",
            Text(
                "这里有看不见的文字“118”，没有读取",
                "text that is not shown stands here, “118”, and was not read",
            ),
            Text("要公开的请取消隐藏，不要的请删掉", "show it if it is to be published, delete it if it is not"),
        ),
    ),
)


@asked_where(Sign.REMARKS)
def check(context: Context) -> Iterator[Finding]:
    """A finding for each place."""
    return told_by_reader(RULE, context)
