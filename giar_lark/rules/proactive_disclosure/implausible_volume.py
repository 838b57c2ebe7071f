"""乡镇、街道的行政规范性文件多得不合常理。

查什么
    乡镇、街道的表二“行政规范性文件”：本年制发超过 20 件，或者现行有效超过 200 件。2019 年格式看本年新制作、本年新公开和
    对外公开总数量。两个界限可以在配置里改。
为什么
    乡镇、街道一年制发的行政规范性文件通常只有几件。填了几十上百件，多半是把通知、方案、会议纪要都算了进去。
依据
    行政规范性文件须涉及公众权利义务、具有普遍约束力、可反复适用；界限为建议值，不出自文件。
怎么改
    与司法所核对清单，只计行政规范性文件；内部制度、通知、方案、纪要、请示、人事任免都不计入。
何时不必理会
    核对后确有这么多件时。

A township or subdistrict has implausibly many normative documents.

What it checks
    In the report of a township or subdistrict: more than 20 normative documents issued in the year, or more than 200 in
    force; in template 2019 those made, newly disclosed, and disclosed in total. Both limits can be set.
Why it matters
    A township issues a handful of them a year. Dozens or hundreds mean that notices, plans and minutes were counted.
Basis
    Normative documents concern rights and duties of the public, bind generally, and apply repeatedly. The limits are
    proposals and stand in no instrument.
How to mend
    Compare with the list of the justice office, and count normative documents only: no internal rules, notices, plans,
    minutes, requests or appointments.
When to ignore
    Where the list does have that many.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.report import Cell
from giar_lark.official.names import column_name
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.numbers.filled import filled
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.options import Options
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T2-04",
    name="implausible-volume",
    severity=Severity.WARNING,
    summary=Text("乡镇、街道的行政规范性文件过多", "implausibly many normative documents of a township"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="海角市苔石镇人民政府\n　　　　2024年1月12日\n…\n行政规范性文件\t3\t1\t315",
        right="海角市苔石镇人民政府\n　　　　2024年1月12日\n…\n行政规范性文件\t3\t1\t15",
        instead_of="海角市住房和城乡建设局\n　　　　2024年1月12日\n…\n行政规范性文件\t3\t1\t15",
        besides=(("海角市住房和城乡建设局2023年", "海角市苔石镇人民政府2023年"),),
    ),
)

_ROW = "t2.normative_documents"
_STOCKS = frozenset({"in_force", "total_disclosed"})
_FLOWS = frozenset({"issued", "made", "newly_disclosed"})


@asked_where(filled(_ROW, of=attrgetter("is_township")))
def check(context: Context) -> Iterator[Finding]:
    """One finding for each number above its limit."""
    if context.organ is None or not context.organ.is_township:
        return
    for key in context.cells.keys(_ROW):
        limit = _limit_of(key.rpartition(".")[2], context.options)
        if limit is not None and context.cells.number(key) > limit:
            yield _finding(context.cells.at(key), limit)


def _limit_of(column: str, options: Options) -> int | None:
    """The most that a cell may plausibly hold; None for what has no limit (documents repealed in a clean-up)."""
    if column in _STOCKS:
        return options.township_in_force_documents
    return options.township_issued_documents if column in _FLOWS else None


def _finding(cell: Cell, limit: int) -> Finding:
    column = column_name(cell.key)
    return RULE.finding(
        Text(
            f"乡镇、街道规范性文件“{column.zh}”填了 {cell.value}，一般不超过 {limit}",
            f"normative documents of a township, “{column.en}”: {cell.value}, usually no more than {limit}",
        ),
        cell.span,
        key=cell.key,
        label=Text(f"超过 {limit}", f"more than {limit}"),
        help=Text(
            "与司法所核对清单，通知、方案、纪要等不计入",
            "compare with the list of the justice office; notices, plans and minutes do not count",
        ),
    )
