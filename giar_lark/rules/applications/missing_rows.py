"""表三缺行：格式文本有的行，报告里没有。

查什么
    2021 年格式的表三有 25 行数字，2019 年格式有 23 行。缺少的行一次列出。表三整个没有时由 ST-04 提示。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表三。
例
    错：（三）不予公开只列出 1 至 7，没有“8.属于行政查询事项”。
    对：1 至 8 各有一行，没有的填 0。
怎么改
    按格式文本补上缺少的行，逐格填数，没有的填 0。
何时不必理会
    网页复制不全、而正式文本中表格完整时。

In English: rows of the official table 3 that are not in the report, listed in one finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity, Text
from giar_lark.model.report import Cell
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Context, Rule
from giar_lark.rules.wording import listing, row_name

RULE = Rule(
    code="T3-14",
    name="missing-rows",
    severity=Severity.ERROR,
    summary=Text("表三缺行", "rows of table 3 are missing"),
    clause=FORMAT,
)

_MOST_NAMES = 6


def check(context: Context) -> Iterator[Finding]:
    """At most one finding, which lists the rows that are not in the text."""
    if context.table("t3") is None:
        return
    missing = [cell for cell in context.report.cells if cell.key.startswith("t3.") and cell.state == "missing"]
    rows = list(dict.fromkeys(cell.key.rpartition(".")[0] for cell in missing))
    if rows:
        yield _finding(rows, missing[0])


def _finding(rows: list[str], first: Cell) -> Finding:
    names = listing([row_name(row) for row in rows[:_MOST_NAMES]])
    more = Text(" 等", " and others") if len(rows) > _MOST_NAMES else Text("", "")
    return RULE.finding(
        Text(f"表三缺 {len(rows)} 行：{names.zh}{more.zh}", f"table 3 lacks {len(rows)} rows: {names.en}{more.en}"),
        first.span,
        key=first.key,
        label=Text("缺少的行应在这里", "the missing row belongs here"),
        help=Text("按格式文本补上，没有的填 0", "add the rows of the format, with 0 where there is none"),
        anchor=" ".join(rows),
    )
