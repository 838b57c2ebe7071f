"""表三缺行：格式文本有的行，报告里没有。

查什么
    2021 年格式的表三有 25 行数字，2019 年格式有 23 行。缺少的行一次列出。整张表都没有时由 ST-04 提示。
为什么
    缺一行，就不知道这一情形是没有发生，还是漏报了；各行相加也无从核对。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表三：表格的各行是固定的。
怎么改
    按格式文本补上缺少的行，七格都填数，没有的填 0。
何时不必理会
    网页复制不全、而正式文本中表格完整时。

Rows are missing from table 3 that the format has.

What it checks
    Table 3 has 25 rows of numbers in the template of 2021, and 23 in that of 2019. Those that are missing are listed
    in one finding. Where the whole table is missing, ST-04 says so.
Why it matters
    Without the row nobody knows whether the case did not occur or was not reported, and the rows cannot be added up.
Basis
    Letters 30 (2021) and 60 (2019), annex, table 3: its rows are fixed.
How to mend
    Add the missing rows as in the format, with a number in each of the seven cells, 0 where there is none.
When to ignore
    Where the copy of the web page is incomplete, and the table of the report itself is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Related, Severity
from giar_lark.lang import Text, numbered
from giar_lark.manual import Fault
from giar_lark.model.report import Cell
from giar_lark.official.names import row_name, row_name_of_cell
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import listing

RULE = Rule(
    code="T3-14",
    name="missing-rows",
    severity=Severity.ERROR,
    summary=Text("表三缺行", "rows of table 3 are missing"),
    clause=FORMAT,
    fault=Fault.INCOMPLETE,
    example=Example(
        wrong="（六）其他处理\n"
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t1\t0\t0\t0\t0\t0\t1\n"
        "3.其他\t0\t0\t0\t0\t0\t0\t0",
        right="（六）其他处理\n"
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t1\t0\t0\t0\t0\t0\t1\n"
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n"
        "3.其他\t0\t0\t0\t0\t0\t0\t0",
    ),
)

_MOST_NAMES = 6


@asked_where(Sign.MISSING_CELLS)
def check(context: Context) -> Iterator[Finding]:
    """At most one finding, which lists the rows that are not in the text."""
    if context.report.table("t3") is None or context.is_unread("t3"):
        return
    missing: dict[str, Cell] = {}
    for cell in context.cells.missing:
        if cell.key.startswith("t3."):
            missing.setdefault(cell.key.rpartition(".")[0], cell)
    if missing:
        yield _finding(missing)


def _finding(missing: dict[str, Cell]) -> Finding:
    """The finding about some rows, each with its first cell; every row is told at the place where it should stand."""
    rows, (first, *others) = list(missing), missing.values()
    names = listing([row_name(row) for row in rows[:_MOST_NAMES]])
    more = Text(" 等", " and others") if len(rows) > _MOST_NAMES else Text("", "")
    return RULE.finding(
        Text(
            f"表三缺 {len(rows)} 行：{names.zh}{more.zh}",
            f"table 3 lacks {numbered(len(rows), 'row')}: {names.en}{more.en}",
        ),
        first.span,
        key=first.key,
        label=Text("缺少的行应在这里", "the missing row belongs here"),
        related=tuple(Related(span=cell.span, message=row_name_of_cell(cell.key), key=cell.key) for cell in others),
        help=Text("按格式文本补上，没有的填 0", "add the rows of the format, with 0 where there is none"),
        anchor=" ".join(rows),
    )
