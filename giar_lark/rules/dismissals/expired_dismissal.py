"""忽略说明已经到期。

查什么
    忽略说明文件 giar-lark.dismissals.toml 里的某一条写了期限（until），期限已过。期限当天仍然有效。
    过期的一条不再起作用，它原来忽略的提示会重新报出。
为什么
    写期限，是为了到时再看一次。过期不看，暂时的例外就成了长久的例外。
依据
    giar-lark 的忽略说明：until 是最后一天。
怎么改
    先改正报告，再删去这一条；确实需要继续忽略的，写明新的期限和原因。
何时不必理会
    没有例外。

A dismissal has expired.

What it checks
    An entry of giar-lark.dismissals.toml gives a last day (until), and that day has gone. On the day itself it holds. An
    expired entry dismisses nothing: what it used to hide is reported again.
Why it matters
    A day is given so that someone looks again. If nobody does, an exception for a while becomes one for good.
Basis
    The dismissals of giar-lark: until is the last day.
How to mend
    Mend the report and delete the entry; where it has to stay dismissed, give a new day and a reason.
When to ignore
    Never.
"""

from __future__ import annotations

from giar_lark.findings import Severity
from giar_lark.lang import Text
from giar_lark.rules.clauses import DISMISSALS
from giar_lark.rules.example import Example
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="CF-02",
    name="expired-dismissal",
    severity=Severity.WARNING,
    summary=Text("忽略说明已经到期", "a dismissal has expired"),
    clause=DISMISSALS,
    example=Example(
        wrong='[[dismiss]]\nfile = "2023.txt"\ncode = "T3-03"\nreason = "待补充材料"\nuntil = 2024-03-31',
        right='[[dismiss]]\nfile = "2023.txt"\ncode = "T3-03"\nreason = "待补充材料"\nuntil = 2099-03-31',
        of_report=False,
    ),
)
