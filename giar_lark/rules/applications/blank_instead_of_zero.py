"""表格里该填 0 的格留空，或者填了“/”“—”“无”。

查什么
    三张表中空白的格和只有符号的格。整张表空白的、表三整列空白的，各提示一次；其余一行一次；一张表有 6 行以上零散空格
    的，整张表提示一次。

    2019 年格式的“本年增/减”可以填横线。表二中只有一个数的行，数字空白由 T2-07 提示。
为什么
    空白看不出是没有，还是漏填。读报告的人只能猜，汇总的程序也无法核对合计。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件：各格均为数字，没有留空或以符号代替的规定。
怎么改
    确实没有的填 0，漏填的补上实际数字。不要用“/”“—”“无”代替 0。

    只能是 0 的，--fix 自动填上：填 0 时这一格所在的合计都相符，填别的数就有合计不符。
何时不必理会
    转换成文本时丢了数字、而正式文本中已经填写时。

A cell that should say 0 is blank, or holds “/”, “—” or “无”.

What it checks
    Cells of the three tables that are blank or hold a mark only. A blank table, and a blank column of table 3, give
    one finding each; else there is one for each row, and one for the table where six rows or more have scattered
    blanks.

    A dash is right for the yearly change of the template of 2019. The only number of a row of table 2 is the business
    of T2-07.
Why it matters
    A blank does not tell whether there was nothing or whether the number was left out. A reader has to guess, and no
    total can be checked by those who add up many reports.
Basis
    Letters 30 (2021) and 60 (2019), annex: all cells are numbers; nothing allows a blank or a mark instead.
How to mend
    Write 0 where there was nothing, and the number where it was left out. Do not write “/”, “—” or “无” for 0.

    --fix writes a 0 where it can be nothing else: every sum that the cell stands in comes out with 0, and one of them
    would not with another number.
When to ignore
    Where the conversion to text lost numbers that the report itself has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giar_lark.findings import Finding, Fix, Severity
from giar_lark.lang import Text, numbered
from giar_lark.lean.later import Later
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.manual import Fault
from giar_lark.model.report import Cell, Row, Table
from giar_lark.official.names import TABLE_NAMES, column_name, row_name
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.numbers.arithmetic import is_blank
from giar_lark.rules.numbers.blanks import is_wholly_blank, rows_with_totals_only, rows_with_types_only
from giar_lark.rules.numbers.cells import OddRow
from giar_lark.rules.numbers.zeros import zeros_fix
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import listing

RULE = Rule(
    code="T3-05",
    name="blank-instead-of-zero",
    severity=Severity.WARNING,
    summary=Text("该填 0 的格空白或填了符号", "a blank or a dash where a 0 belongs"),
    clause=FORMAT,
    fault=Fault.INCOMPLETE,
    example=Example(
        wrong="（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t2\t1\t\t\t\t\t3",
        right="（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t2\t1\t0\t0\t0\t0\t3",
    ),
    fixable="safe",
)

# with scattered blanks in so many rows, a message a row tells less than one for the table
_SCATTERED_ROWS = 6


@asked_where(Sign.ODD_CELLS)
def check(context: Context) -> Iterator[Finding]:
    """For each table one finding, or one for each blank column, then one for each row that has further blanks."""
    for table in context.tables:
        odd = context.odd_rows[table.key]
        if not any(is_blank(cell) for row in odd for cell in row.cells):
            continue
        is_empty = is_wholly_blank(table)
        rows = [_Gaps(row.row, _missed(row, is_empty)) for row in odd if not _is_told(context, row.row)]
        columns = _blank_columns(table)
        rest = [_Gaps(gaps.row, [cell for cell in gaps.cells if cell.column not in columns]) for gaps in rows]
        scattered = sum(bool(gaps.cells) for gaps in rest) >= _SCATTERED_ROWS
        if scattered or is_empty or (table.key == "t3" and _is_half_filled(odd)):
            yield from _for_table(context, table, rows)
            continue
        for column in columns:
            yield _for_column(context, [cell for gaps in rows for cell in gaps.cells if cell.column == column])
        yield from (_for_row(context, gaps) for gaps in rest if gaps.cells)


def _is_told(context: Context, row: Row) -> bool:
    """Whether another finding says what is wrong with the numbers of a row: the reading's, or that they have moved."""
    slip = context.row_slip
    return context.is_reported(row) or (slip is not None and slip.row.line == row.key)


