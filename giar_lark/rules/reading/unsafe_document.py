"""文件的构造不正常，读取不安全，没有读取。

查什么
    压缩得极小、展开后极大的文件；一层套一层没有尽头的压缩包；想写到别处去的文件名（如“../”）；引用外部文件或者网址、
    反复自我引用的 XML。办公软件不会写出这样的文件。
为什么
    这样的文件会占满内存或磁盘，或者读到不该读的地方，多半是有意为之。giar-lark 从不把压缩包解到磁盘上，也从不访问网络。
依据
    giar-lark 的读取范围：大小、层数、压缩比都有上限（见配置的 limits 一节）。
怎么改
    不要打开来历不明的文件，向报送单位重新索取。确实是正常报告的，用办公软件另存一份再检查，或者调高提示里所说的上限。
何时不必理会
    没有例外。

The file is made in a way that is not safe to read, and was not read.

What it checks
    A file that is tiny when packed and huge when unfolded; archives in archives without an end; names that would be
    written elsewhere (such as “../”); XML that refers to other files or addresses, or to itself over and over. No office
    program writes such files.
Why it matters
    Such a file fills memory or disk, or reads what it must not read, and mostly that is intended. giar-lark never unpacks
    an archive to disk and never goes to the network.
Basis
    What giar-lark can read: size, depth and packing have limits (see the section limits of the configuration).
How to mend
    Do not open files of unknown origin; ask the organ for its file again. If it is an honest report, save it anew with an
    office program and check that, or raise the limit that the finding names.
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
    code="RD-16",
    name="unsafe-document",
    severity=Severity.ERROR,
    summary=Text("文件的构造不正常，没有读取", "not safe to read, and not read"),
    clause=READING,
    example=Example(
        wrong="2023年度报告.zip（40 KB，展开后 5 GB）",
        right="海角市住房和城乡建设局2023年政府信息公开工作年度报告",
        whole=True,
        told=Remark(
            "RD-16",
            Text("展开后过大，没有读取", "it unfolds to far more than a report has and was not read"),
        ),
    ),
)


@asked_where(Sign.REMARKS)
def check(context: Context) -> Iterator[Finding]:
    """What the reader has met, for the file."""
    return told_by_reader(RULE, context)
