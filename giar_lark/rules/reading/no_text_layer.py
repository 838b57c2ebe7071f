"""PDF 没有文字层，整份或者部分页面只是图片。

查什么
    PDF 的页面是扫描的图片，或者文字没有编码，读不出来。整份如此的，不作其他检查；个别页面如此的，其余页面照常检查，图片
    上的文字和表格没有读取。
为什么
    图片里的数字，程序看不到，盲人也听不到；公众无法检索、复制。没有读取的表格，不能当作没有问题。
依据
    giar-lark 的读取范围：PDF 里的文字。政府网站发布文件应当便于检索和使用。
怎么改
    用起草报告的 Word 文件直接导出 PDF，不要打印后再扫描；只有扫描件的，先做文字识别，逐格核对后再检查。
何时不必理会
    图片只是封面、印章页或者照片，报告的正文和表格都在其他页面时。

A PDF without a text layer: all of it, or some of its pages, are pictures.

What it checks
    Pages of a PDF that are scanned pictures, or whose characters have no codes, so that they cannot be read. Where it is
    the whole document, nothing else is checked; where it is a page, the others are checked as always, and what stands on
    the picture was not read.
Why it matters
    No program sees the numbers in a picture, no screen reader tells them, nobody can search or copy them. A table that
    was not read must not pass for one without faults.
Basis
    What giar-lark can read: the text of a PDF. What public organs publish should be easy to find and to use.
How to mend
    Export the PDF from the Word file that the report was written in, rather than scanning a print. Where there is only
    the scan, have its text recognised, compare each cell, and check that.
When to ignore
    Where the picture is a cover, a page with a seal or a photograph, and the report stands on the other pages.
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
    code="RD-12",
    name="no-text-layer",
    severity=Severity.ERROR,
    summary=Text("PDF 没有文字层", "a PDF without a text layer"),
    clause=READING,
    example=Example(
        wrong="2023年度报告（扫描件）.pdf",
        right="海角市住房和城乡建设局2023年政府信息公开工作年度报告",
        whole=True,
        told=Remark(
            "RD-12",
            Text(
                "这份 PDF 的 6 页都是图片，没有可以读取的文字",
                "the PDF has 6 pages of pictures, and no text that could be read",
            ),
            Text("请检查导出 PDF 之前的 Word 文件", "check the Word file that the PDF was made from"),
        ),
    ),
)


@asked_where(Sign.REMARKS)
def check(context: Context) -> Iterator[Finding]:
    """What the reader has met: for the file, or for a page of it."""
    return told_by_reader(RULE, context)
