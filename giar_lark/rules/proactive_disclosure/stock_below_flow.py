"""表二现行有效与本年废止之和小于本年制发件数。

查什么
    第（一）项的规章、行政规范性文件两行分别核对：现行有效件数＋本年废止件数，不应小于本年制发件数。
    三个数中有空白、补上数字就可能相符时不提示。
为什么
    本年制发的文件，到年底不是现行有效，就是已在年内废止。两数相加还不到本年制发件数，三个数中必有一个填错。
依据
    国办公开办函〔2021〕30号附件表二：本年制发件数、本年废止件数、现行有效件数。
怎么改
    对照文件清单逐件核对三个数。常见的是“现行有效”只填了往年的存量，漏了本年新制发的。
何时不必理会
    当年制发、当年有效期届满，又没有计入废止的文件才会如此；那样请在文字部分说明。

Documents in force and repealed are together fewer than those issued.

What it checks
    In item 1 of table 2, for rules and for normative documents: those in force and those repealed in the year must
    together be no fewer than those issued in the year. Silent where a number in a blank could mend it.
Why it matters
    What was issued in the year is either in force at its end or was repealed in it. Where the two do not reach the
    number issued, one of the three numbers is wrong.
Basis
    Letter 30 (2021), annex, table 2: issued, repealed, in force.
How to mend
    Compare the three numbers with the list of documents. Often the stock of earlier years was entered without what
    the year has added.
When to ignore
    Only where a document was issued and expired within the year without counting as repealed; then say so in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.official.names import column_name, row_name_of_cell
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.numbers.arithmetic import Balance, Number, Verdict, explained
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought_in_tables import sought_in_numbers
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T2-03",
    name="stock-below-flow",
    severity=Severity.ERROR,
    summary=Text(
        "表二：现行有效＋本年废止 ＜ 本年制发", "table 2: in force and repealed together are fewer than issued"
    ),
    clause=FORMAT,
    templates=("2021",),
    example=Example(wrong="行政规范性文件\t3\t1\t1", right="行政规范性文件\t3\t1\t15"),
    fault=Fault.INACCURATE,
)

_ROWS = ("t2.rules", "t2.normative_documents")


@sought_in_numbers("t2.rules.issued", "t2.rules.repealed", "t2.rules.in_force")
@sought_in_numbers(
    "t2.normative_documents.issued", "t2.normative_documents.repealed", "t2.normative_documents.in_force"
)
def _too_few(issued: Number, repealed: Number, in_force: Number) -> bool:
    return issued > repealed + in_force


@asked_where(_too_few)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each row whose stock is too small for what the year has added. Blank: silent if it could mend it."""
    if context.table("t2") is None:
        return
    cells = context.cells
    for row in _ROWS:
        keys = [f"{row}.{column}" for column in ("issued", "repealed", "in_force")]
        if not _too_few(*map(cells.number, keys)):
            continue  # as in nearly all reports; or a block of the other template
        issued, repealed, in_force = (cells.at(key) for key in keys)
        balance = Balance((issued,), (in_force, repealed))
        if balance.difference > 0 and balance.verdict is Verdict.BROKEN:
            yield _finding(balance)


def _finding(balance: Balance) -> Finding:
    (issued,), (in_force, repealed) = balance.left, balance.right
    row = row_name_of_cell(in_force.key)
    return RULE.finding(
        Text(
            f"“{row.zh}”现行有效 {in_force.value}＋本年废止 {repealed.value}，少于本年制发 {issued.value}",
            f"row “{row.en}”: {in_force.value} in force + {repealed.value} repealed, fewer than {issued.value} issued",
        ),
        in_force.span,
        key=in_force.key,
        label=Text(
            f"少了 {balance.difference} 件，或制发、废止填错",
            f"{balance.difference} too few, or a slip in the other two",
        ),
        related=explained(balance, in_force, column_name),
        help=Text(
            "对照文件清单核对制发、废止、现行有效三个数",
            "compare issued, repealed and in force with the list of documents",
        ),
    )
