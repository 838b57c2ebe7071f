"""行或标题行放错了位置。

查什么
    认得的行名出现在不该出现的地方，例如“行政许可”排在第（八）项之下。其后的数字不读取。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件各表的结构。
例
    错：第二十条第（八）项 行政事业性收费 0、行政许可 3。
    对：行政许可在第二十条第（五）项之下。
怎么改
    把这一行移到所属的表或项下。
何时不必理会
    没有例外。由读取阶段提示。

In English: a known row or caption stands where the format cannot have it. Its numbers are not read. Found
while reading.
"""

from __future__ import annotations

from giar_lark.findings import Severity, Text
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="SY-03",
    name="misplaced-row",
    severity=Severity.ERROR,
    summary=Text("行或标题行放错了位置", "a row or caption is out of place"),
    clause=FORMAT,
)
