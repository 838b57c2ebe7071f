"""表二缺少一项。

查什么
    2021 年格式的表二有第二十条第（一）（五）（六）（八）四项，2019 年格式另有第（九）项；报告中整项不见，
    或只剩下行而没有“第二十条第……项”这一标题行。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表二。
例
    错：第（六）项之后表格即结束，没有第（八）项行政事业性收费。
    对：四项齐全，没有的填 0。
怎么改
    按格式文本补上缺少的项，没有的填 0。
何时不必理会
    网页复制不全、而正式文本中表格完整时。

In English: an item of article 20 is missing from table 2, or its caption is lost above its rows.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity, Text
from giar_lark.model.report import Cell, Table
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Context, Rule
from giar_lark.rules.wording import listing, row_name
from giar_lark.span import Span
from giar_lark.templates import tables
from giar_lark.vocabulary import official

RULE = Rule(
    code="T2-12",
    name="missing-block",
    severity=Severity.ERROR,
    summary=Text("表二缺少一项或其标题行", "a block of table 2, or its caption, is missing"),
    clause=FORMAT,
)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each item of the template that has no block; a lost caption is found while reading."""
    table = context.table("t2")
    if table is None:
        return
    reported = {finding.anchor for finding in context.earlier if finding.code == RULE.code}
    present = {block.caption for block in table.blocks}
    by_row: dict[str, list[Cell]] = {}
    for cell in context.report.cells:
        by_row.setdefault(cell.key.rpartition(".")[0], []).append(cell)
    for block in tables().blocks:
        rows = [tables().disclosure_rows[row].key for row in block.rows]
        cells = [cell for row in rows for cell in by_row.get(row, [])]
        if cells and block.caption not in present | reported:
            yield _finding(block.caption, [row for row in rows if row in by_row], _place(cells[0], table))


def _place(cell: Cell, table: Table) -> Span:
    """Where the block should stand; behind the table if the model knows no better than its beginning."""
    at = cell.span.start
    return Span(table.span.end, table.span.end) if at <= table.span.start else Span(at, at)


def _finding(caption: str, rows: list[str], span: Span) -> Finding:
    names = listing([row_name(row) for row in rows])
    return RULE.finding(
        Text(f"表二缺少“{official(caption)}”（{names.zh}）", f"table 2 lacks “{official(caption)}” ({names.en})"),
        span,
        label=Text("缺少的一项应在这里", "the missing item belongs here"),
        help=Text("按格式文本补上这一项，没有的填 0", "add the item as in the format, with 0 where there is none"),
        anchor=caption,
    )
