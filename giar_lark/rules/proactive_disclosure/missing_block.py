"""表二缺少一项，或者缺少一项的标题行。

查什么
    2021 年格式的表二有第二十条第（一）（五）（六）（八）四项，2019 年格式另有第（九）项。整项不见的，或者只剩下数据行
    而没有“第二十条第……项”这一标题行的，逐一指出。
为什么
    缺一项，就是少报了一类应当主动公开的信息；没有标题行，其下的数属于哪一项要靠推测。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表二。
怎么改
    按格式文本补上缺少的项和标题行，没有的填 0。
何时不必理会
    网页复制不全、而正式文本中表格完整时。

An item of article 20 is missing from table 2, or its caption is.

What it checks
    Table 2 has the items （一）, （五）, （六） and （八） of article 20, and in the template of 2019 item （九）, too. Named is
    each that is missing, and each whose rows are there without the caption “第二十条第……项”.
Why it matters
    A missing item is a kind of information, to be disclosed without request, of which nothing is reported; without
    its caption one has to guess which item the rows belong to.
Basis
    Letters 30 (2021) and 60 (2019), annex, table 2.
How to mend
    Add the item and its caption as in the format, with 0 where there is none.
When to ignore
    Where the copy of the web page is incomplete, and the table of the report itself is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Related, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.report import Cell
from giar_lark.official.names import row_name_of_cell
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import official
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import listing

RULE = Rule(
    code="T2-12",
    name="missing-block",
    severity=Severity.ERROR,
    summary=Text("表二缺少一项或其标题行", "a block of table 2, or its caption, is missing"),
    clause=FORMAT,
    fault=Fault.INCOMPLETE,
    example=Example(
        wrong="行政处罚\t46\n行政强制\t2",
        right="行政处罚\t46\n行政强制\t2\n"
        "第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费\t12.5",
    ),
)


@asked_where(Sign.ABSENT_BLOCKS)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each item of the template that has no block; a lost caption is found while reading."""
    if context.report.table("t2") is None or context.is_unread("t2"):
        return
    reported = {finding.anchor for finding in context.earlier if finding.code == RULE.code}
    absent = set(context.cells.readings.order.absent_blocks) - reported
    for block in [block for block in tables().blocks if block.caption in absent]:
        rows = [tables().disclosure_rows[row].key for row in block.rows]
        firsts = [keys[0] for row in rows if (keys := context.cells.keys(row))]
        if firsts:
            yield _finding(block.caption, [context.cells.at(key) for key in firsts])


def _finding(caption: str, cells: list[Cell]) -> Finding:
    """The finding about a block, given the first cell of each of its rows."""
    span = cells[0].span
    names = [row_name_of_cell(cell.key) for cell in cells]
    listed = listing(names)
    return RULE.finding(
        Text(f"表二缺少“{official(caption)}”（{listed.zh}）", f"table 2 lacks “{official(caption)}” ({listed.en})"),
        span,
        key=cells[0].key,
        label=Text("缺少的一项应在这里", "the missing item belongs here"),
        related=tuple(
            Related(span=span, message=name, key=cell.key) for name, cell in zip(names[1:], cells[1:], strict=True)
        ),
        help=Text("按格式文本补上这一项，没有的填 0", "add the item as in the format, with 0 where there is none"),
        anchor=caption,
    )