class _Gaps(NamedTuple):
    row: Row
    cells: list[Cell]


def _is_half_filled(odd: Sequence[OddRow]) -> bool:
    return bool(rows_with_totals_only(odd) or rows_with_types_only(odd))


def _missed(odd: OddRow, is_empty: bool) -> list[Cell]:
    """The blank cells of a row; a lone number of table 2 has its own rule."""
    if len(odd.row.cells) == 1 and odd.cells[0].state == "blank" and not is_empty:
        return []
    return [cell for cell in odd.cells if is_blank(cell)]


def _blank_columns(table: Table) -> list[str]:
    """The columns of table 3 that are blank from top to bottom; the other tables have no columns to speak of."""
    rows = [row.cells for row in table.rows if len(row.cells) == 7]
    if table.key != "t3" or len(rows) < 2:
        return []
    return [cells[0].column for cells in zip(*rows, strict=True) if all(map(is_blank, cells))]


def _for_table(context: Context, table: Table, rows: Sequence[_Gaps]) -> Iterator[Finding]:
    cells = [cell for gaps in rows for cell in gaps.cells]
    if not cells:
        return
    count = sum(bool(gaps.cells) for gaps in rows)
    name, what = TABLE_NAMES[table.key], _what(cells)
    message = Text(
        f"{name.zh}有 {count} 行、{len(cells)} 个格{what.zh}",
        f"{name.en}: {numbered(len(cells), 'cell')} in {numbered(count, 'row')} {what.en}",
    )
    yield _finding(context, message, cells, f"table {table.key}")


def _for_column(context: Context, cells: list[Cell]) -> Finding:
    name, what = column_name(cells[0].key), _what(cells)
    message = Text(
        f"表三“{name.zh}”列 {len(cells)} 个格全部{what.zh}",
        f"table 3, column “{name.en}”: all {len(cells)} cells {what.en}",
    )
    return _finding(context, message, cells, f"column {cells[0].column}")


def _for_row(context: Context, gaps: _Gaps) -> Finding:
    row, cells = gaps
    name, what = row_name(row.key), _what(cells)
    if len(cells) == len(row.cells):
        message = Text(f"“{name.zh}”行全部{what.zh}", f"row “{name.en}”: all cells {what.en}")
    else:
        columns = listing([column_name(cell.key) for cell in cells])
        message = Text(
            f"“{name.zh}”行有 {len(cells)} 个格{what.zh}：{columns.zh}",
            f"row “{name.en}”, {numbered(len(cells), 'cell')} {what.en}: {columns.en}",
        )
    return _finding(context, message, cells, f"row {row.key}")


def _what(cells: list[Cell]) -> Text:
    marks = "、".join(f"“{mark}”" for mark in sorted({cell.raw for cell in cells if cell.state == "na"}))
    if not marks:
        return Text("空白", "blank")
    if all(cell.state == "na" for cell in cells):
        return Text(f"填了{marks}", f"with {marks} instead of a number")
    return Text(f"空白或填了{marks}", f"blank or with {marks}")


def _finding(context: Context, message: Text, cells: list[Cell], anchor: str) -> Finding:
    return RULE.finding(
        message,
        cells[0].span,
        key=cells[0].key,
        label=Text("空白", "blank") if cells[0].state == "blank" else Text("不是数字", "no number"),
        help=Text("没有的填 0，漏填的补上数字", "write 0 where there is none, and the number where it was left out"),
        fix=Later(_fix, context, cells),
        anchor=anchor,
    )


def _fix(context: Context, cells: list[Cell]) -> Fix | None:
    return zeros_fix(cells, context.certain_zeros, context.text, context.plain)
