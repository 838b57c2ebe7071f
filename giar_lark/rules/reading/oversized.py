"""文件或表格大得不像一份年度报告。

查什么
    文本超过两千万字，或者表格超过两万格。一份年度报告一般不到两万字，三张表共约二百格。这样的文件不作其他检查。
为什么
    多半是许多份报告合并成了一个文件。那样既分不清哪一格是谁的，也会占用大量内存和时间。
依据
    giar-lark 的读取范围：内存和时间有上限。
怎么改
    一份报告存一个文件，放在同一文件夹里一起检查。
何时不必理会
    没有例外。

The file or its tables are too large for an annual report.

What it checks
    A text of more than twenty million characters, or tables of more than 20,000 cells. An annual report mostly has
    fewer than 20,000 characters, and its three tables some 200 cells. Nothing else is checked in the file.
Why it matters
    Mostly many reports were joined into one file. Nobody can tell then whose cell is whose, and it costs much memory
    and time.
Basis
    What giar-lark can read: memory and time have a limit.
How to mend
    Save each report as a file of its own, put the files into a folder, and check that.
When to ignore
    Never.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.rules.clauses import READING
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.remarks import told_by_reader
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

RULE = Rule(
    code="RD-10",
    name="oversized",
    severity=Severity.ERROR,
    summary=Text("文件或表格大得不像年度报告", "too large for an annual report"),
    clause=READING,
    example=Example(
        wrong="三、收到和处理政府信息公开申请情况\n" + "（一）予以公开\t6\t1\t0\t0\t1\t0\t8\n" * 2_900,
        right="三、收到和处理政府信息公开申请情况\n…\n（一）予以公开\t6\t1\t0\t0\t1\t0\t8",
        whole=True,
    ),
)

_MOST_CHARS = 20_000_000
_MOST_CELLS = 20_000


def check(context: Context) -> Iterator[Finding]:
    """At most one finding, for the file."""
    yield from told_by_reader(RULE, context)
    chars = len(context.text)
    cells = sum(len(table.form.keys) for table in context.report.tables)
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
