"""文件或表格大得不像年度报告。

查什么
    文本超过两千万字，或表格超过两万格。年度报告一般不到两万字、二百格。
依据
    giar-lark 的读取范围：内存和时间有上限。
例
    错：把全市数百份报告合并成一个文件。
    对：一份报告一个文件。
怎么改
    拆成一份报告一个文件，放在同一文件夹里一起检查。
何时不必理会
    没有例外。

In English: the file is longer than 20 million characters or has more than 20,000 cells, which no annual
report has.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity, Text
from giar_lark.rules.clauses import READING
from giar_lark.rules.rule import Context, Rule
from giar_lark.span import Span

RULE = Rule(
    code="RD-10",
    name="oversized",
    severity=Severity.ERROR,
    summary=Text("文件或表格大得不像年度报告", "too large for an annual report"),
    clause=READING,
)

_MOST_CHARS = 20_000_000
_MOST_CELLS = 20_000


def check(context: Context) -> Iterator[Finding]:
    """At most one finding, for the file."""
    chars = len(context.text)
    cells = sum(len(row.cells) for table in context.report.tables for row in table.rows)
    if chars > _MOST_CHARS:
        yield _finding(
            Text(
                f"文件有 {chars} 字，超过上限 {_MOST_CHARS} 字",
                f"the file has {chars} characters, the limit is {_MOST_CHARS}",
            )
        )
    elif cells > _MOST_CELLS:
        yield _finding(
            Text(
                f"表格有 {cells} 格，超过上限 {_MOST_CELLS} 格",
                f"the tables have {cells} cells, the limit is {_MOST_CELLS}",
            )
        )


def _finding(message: Text) -> Finding:
    return RULE.finding(
        message,
        Span(0, 0),
        help=Text(
            "一份报告存一个文件，放在同一文件夹里一起检查",
            "one report a file; put the files into a folder and check that",
        ),
        anchor="file",
    )
