"""上年尚未审结的案件，本年表四中不见了。

查什么
    同一文件夹中有同一机关上年的报告时，表四三组（行政复议、未经复议直接起诉、复议后起诉）分别核对：
    上年尚未审结大于 0，而本年这一组全部为 0 时提示。有空白或读不准的，不提示。
为什么
    上年没有审结的案件，到本年或者有了结果，或者仍未审结，总要在本年的表里出现。
依据
    两个格式的附件表四都分别统计各种结果和尚未审结：跨年的案件，审结那一年计入结果。
怎么改
    查这些案件本年的结果：维持、纠正、其他结果（如撤回、终止）或尚未审结，填入同一组。
何时不必理会
    上年把已经审结的案件误填为尚未审结时；那样请更正上年的报告。

Cases that were pending last year are gone from table 4.

What it checks
    With last year's report of the same organ in the folder, for each group of table 4: cases were pending at the end
    of last year, and this year all results of the group are 0. Silent where a cell is blank or cannot be read.
Why it matters
    A case that was pending has a result this year or is pending still; either way it has a place in this year's table.
Basis
    The annex of both formats, table 4: results and pending cases are counted apart, and a case that runs over years
    counts as a result in the year in which it ends.
How to mend
    Look up what became of these cases: upheld, corrected, another result (withdrawn or closed), or pending.
When to ignore
    Where last year's report counted closed cases as pending; then correct that one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.report import Cell
from giar_lark.official.names import row_name
from giar_lark.official.templates import tables
from giar_lark.rules.batch_rule import cell_in, report_on
from giar_lark.rules.clauses import PENDING
from giar_lark.rules.example import Beside, Example, Other
from giar_lark.rules.numbers.arithmetic import is_unknown
from giar_lark.rules.options import Options
from giar_lark.rules.rule import Rule

if TYPE_CHECKING:
    from giar_lark.batch.entry import Entry

RULE = Rule(
    code="T4-06",
    name="pending-cases-vanished",
    severity=Severity.WARNING,
    summary=Text("上年尚未审结的案件本年不见了", "cases pending last year are gone this year"),
    clause=PENDING,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="\t1\t0\t1\t0\t2\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0",
        right="\t1\t0\t1\t0\t2\t0\t1\t0\t1\t2\t0\t0\t0\t0\t0",
        beside=Beside(
            whose=Other.LAST_YEAR,
            piece="\t1\t0\t0\t0\t1\t0\t0\t0\t2\t2\t0\t0\t0\t0\t0",
            instead_of="\t1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0",
        ),
    ),
)


def check_years(entry: Entry, before: Entry, options: Options) -> Iterator[Finding]:
    """One finding for each group of table 4 that is all 0 though cases were pending the year before."""
    for group in tables().case_groups.values():
        pending = before.cell(f"{group}.pending")
        cells = [entry.cell(f"{group}.{result}") for result in tables().results.values()]
        given = [cell for cell in cells if cell is not None and cell.value == 0]
        if pending is not None and not is_unknown(pending) and pending.value and len(given) == len(cells):
            yield _finding(group, given[-1], pending, before)


def _finding(group: str, total: Cell, pending: Cell, before: Entry) -> Finding:
    name, year = row_name(group), report_on(before)
    return RULE.finding(
        Text(
            f"{name.zh}：{year.zh}有 {pending.value} 件尚未审结，本年全部为 0",
            f"{name.en}: {pending.value} pending in the {year.en}, and all 0 this year",
        ),
        total.span,
        key=total.key,
        label=Text(f"至少应有 {pending.value} 件", f"at least {pending.value} belong here"),
        related=(cell_in(before, pending, Text("尚未审结", "pending")),),
        help=Text(
            "查清这些案件的结果，填入同一组", "look up what became of these cases, and enter it in the same group"
        ),
        anchor=group,
    )
