"""表二混用了 2019 年和 2021 年两种格式。

查什么
    表二各项的表头分属两种格式，例如第（一）项用“本年新制作数量”，第（五）项用“本年处理决定数量”；或者 2021 年格式的表
    中还留有“其他对外管理服务事项”。

    应为哪一种格式由报告的年度决定，指出的是不属于这一种的各项；没有写明年度的，以多数为准。
为什么
    两种格式的同一栏统计口径不同：2019 年格式统计当年新制作、新公开的文件和事项，2021 年格式统计制发、废止、现行有效的
    件数和处理决定的数量。混在一张表里，无法汇总，也无法与上年比较。
依据
    国办公开办函〔2021〕30号（2021 年度起）；国办公开办函〔2019〕60号（2019、2020 年度）。
怎么改
    用当年的格式文本重做不对的各项，按新口径重新统计，不能照搬原来的数。
何时不必理会
    没有例外。

Table 2 mixes the templates of 2019 and 2021.

What it checks
    The headers of the blocks are of both templates, for instance “本年新制作数量” in item （一） and “本年处理决定数量” in item （五）; or
    a table of 2021 still has the row “其他对外管理服务事项”.

    The year of the report tells which template is wanted, and the parts of the other one are named; without a year,
    the majority decides.
Why it matters
    The same place counts something else in either template: documents and matters newly made and disclosed in 2019;
    documents issued, repealed and in force, and decisions taken, in 2021. Mixed, they can neither be added up nor be
    compared with last year.
Basis
    Letter 30 (2021) for reports on 2021 and later; letter 60 (2019) for reports on 2019 and 2020.
How to mend
    Redo the parts that are wrong in the template of the year, and count anew: the old numbers cannot be copied.
When to ignore
    Never.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Related, Severity
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.manual import Fault
from giar_lark.model.report import Block, Report, Table
from giar_lark.official.templates import tables, template_of_year
from giar_lark.official.vocabulary import official
from giar_lark.rules.clauses import TEMPLATES
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought_in_tables import sought_in_frames
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

RULE = Rule(
    code="T2-08",
    name="mixed-templates",
    severity=Severity.ERROR,
    summary=Text("表二混用两种格式", "table 2 mixes both templates"),
    clause=TEMPLATES,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="第二十条第（一）项\n信息内容 本年新制作数量 本年新公开数量 对外公开总数量\n…\n"
        "第二十条第（五）项\n信息内容 本年处理决定数量",
        right="第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n…\n"
        "第二十条第（五）项\n信息内容 本年处理决定数量",
    ),
)


class _Part(NamedTuple):
    terminal: str
    template: str
    span: Span


@sought_in_frames
def _look(_: Context, table: Table) -> Iterator[bool]:
    """That there are parts of both templates."""
    if len({part.template for part in _parts_in(table)}) > 1:
        yield True


@asked_where(_look)
def check(context: Context) -> Iterator[Finding]:
    """At most one finding, with every part that is not of the wanted template."""
    for table, _ in context.in_frames(_look):
        parts = _parts_in(table)
        wanted = _wanted(context.report, parts)
        yield _finding([part for part in parts if part.template != wanted], wanted)


def _parts_in(table: Table) -> list[_Part]:
    return [part for block in table.blocks for part in _parts(block)]


def _parts(block: Block) -> Iterator[_Part]:
    """A block's header, and each row that only the other template has."""
    span = block.header_span if block.header_span.end > block.header_span.start else block.caption_span
    yield _Part(block.caption, block.template, span)
    specs = tables().disclosure_rows
    for row in block.rows:
        template = specs[row.terminal].template
        if template not in (None, block.template):
            yield _Part(row.terminal, template or block.template, row.label)


def _wanted(report: Report, parts: list[_Part]) -> str:
    if report.metadata.year is not None:
        return template_of_year(report.metadata.year)
    votes = [part.template for part in parts]
    return max(("2021", "2019"), key=votes.count)


def _finding(odd: list[_Part], wanted: str) -> Finding:
    names = "、".join(official(part.terminal) for part in odd)
    other = "2019" if wanted == "2021" else "2021"
    return RULE.finding(
        Text(
            f"表二混用两种格式：{names}为 {other} 年格式，应为 {wanted} 年格式",
            f"table 2 mixes two templates: {names} in that of {other}, not of {wanted}",
        ),
        odd[0].span,
        label=Text(f"{other} 年格式", f"template {other}"),
        related=tuple(
            Related(span=part.span, message=Text(f"{other} 年格式", f"template {other}")) for part in odd[1:]
        ),
        help=Text(
            f"按{tables().instruments[wanted]}的格式重做这些项；口径不同，数字不能照搬",
            f"redo these parts in template {wanted}; the counts differ in meaning and cannot be copied",
        ),
        anchor="table t2",
    )
