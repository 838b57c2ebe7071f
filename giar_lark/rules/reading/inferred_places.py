"""空格的位置不明，按行合计推定。

查什么
    转换程序丢掉了空的单元格，但只有一种放法能使“六类之和＝总计”成立。数字按这种放法读取，并标明是推定的。在规范格式的
    文本里，推定的数前面有“~”。
为什么
    合计关系只用来在几种读法中选择，而且只在恰有一种成立时采用；数字本身从不改动。即使如此，推定的仍不是看到的，需要人
    来核对。
依据
    giar-lark 的读取范围：推定的数一律标明，不当作原文。
怎么改
    对照原表核对这一行；在原表中把空格填上 0，就不再需要推定。
何时不必理会
    与原表核对无误之后。

The places of blank cells are not certain, and were inferred from the row total.

What it checks
    A converter dropped the blank cells of a row, and only one way to place its numbers makes the six types add up to
    the total. It is taken, and marked as inferred; in the canonical form a “~” stands before such a number.
Why it matters
    A sum serves to choose among readings only, and only where exactly one holds; no number is ever changed. Even so,
    what was inferred was not seen, and somebody has to look.
Basis
    What giar-lark can read: what it infers it marks, and never gives as the text.
How to mend
    Compare the row with the original; fill in 0 for its blanks there, and nothing need be inferred.
When to ignore
    Once the row was found to agree with the original.
"""

from __future__ import annotations

from giar_lark.findings import Severity
from giar_lark.lang import Text
from giar_lark.rules.clauses import READING
from giar_lark.rules.example import Example
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="RD-07",
    name="inferred-places",
    severity=Severity.WARNING,
    summary=Text("空格的位置按行合计推定", "the places of blank cells were inferred from the row sum"),
    clause=READING,
    example=Example(
        wrong="（一）予以公开\t~6\t1\t0\t0\t1\t0\t8",
        right="（一）予以公开\t6\t1\t0\t0\t1\t0\t8",
    ),
)
