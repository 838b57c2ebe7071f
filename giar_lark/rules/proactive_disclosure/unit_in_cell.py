"""数字格里写了单位。

查什么
    格中数字后面带“元”“万元”“件”“条”等字。数字照读；“万元”栏里写“元”时为提醒，因为数值可能差一万倍。
    一张表有 6 格以上带单位时整表提示一次。
依据
    附件格式各栏只填数字；收费金额栏的单位（万元）已写在栏名里。
例
    错：政府集中采购 12 35800元。
    对：政府集中采购 12 35800。
怎么改
    删去单位；单位与栏名不一致的先换算。
何时不必理会
    2019 年格式“采购总金额”一栏没有规定单位，写明“元”或“万元”反而清楚。

In English: a unit stands behind the number in a cell. The number is read; yuan in a column of 10,000 yuan
is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity, Text
from giar_lark.model.report import Cell
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Context, Rule
from giar_lark.rules.wording import TABLE_NAMES, place_of

RULE = Rule(
    code="T2-11",
    name="unit-in-cell",
    severity=Severity.INFO,
    summary=Text("数字格里写了单位", "a unit stands in a cell"),
    clause=FORMAT,
)

_A_HABIT_CELLS = 6


def check(context: Context) -> Iterator[Finding]:
    """One finding for each cell with a unit, or one for the table where that is a habit."""
    for table in context.tables:
        cells = [cell for row in table.rows for cell in row.cells if cell.reading.unit]
        wrong = [cell for cell in cells if _is_wrong(cell)]
        plain = [cell for cell in cells if cell not in wrong]
        yield from map(_finding, wrong)
        if len(plain) >= _A_HABIT_CELLS:
            name = TABLE_NAMES[table.key]
            message = Text(f"{name.zh}有 {len(plain)} 格带单位", f"{name.en}: a unit stands in {len(plain)} cells")
            yield _note(message, plain[0], f"table {table.key}")
        else:
            yield from map(_finding, plain)


def _is_wrong(cell: Cell) -> bool:
    return cell.column == "amount_10k_yuan" and cell.reading.unit != "万元"


def _finding(cell: Cell) -> Finding:
    place, unit = place_of(cell), cell.reading.unit
    if not _is_wrong(cell):
        return _note(Text(f"{place.zh}写了单位“{unit}”", f"{place.en}: the unit “{unit}” stands in the cell"), cell, "")
    return RULE.finding(
        Text(
            f"{place.zh}以万元为单位，格中写的是“{cell.raw}”",
            f"{place.en} is in 10,000 yuan, the cell says “{cell.raw}”",
        ),
        cell.span,
        severity=Severity.WARNING,
        key=cell.key,
        label=Text(f"单位是“{unit}”", f"the unit is “{unit}”"),
        help=Text("换算为万元，只填数字", "convert to 10,000 yuan and write the number only"),
    )


def _note(message: Text, cell: Cell, anchor: str) -> Finding:
    return RULE.finding(
        message,
        cell.span,
        key=cell.key,
        label=Text("单位", "unit"),
        help=Text("只填数字，删去单位", "write the number only"),
        anchor=anchor,
    )
