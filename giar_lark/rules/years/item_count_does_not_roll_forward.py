"""2019 年格式的上一年项目数量与上年报告接不上。

查什么
    同一文件夹中有同一机关 2019、2020 两年的报告、都用 2019 年格式时，核对表二第（五）（六）（八）项各行：
    本年的“上一年项目数量”，应等于上年报告的“上一年项目数量”加“本年增/减”。有空白或读不准的，不提示；
    “本年增/减”填横线视为没有增减。
为什么
    这两栏说的是同一个时点的项目数。接不上，说明其中一年的权责清单项数填错，或填成了办件数。
依据
    国办公开办函〔2019〕60号附件表二：上一年项目数量、本年增/减。
怎么改
    对照权责清单核对两年的项目数量。这里填的是事项的项数，不是处理决定的件数。
何时不必理会
    权责清单重新编制、事项合并拆分后按新口径统计时；请在文字部分说明。

The number of items of the year before does not continue last year's report.

What it checks
    With the reports of the same organ on 2019 and 2020 in the folder, both in the format of 2019: in items 5, 6 and 8
    of table 2 the number of items of the year before must be the one in last year's report plus its change. Silent
    where a number is blank or cannot be read; a dash for the change means none.
Why it matters
    Both are the number of items at one point in time. Where they differ, one year's is wrong, or is a number of cases.
Basis
    Letter 60 (2019), annex, table 2: items of the year before, increase or decrease.
How to mend
    Compare both years with the list of powers. What counts here are items of the list, not decisions.
When to ignore
    Where the list was drawn up anew and items were joined or divided; say so in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.report import Cell
from giar_lark.official.names import column_name, row_name
from giar_lark.rules.batch_rule import cell_in
from giar_lark.rules.clauses import TEMPLATES
from giar_lark.rules.example import Beside, Example, Other
from giar_lark.rules.numbers.arithmetic import Number, is_blank
from giar_lark.rules.options import Options
from giar_lark.rules.rule import Rule

if TYPE_CHECKING:
    from giar_lark.batch.entry import Entry

RULE = Rule(
    code="YR-03",
    name="item-count-does-not-roll-forward",
    severity=Severity.WARNING,
    summary=Text(
        "上一年项目数量 ≠ 上年报告的项目数量＋增减", "items of the year before do not continue last year's report"
    ),
    clause=TEMPLATES,
    templates=("2019",),
    fault=Fault.INACCURATE,
    example=Example(
        wrong="行政许可\t21\t-2\t120",
        right="行政许可\t18\t-2\t120",
        template="2019",
        beside=Beside(whose=Other.LAST_YEAR, piece="行政许可\t20\t-2\t88"),
    ),
)

_ROWS = ("t2.licensing", "t2.other_public_services", "t2.penalties", "t2.coercive_measures", "t2.administrative_fees")


def check_years(entry: Entry, before: Entry, options: Options) -> Iterator[Finding]:
    """One finding for each row whose items of the year before are not those of last year's report."""
    for row in _ROWS:
        now, last = entry.cell(f"{row}.items_prev"), before.cell(f"{row}.items_prev")
        change = before.cell(f"{row}.items_change")
        if now is None or last is None or change is None:
            continue
        expected = _sum(last, change)
        if expected is not None and now.value is not None and now.value != expected:
            yield _finding(row, now, (last, change), expected, before)


def _sum(last: Cell, change: Cell) -> Number | None:
    """Last year's items and their change; None if they are not known. Blank: a dash is no change."""
    if last.value is None or (change.value is None and not (is_blank(change) and change.state == "na")):
        return None
    return last.value + (change.value or 0)


def _finding(row: str, now: Cell, there: tuple[Cell, Cell], expected: Number, before: Entry) -> Finding:
    name, (last, change) = row_name(row), there
    return RULE.finding(
        Text(
            f"“{name.zh}”上一年项目数量＝{now.value}，上年报告 {last.value}＋增减 {change.value or 0}＝{expected}",
            f"row “{name.en}”: {now.value} items of the year before; last year's report has {last.value}, "
            f"changed by {change.value or 0} = {expected}",
        ),
        now.span,
        key=now.key,
        label=Text(f"按上年报告为 {expected}", f"{expected} by last year's report"),
        related=tuple(cell_in(before, cell, column_name(cell.key)) for cell in there if cell.value is not None),
        help=Text(
            "对照权责清单核对项数；这里不填办理件数",
            "compare with the list of powers; the number of cases does not belong here",
        ),
        anchor=row,
    )
