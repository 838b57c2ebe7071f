"""行名与格式文本不一致。

查什么
    表格的行名有错字、漏字、多字，但只可能是某一行。数字照该行读取。空格、括号的全角半角、引号不同，以及“其它”与“其他”
    之别，不提示。
为什么
    行名是固定用语，写错一个字，按行名汇总的程序就可能读不到这一行；读报告的人也会怀疑表格是不是手工重新录入的。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件各表的行名。
怎么改
    改为格式文本的写法。
何时不必理会
    错字是扫描识别、转换造成的，而正式文本中写法正确时。

A row label is not spelled as in the format.

What it checks
    A label with a wrong, missing or superfluous character that can only mean one row; its numbers are read for that
    row. White space, full or half width of brackets, quotation marks, and 其它 for 其他 are no matter.
Why it matters
    Labels are fixed words. With one character wrong, a program that collects reports by label may miss the row, and a
    reader wonders whether the table was typed by hand.
Basis
    Letters 30 (2021) and 60 (2019), annex: the row labels of the tables.
How to mend
    Spell it as the format does.
When to ignore
    Where a scan or a conversion made the mistake, and the report itself is right.
"""

from __future__ import annotations

from giar_lark.findings import Severity, Text
from giar_lark.manual import Fault
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Example, Rule

RULE = Rule(
    code="FM-04",
    name="misspelt-label",
    severity=Severity.INFO,
    summary=Text("行名与格式文本不一致", "a label is not the official one"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="5.属于三类内部事务性信息\t0\t0\t0\t0\t0\t0\t0",
        right="5.属于三类内部事务信息\t0\t0\t0\t0\t0\t0\t0",
    ),
)
