"""行或标题行放错了位置。

查什么
    认得的行名出现在格式文本不容许的地方，例如“行政许可”一行落在第（八）项之下。表二的行按行名归入所属的项，数字照常读取；
    归不了位的，其后的数字不读取。
为什么
    行在错的地方，它的数会被算进别的项。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件各表的结构。
怎么改
    把这一行移到所属的表、所属的项之下。
何时不必理会
    没有例外。

A row or a caption stands in the wrong place.

What it checks
    A known label where the format cannot have it, such as the row of licences, 行政许可, in item （八）. A row of table 2 is
    read as part of the item that it belongs to; the numbers of what cannot be brought back are not read.
Why it matters
    In the wrong place a row counts for another item.
Basis
    Letters 30 (2021) and 60 (2019), annex: the structure of the tables.
How to mend
    Move the row to the table and below the item that it belongs to.
When to ignore
    Never.
"""

from __future__ import annotations

from giar_lark.findings import Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.example import Example
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="SY-03",
    name="misplaced-row",
    severity=Severity.ERROR,
    summary=Text("行或标题行放错了位置", "a row or caption is out of place"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="第二十条第（五）项\n信息内容 本年处理决定数量\n…\n行政事业性收费\t12.5\n行政许可\t120",
        right="第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可\t120\n…\n行政事业性收费\t12.5",
    ),
)
