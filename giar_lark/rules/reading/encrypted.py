"""文件或压缩包有密码，打不开。

查什么
    Word、Excel、PDF 文件设置了打开密码，或者压缩包里的文件加了密。只限制修改、不限制打开的文件可以读取，不在此列。
为什么
    没有密码就读不出文字，报告对不对无从检查。公开发布的报告设了打开密码，公众也看不到。
依据
    giar-lark 的读取范围：不用密码就能打开的文件。giar-lark 不询问、也不猜测密码。
怎么改
    用密码打开文件，取消密码后另存；加密的压缩包先解压。然后再检查。
何时不必理会
    文件夹里混入了无关文件时。

The file or the archive is locked with a password.

What it checks
    A Word, Excel or PDF file that opens with a password only, or a file in an archive that is encrypted. A file that may
    be opened and is only protected against changes can be read, and is not meant.
Why it matters
    Without the password there is no text to check. And a published report that asks for one cannot be read by the
    public either.
Basis
    What giar-lark can read: files that open without a password. It neither asks for passwords nor tries any.
How to mend
    Open the file with its password, take the password off and save it; unpack an encrypted archive first. Then check
    again.
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
    code="RD-13",
    name="encrypted",
    severity=Severity.ERROR,
    summary=Text("文件有打开密码", "locked with a password"),
    clause=READING,
    example=Example(
        wrong="2023年度报告.docx（打开时要输入密码）",
        right="海角市住房和城乡建设局2023年政府信息公开工作年度报告",
        whole=True,
        told=Remark("RD-13", Text("文件有打开密码，无法读取", "the file is locked with a password and cannot be read")),
    ),
)


@asked_where(Sign.REMARKS)
def check(context: Context) -> Iterator[Finding]:
    """What the reader has met, for the file."""
    return told_by_reader(RULE, context)
