"""读这种文件要用到的程序或组件没有安装。

查什么
    旧版 Word 和 WPS 文件（.doc、.wps）、旧版表格（.xls）等，要借助 LibreOffice 转换；PDF 等格式，要安装 giar-lark 的附加
    组件。没有安装的，文件读不出来。
为什么
    这不是报告的问题，只是这台电脑上还读不了。不说明的话，没有读到的报告会被当成没有问题的报告。
依据
    giar-lark 的读取范围：文本、网页和 DOCX 可以直接读取，其他格式需要相应的程序或组件。
怎么改
    文件不多时，用 WPS 或 Word 另存为 DOCX 再检查；文件多时，按提示安装一次，以后就能直接读取。
何时不必理会
    没有例外。

The program or component that this kind of file takes to read is not installed.

What it checks
    Old Word and WPS files (.doc, .wps), old workbooks (.xls) and the like are converted with the help of LibreOffice; PDF
    and others take an extra of giar-lark. Without it the file cannot be read.
Why it matters
    Nothing is wrong with the report; it only cannot be read on this computer. If that were not said, a report that was
    not read would pass for one without faults.
Basis
    What giar-lark can read: texts, web pages and DOCX by itself; other formats with the program or the extra for them.
How to mend
    Save a few files as DOCX with WPS or Word, and check those; where there are many, install what the finding names, once.
When to ignore
    Never.
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
    code="RD-15",
    name="needs-another-program",
    severity=Severity.ERROR,
    summary=Text("读这种文件要先安装程序或组件", "a program is needed to read the file"),
    clause=READING,
    example=Example(
        wrong="2023年度报告.doc（没有安装 LibreOffice）",
        right="海角市住房和城乡建设局2023年政府信息公开工作年度报告",
        whole=True,
        told=Remark(
            "RD-15",
            Text(
                "读取旧版 Word 文件要用 LibreOffice，这台电脑上没有",
                "an old Word file takes LibreOffice to read, which is not on this computer",
            ),
            Text("用 WPS 或 Word 另存为 DOCX 后再检查", "save it as DOCX with WPS or Word, and check that"),
        ),
    ),
)


@asked_where(Sign.REMARKS)
def check(context: Context) -> Iterator[Finding]:
    """What the reader has met, for the file."""
    return told_by_reader(RULE, context)
