"""表三有一行的总计不等于六类申请人之和。

查什么
    表三每一行核对：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他六个数相加，应等于该行的总计。

    整张表只填了总计、或只有总计没填时，由 T3-04 一并说明，不再逐行提示。一行的数整行错了格、漏了一格或两格互换，使这一行
    和几列都对不上的，只提示一次，并写出应有的七个数。
为什么
    每件申请只计入一类申请人，六类相加就是全部。总计对不上，表三的其他数字也难以采信。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表三：末列为总计。
怎么改
    有一列恰好差同样的数时，问题就在该行与该列相交的一格；各列都平时，先核对这一行的总计。
何时不必理会
    没有例外。因空格无法判断的只是警告，把空格补为实际数字后再核对。

A row total of table 3 is not the sum of its six types of applicant.

What it checks
    In every row of table 3 the six types of applicant must add up to the total.

    Where the whole table has totals only, or lacks only the totals, T3-04 says so once, and this rule is silent on
    those rows. Where the numbers of a row have moved by some columns, or two of them changed places, so that the row and
    several columns fail, there is one finding, with the seven numbers that are due.
Why it matters
    An application counts under one type of applicant, so the six types are all there is. If they do not make the
    total, no other number of the table can be relied on.
Basis
    Letters 30 (2021) and 60 (2019), annex, table 3: the last column is the total.
How to mend
    Where a column misses by the same amount, the slip is in the cell in which row and column cross; where every
    column adds up, look at the total of this row first.
When to ignore
    Never. Where blanks leave it open it is a warning only; fill them in and check again.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.official.names import column_name, row_name
from giar_lark.rules.clauses import SUMS
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.numbers.arithmetic import Balance, explained, total
from giar_lark.rules.numbers.blanks import rows_with_totals_only, rows_with_types_only
from giar_lark.rules.numbers.grid import ROW, Grid, Identity
from giar_lark.rules.numbers.mark import Mark, both_sides, mark_of, severity_of, side_of
from giar_lark.rules.numbers.row_slip_told import told_slip
from giar_lark.rules.numbers.totals_slip import TotalsSlip
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T3-03",
    name="row-total",
    severity=Severity.ERROR,
    summary=Text("表三某行：六类申请人之和 ≠ 总计", "a row of table 3: the six types do not add up to the total"),
    clause=SUMS,
    fault=Fault.INACCURATE,
    fixable="suggested",
    example=Example(
        wrong="（一）予以公开\t6\t1\t0\t0\t1\t0\t9\n"
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t2\t1\t0\t0\t0\t0\t2",
        right="（一）予以公开\t6\t1\t0\t0\t1\t0\t8\n"
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t2\t1\t0\t0\t0\t0\t3",
    ),
)


@asked_where(Sign.UNEQUAL)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each row that does not add up, or cannot be said to."""
    if not context.unequal[ROW]:
        return
    yield from told_slip(RULE, context.row_slip, ROW)
    if context.totals_slip is not None:
        yield _of_all_totals(context.totals_slip)
    odd = context.odd_rows["t3"]
    excused = {row.key for row in (*rows_with_totals_only(odd), *rows_with_types_only(odd))}
    yield from (_finding(identity, context.grid) for identity in context.failing(ROW) if identity.line not in excused)


def _finding(identity: Identity, grid: Grid) -> Finding:
    balance = identity.balance
    at_total = Mark(
        balance.right[0],
        side_of(Text("六类之和", "sum of the six types"), balance.left),
        Text("与台账核对这一行的总计和各类件数", "compare the total and the types of this row with your register"),
    )
    suspect = grid.suspect_of(identity)
    mark = (None if suspect else _moved_up(balance)) or mark_of(balance, suspect, at_total)
    row = row_name(identity.line)
    left = Text(f"“{row.zh}”行：六类之和", f"row “{row.en}”: sum of the six types")
    return RULE.finding(
        both_sides(balance, left, Text("总计", "total")),
        mark.cell.span,
        severity=severity_of(balance),
        key=mark.cell.key,
        label=mark.label,
        related=explained(balance, mark.cell, column_name),
        help=mark.help,
        fix=mark.fix,
        anchor=identity.line,
    )


def _of_all_totals(slip: TotalsSlip) -> Finding:
    """What is told once of all rows, where their totals stand in another column or nowhere."""
    first, rows = slip.explains[0], len(slip.explains)
    place = first.balance.right[0]
    zh, en = "没有一行相符", "no row agrees with its total"
    if slip.column is not None:
        column = column_name(first.balance.cells[slip.column].key)
        zh, en = f"总计的数都在“{column.zh}”一栏", f"the totals all stand in the column “{column.en}”"
    return RULE.finding(
        Text(
            f"表三 {rows} 行的六类之和都不等于总计：{zh}",
            f"table 3: {rows} row totals are not the sum of the six types; {en}",
        ),
        place.span,
        key=place.key,
        label=Text("各列错位", "columns out of place"),
        help=Text(
            "对照原表把错位的各列移回原位", "compare with the original, and move the columns back to their places"
        ),
        anchor="t3 totals",
    )


def _moved_up(balance: Balance) -> Mark | None:
    """The sixth type, if it is the sum of the five before it and nothing stands in the total: the row has lost a cell."""
    last = balance.left[-1]
    if not last.value or balance.right[0].value or total(balance.left[:-1]) != last.value:
        return None
    return Mark(
        last,
        Text("恰为前五格之和", "the sum of the five before it"),
        Text(
            "疑似漏了一格，后面的数左移了一格，总计落在“其他”栏；请对照原表逐格核对（T3-08）",
            "a cell seems lost and the rest moved up, the total into another column; compare with the original (T3-08)",
        ),
    )
