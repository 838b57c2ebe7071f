"""Word 文档里有没接受、也没拒绝的修订。

查什么
    打开“修订”后所作的插入、删除和移动，还没有接受或者拒绝。插入的文字已读取，删除的没有读取，等于全部接受以后的样子；每一处
    都列出来。只改格式的修订不在此列。
为什么
    同一个数字，接受前后不一样；打开文件的人看到的，可能是改动前的，也可能两个数字并排。发布出去，别人还能看到改稿的过程。
依据
    国办公开办函〔2021〕30号：年度报告应当严谨规范、数据准确。
怎么改
    在 Word 或 WPS 的“审阅”里逐处接受或者拒绝，保存后再检查。
何时不必理会
    文件还在修改、改动都以修订为准时。

The Word document has tracked changes that are neither accepted nor rejected.

What it checks
    Insertions, deletions and moves made with “Track Changes” that are still open. What was inserted is read, what was
    deleted is not, which is how the document looks once all are accepted; each place is listed. Changes of form alone do
    not count.
Why it matters
    A number is not the same before and after; who opens the file may see the old one, or both side by side. In a
    published file everybody can follow how the draft was changed.
Basis
    Letter 30 (2021): reports have to be careful and their figures exact.
How to mend
    Accept or reject each change under “Review” in Word or WPS, save, and check that.
When to ignore
    While the file is still being edited and the changes stand.
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
    code="RD-11",
    name="tracked-changes",
    severity=Severity.WARNING,
    summary=Text("有未接受的修订，按接受后读取", "tracked changes are open, and read as if accepted"),
    clause=FORMAT,
    example=Example(
        wrong="行政许可\t120",
        right="行政许可\t120",
        told=Remark(
            "RD-11",
            Text(
                "有 1 处修订没有接受或拒绝，已按全部接受读取：插入了“120”",
                "a tracked change is open and was read as if accepted: “120” was inserted",
            ),
            Text("在“审阅”里接受或拒绝全部修订", "accept or reject all changes under “Review”"),
        ),
    ),
)


@asked_where(Sign.REMARKS)
def check(context: Context) -> Iterator[Finding]:
    """One finding, at the first change; the others stand beside it."""
    return told_by_reader(RULE, context)
