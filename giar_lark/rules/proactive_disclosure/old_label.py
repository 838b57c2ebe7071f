"""2021 年格式的表二仍用旧行名“规范性文件”。

查什么
    第（一）项的表头是 2021 年格式（制发、废止、现行有效），行名却是“规范性文件”，应为“行政规范性文件”。
为什么
    行名改了，口径也收窄了：内部制度、工作方案、会议纪要、人事任免等文件不是行政规范性文件。行名没有改，数字往往也没有
    重新统计。
依据
    国办公开办函〔2021〕30号附件表二第（一）项。
怎么改
    改行名，并核对数字是否只统计了行政规范性文件。
何时不必理会
    没有例外；读数不受影响。

Table 2 of template 2021 still has the old row label “规范性文件”.

What it checks
    The header of item （一） is of template 2021 (issued, repealed, in force), and the row is called “规范性文件” and not
    “行政规范性文件”.
Why it matters
    The new label is narrower: internal rules, work plans, minutes and personnel decisions are no normative documents
    of administration. Where the label was not changed, the number was often not counted anew.
Basis
    Letter 30 (2021), annex, table 2, item （一）.
How to mend
    Change the label, and check that the numbers count normative documents of administration only.
When to ignore
    Never; the values are read all the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Fix, Severity
from giar_lark.lang import Text
from giar_lark.lean.later import Later
from giar_lark.manual import Fault
from giar_lark.model.report import Row, Table
from giar_lark.official.vocabulary import vocabulary
from giar_lark.rules.clauses import TEMPLATES
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought_in_tables import sought_in_frames
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Edit, Span
from giar_lark.tokenise.text.fold import key, letters

RULE = Rule(
    code="T2-09",
    name="old-label",
    severity=Severity.WARNING,
    summary=Text("2021 年格式中仍用旧行名“规范性文件”", "a row label of 2019 in a table of 2021"),
    clause=TEMPLATES,
    templates=("2021",),
    fault=Fault.INACCURATE,
    example=Example(
        wrong="规范性文件\t3\t1\t15",
        right="行政规范性文件\t3\t1\t15",
    ),
    fixable="safe",
)


@sought_in_frames
def _look(context: Context, table: Table) -> Iterator[int]:
    """The rows with that label, by their number in the table."""
    _, old = _labels()
    templates = [block.template for block in table.form.blocks for _ in range(block.rows)]
    for number, (row, template) in enumerate(zip(table.form.rows, templates, strict=False)):
        if (row.terminal, template) == ("NORMATIVE_DOCUMENTS", "2021") and _label(context, table.rows[number]) == old:
            yield number


@asked_where(_look)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each row of a 2021 block that has the label of 2019."""
    for table, number in context.in_frames(_look):
        yield _finding(context, table.rows[number])


def _label(context: Context, row: Row) -> str:
    """The letters of a label as written."""
    return key(context.plain[row.label.start : row.label.end]).letters


def _labels() -> tuple[str, str]:
    """The label of 2021, and that of 2019."""
    new, old = vocabulary()["NORMATIVE_DOCUMENTS"][:2]
    return new, old


def _finding(context: Context, row: Row) -> Finding:
    new, old = _labels()
    return RULE.finding(
        Text(
            f"行名“{old}”是 2019 年格式的，应为“{new}”",
            f"the label “{old}” is of template 2019 and should read “{new}”",
        ),
        row.label,
        key=row.key,
        label=Text("旧行名", "old label"),
        help=Text(
            f"改为“{new}”，并核对数字是否按行政规范性文件统计",
            f"write “{new}”, and check that the numbers count only those",
        ),
        fix=Later(_fix, context.plain, row, new.removesuffix(old)),
        anchor=row.key,
    )


def _fix(plain: str, row: Row, lacking: str) -> Fix:
    """What the label lacks, put before its first letter: the label itself may be broken over lines."""
    at = next(offset for offset in range(*row.label) if letters(plain[offset]))
    return Fix(edits=(Edit(span=Span(at, at), text=lacking),), safe=True)
