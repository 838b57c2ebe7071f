"""全部非零数据与上年报告相同。

查什么
    同一文件夹中有同一机关上年的报告、两年格式相同时，逐格比较三张表。所有非零的格都相同、零的格也都相同时提示。
    现行有效件数、结转数和各行各列的总计不算证据；剩下的非零数太少、太小（位数之和不足 6）时，可能只是巧合，不提示。
    全部为零的报告不提示。
为什么
    许可、处罚、收费、申请的件数年年都变。一整年的数据分毫不差，多半是把上年的表格原样搬了过来。
依据
    国办公开办函〔2021〕30号：年度报告数据应当准确，不得雷同。
怎么改
    从本年的台账重新统计，逐格填写。
何时不必理会
    核对过台账，数据确实相同时。

All figures but zeros are those of last year's report.

What it checks
    With last year's report of the same organ in the folder, in the same format, the three tables are compared cell by
    cell. There is a finding where every cell is the same. Stocks in force, numbers carried over and totals are no
    evidence; where what is left is too little (fewer than six digits in all), it may be chance. Reports with zeros only
    give no finding.
Why it matters
    Licences, penalties, fees and applications change every year. A whole year the same to the last digit is most
    likely last year's table.
Basis
    Letter 30 (2021): figures have to be accurate, reports must not be duplicates.
How to mend
    Count again from this year's registers, and fill in every cell.
When to ignore
    Where the registers do say the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.report import Cell
from giar_lark.rules.batch_rule import cell_in, report_on
from giar_lark.rules.clauses import COPYING
from giar_lark.rules.example import Beside, Example, Other
from giar_lark.rules.options import Options
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import place_of

if TYPE_CHECKING:
    from giar_lark.batch.entry import Entry

RULE = Rule(
    code="YR-06",
    name="same-figures-as-last-year",
    severity=Severity.WARNING,
    summary=Text("全部非零数据与上年相同", "all figures but zeros are those of last year"),
    clause=COPYING,
    fault=Fault.DUPLICATED,
    example=Example(
        wrong="行政许可\t97",
        right="行政许可\t120",
        likewise=(
            (r"^行政规范性文件\t3\t1\t15$", r"行政规范性文件\t2\t0\t13"),
            (r"^行政处罚\t46$", r"行政处罚\t31"),
            (r"^行政强制\t2$", r"行政强制\t1"),
            (r"^行政事业性收费\t12\.5$", r"行政事业性收费\t9.8"),
            (
                r"^一、本年新收政府信息公开申请数量\t12\t3\t0\t0\t1\t0\t16$",
                r"一、本年新收政府信息公开申请数量\t9\t2\t0\t0\t0\t0\t11",
            ),
            (
                r"^二、上年结转政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t2$",
                r"二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1",
            ),
            (r"^（一）予以公开\t6\t1\t0\t0\t1\t0\t8$", r"（一）予以公开\t5\t1\t0\t0\t0\t0\t6"),
            (
                r"^（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t2\t1\t0\t0\t0\t0\t3$",
                r"（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t2\t0\t0\t0\t0\t0\t2",
            ),
            (r"^4\.保护第三方合法权益\t0\t1\t0\t0\t0\t0\t1$", r"4.保护第三方合法权益\t0\t0\t0\t0\t0\t0\t0"),
            (r"^6\.属于四类过程性信息\t1\t0\t0\t0\t0\t0\t1$", r"6.属于四类过程性信息\t0\t0\t0\t0\t0\t0\t0"),
            (r"^1\.本机关不掌握相关政府信息\t2\t0\t0\t0\t0\t0\t2$", r"1.本机关不掌握相关政府信息\t1\t1\t0\t0\t0\t0\t2"),
            (r"^2\.重复申请\t1\t0\t0\t0\t0\t0\t1$", r"2.重复申请\t0\t0\t0\t0\t0\t0\t0"),
            (
                r"^1\.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t1\t0\t0\t0\t0\t0\t1$",
                r"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0",
            ),
            (r"^（七）总计\t13\t3\t0\t0\t1\t0\t17$", r"（七）总计\t8\t2\t0\t0\t0\t0\t10"),
            (r"^四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1$", r"四、结转下年度继续办理\t2\t0\t0\t0\t0\t0\t2"),
            (r"^\t1\t0\t1\t0\t2\t0\t1\t0\t1\t2\t0\t0\t0\t0\t0$", r"\t1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0"),
        ),
        beside=Beside(whose=Other.LAST_YEAR, piece="行政许可\t97"),
    ),
)

# each digit that agrees by chance does so once in ten times or so
_DIGITS_LEAST = 6
_RELATED_MOST = 3


def check_years(entry: Entry, before: Entry, options: Options) -> Iterator[Finding]:
    """One finding for each report whose tables are last year's. Blank: a number on one side only is a difference."""
    if _values(entry) == _values(before):
        evidence = [cell for cell in entry.figures.cells() if _is_evidence(cell)]
        if sum(len(f"{cell.value}") for cell in evidence) >= _DIGITS_LEAST:
            yield _finding(entry, before, evidence)


def _values(entry: Entry) -> dict[str, object]:
    """The numbers by key; of another template there are others."""
    figures = entry.figures
    return {key: reading.value for key, reading in zip(figures.keys, figures.readings, strict=True)}


def _is_evidence(cell: Cell) -> bool:
    """Whether a number would hardly be the same in another year by itself: a flow, neither a stock nor a sum."""
    row, _, column = cell.key.rpartition(".")
    is_sum = column == "total" or row == "t3.total_processed"
    is_stock = column in ("in_force", "items_prev", "total_disclosed") or row in ("t3.carried_in", "t3.carried_forward")
    return bool(cell.value) and not is_sum and not is_stock


def _finding(entry: Entry, before: Entry, evidence: list[Cell]) -> Finding:
    year, count = report_on(before), sum(1 for cell in entry.figures.cells() if cell.value)
    there = [cell for key in evidence[:_RELATED_MOST] if (cell := before.cell(key.key)) is not None]
    return RULE.finding(
        Text(
            f"三张表的 {count} 个非零数与 {year.zh}全部相同",
            f"all {count} numbers of the three tables that are not zero are those of the {year.en}",
        ),
        evidence[0].span,
        key=evidence[0].key,
        label=Text("与上年相同", "last year's"),
        related=tuple(cell_in(before, cell, place_of(cell)) for cell in there),
        help=Text("从本年的台账重新统计后逐格填写", "count again from this year's registers"),
        anchor="last year",
    )
