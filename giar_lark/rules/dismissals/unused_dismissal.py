"""忽略说明没有对应的提示。

查什么
    忽略说明文件 giar-lark.dismissals.toml 里的某一条，在它所说的报告中已经没有对应的提示，或者没有它所说的文件。
    只有这一条可能涉及的报告都检查过，才提示；只检查其中一份时不提示。所选规则不包括该条所说的规则时，也不提示。
为什么
    报告已经改正，或者文件改了名，这一条就不再起作用。留着它，将来同一处再出错时会被一并忽略。
依据
    giar-lark 的忽略说明：每一条都应对应一处现有的提示，并写明原因。
怎么改
    删去这一条；文件改了名的，改正 file。
何时不必理会
    报告还没有收齐、暂时不在文件夹里时。

A dismissal has no finding to dismiss.

What it checks
    An entry of giar-lark.dismissals.toml has no finding in the reports that it speaks of, or there is no such file. It is
    reported only when every report that the entry may speak of was checked, and only if its rule is selected.
Why it matters
    The report has been mended or its file renamed, and the entry has no effect. If it stays, it will hide the next error
    at the same place.
Basis
    The dismissals of giar-lark: every entry stands for a finding that is there, and gives a reason.
How to mend
    Delete the entry; if the file has a new name, mend its file.
When to ignore
    While reports are still being collected and are not in the folder yet.
"""

from __future__ import annotations

from giar_lark.findings import Severity
from giar_lark.lang import Text
from giar_lark.rules.clauses import DISMISSALS
from giar_lark.rules.example import Example
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="CF-01",
    name="unused-dismissal",
    severity=Severity.WARNING,
    summary=Text("忽略说明没有对应的提示", "a dismissal has no finding to dismiss"),
    clause=DISMISSALS,
    example=Example(
        wrong='[[dismiss]]\nfile = "2023.doc.txt"\ncode = "T3-03"\nreason = "已与台账核对"',
        right='[[dismiss]]\nfile = "2023.txt"\ncode = "T3-03"\nreason = "已与台账核对"',
        of_report=False,
    ),
)
