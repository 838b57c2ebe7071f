"""表二混用 2019 年和 2021 年两种格式。

查什么
    表二各项的表头分属两种格式，例如第（一）项用“本年新制作数量”，第（五）项用“本年处理决定数量”；
    或 2021 年格式的表中还留有“其他对外管理服务事项”。按年度应为哪一种，就指出不属于那一种的各项。
依据
    国办公开办函〔2021〕30号（2021 年度起）；国办公开办函〔2019〕60号（2019、2020 年度）。
例
    错：第（一）项 本年新制作数量／本年新公开数量／对外公开总数量，其余各项为 2021 年格式。
    对：第（一）项 本年制发件数／本年废止件数／现行有效件数。
怎么改
    用当年的格式文本重做不对的各项。两种格式的统计口径不同，数字不能照搬。
何时不必理会
    没有例外。

In English: the blocks of table 2 are of both templates. The odd ones out are named, by the year of the
report, else by majority.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from giar_lark.findings import Finding, Related, Severity, Text
from giar_lark.model.report import Block, Report
from giar_lark.rules.clauses import TEMPLATES
from giar_lark.rules.rule import Context, Rule
from giar_lark.span import Span
from giar_lark.templates import tables, template_of_year
from giar_lark.vocabulary import official

RULE = Rule(
    code="T2-08",
    name="mixed-templates",
    severity=Severity.ERROR,
    summary=Text("表二混用两种格式", "table 2 mixes both templates"),
    clause=TEMPLATES,
)


class _Part(NamedTuple):
    name: str
    template: str
    span: Span


def check(context: Context) -> Iterator[Finding]:
    """At most one finding, with every part that is not of the wanted template."""
    table = context.table("t2")
    if table is None:
        return
    parts = [part for block in table.blocks for part in _parts(block)]
    if len({part.template for part in parts}) < 2:
        return
    wanted = _wanted(context.report, parts)
    yield _finding([part for part in parts if part.template != wanted], wanted)


def _parts(block: Block) -> Iterator[_Part]:
    """A block's header, and each row that only the other template has."""
    span = block.header_span if block.header_span.end > block.header_span.start else block.caption_span
    yield _Part(official(block.caption), block.template, span)
    for row in block.rows:
        template = tables().disclosure_rows[row.terminal].template
        if template not in (None, block.template):
            yield _Part(official(row.terminal), template or block.template, row.label)


def _wanted(report: Report, parts: list[_Part]) -> str:
    if report.metadata.year is not None:
        return template_of_year(report.metadata.year)
    votes = [part.template for part in parts]
    return max(("2021", "2019"), key=votes.count)


def _finding(odd: list[_Part], wanted: str) -> Finding:
    names = "、".join(part.name for part in odd)
    other = "2019" if wanted == "2021" else "2021"
    return RULE.finding(
        Text(
            f"表二混用两种格式：{names}为 {other} 年格式，应为 {wanted} 年格式",
            f"table 2 mixes two templates: {names} are of {other}, {wanted} is wanted",
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
