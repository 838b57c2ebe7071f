"""表三的标题行填了数字。

查什么
    “三、本年度办理结果”和“（三）不予公开”“（四）无法提供”“（五）不予处理”，以及 2021 年格式的“（六）其他处理”，都是下
    面各分项的标题，没有自己的格；这一行却填了不为 0 的数。这些数不读取，也不计入任何一行。空白、短横和全部为 0 的不提
    示。
为什么
    汇总时，标题行的数既可能被重复计入，也可能使下面各行的数错位。
依据
    国办公开办函〔2021〕30号附件表三：（三）至（六）按分项填写。2019 年格式的（六）为一行，可以填数。
怎么改
    小计不必填写，删去即可；分项没有填数的，把数字移到对应的分项。
何时不必理会
    转换时把下一行的数挤到了标题行、而正式文本正确时。

Numbers stand beside the head of a group in table 3.

What it checks
    三 and （三）, （四）, （五）, and in the format of 2021 （六）, are heads of the rows below them and have no cells; numbers
    other than 0 stand beside one. They are not read and belong to no row. Blanks, dashes and nothing but zeros are
    layout.
Why it matters
    Such numbers are counted twice when reports are added up, or push the numbers of the rows below out of place.
Basis
    Letter 30 (2021), annex, table 3: （三） to （六） are filled in row by row. In 2019 （六） is a row and has numbers.
How to mend
    A subtotal is not asked for: delete it. Where the rows below are not filled in, move the numbers there.
When to ignore
    Where a conversion has moved the numbers of the next row up, and the official text is right.
"""

from __future__ import annotations

from giar_lark.findings import Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.example import Example
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T3-12",
    name="number-beside-group",
    severity=Severity.WARNING,
    summary=Text("表三的标题行填了数字", "numbers stand beside the head of a group in table 3"),
    clause=FORMAT,
    example=Example(
        wrong="（三）不予公开\t1\t1\t0\t0\t0\t0\t2",
        right="（三）不予公开",
    ),
    fault=Fault.INACCURATE,
)
