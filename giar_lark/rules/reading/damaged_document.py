"""文件已经损坏，读不出来。

查什么
    Word、Excel、PDF 文件或者压缩包不完整，或者内部的数据前后不符：下载中断、传输出错、只存了一半的文件都是这样。
为什么
    损坏的文件读出一半，缺的一半就会被当成空白。与其给出不可靠的结果，不如说明读不出来。
依据
    giar-lark 的读取范围：完整的文件。
怎么改
    重新下载或者重新导出，用办公软件打开看看是否完整，再检查。
何时不必理会
    文件夹里混入了无关文件时。

The file is damaged and cannot be read.

What it checks
    A Word, Excel or PDF file or an archive that is incomplete, or contradicts itself inside: a download that broke off, a
    faulty transfer, a file saved by half.
Why it matters
    If half of a damaged file were read, the other half would pass for blank. It is better to say that it cannot be read
    than to give a result that cannot be relied on.
Basis
    What giar-lark can read: files that are whole.
How to mend
    Download or export the file again, open it to see whether it is whole, and check that.
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
    code="RD-14",
    name="damaged-document",
    severity=Severity.ERROR,
    summary=Text("文件已经损坏", "the file is damaged"),
    clause=READING,
    example=Example(
        wrong="2023年度报告.docx（只下载了一半）",
        right="海角市住房和城乡建设局2023年政府信息公开工作年度报告",
        whole=True,
        told=Remark("RD-14", Text("文件不完整，读不出来", "the file is not whole and cannot be read")),
    ),
)


@asked_where(Sign.REMARKS)
def check(context: Context) -> Iterator[Finding]:
    """What the reader has met, for the file."""
    return told_by_reader(RULE, context)
