"""数字格里写了单位。

查什么
    格中数字后面带“元”“万元”“件”“条”等字，数字照读。以万元为单位的收费金额格里写别的单位，是警告，因为数值可能差一万
    倍。

    一张表有 6 格以上带单位的，整张表提示一次。
为什么
    带了单位的格，汇总的程序不一定当作数字；单位与栏名不一致时，更容易读错。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件：各格只填数字；收费金额的单位（万元）已经写在栏名里。
怎么改
    删去单位，只留数字；单位与栏名不一致的，先换算。与该栏的单位相同的，--fix 自动删去。
何时不必理会
    2019 年格式的“采购总金额”没有规定单位，写明“元”或“万元”反而清楚。

A unit stands behind the number in a cell.

What it checks
    A number with 元, 万元, 件, 条 or the like behind it; the number is read. Another unit in the amount of fees, which is
    in 10,000 yuan, is a warning, for the value may be ten thousand times too large.

    Where six cells or more of a table have one, it is said once for the table.
Why it matters
    Whoever adds up many reports by program may not find a number in such a cell; and where unit and column differ, it
    is easily misread.
Basis
    Letters 30 (2021) and 60 (2019), annex: the cells hold numbers only; the unit of the fees, 10,000 yuan, stands in
    the name of the column.
How to mend
    Delete the unit and leave the number; where the unit is not that of the column, convert it first. --fix deletes
    a unit that is the column's own.
When to ignore
    In the column 采购总金额 of template 2019, which has no unit of its own: there 元 or 万元 makes it clear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giar_lark.findings import Finding, Fix, Severity
from giar_lark.lang import Text
from giar_lark.lean.later import Later
from giar_lark.manual import Fault
from giar_lark.model.report import Cell
from giar_lark.official.names import TABLE_NAMES
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import place_of
from giar_lark.source.span import Edit, Span

RULE = Rule(
    code="T2-11",
    name="unit-in-cell",
    severity=Severity.INFO,
    summary=Text("数字格里写了单位", "a unit stands in a cell"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="行政处罚\t46件\n行政强制\t2件",
        right="行政处罚\t46\n行政强制\t2",
    ),
    fixable="safe",
)

_A_HABIT_CELLS = 6
# the units of columns that count anything but 件
_UNITS = {
    "amount_10k_yuan": ("万元",),
    "amount_yuan": (),
    "decisions": ("件", "项", "宗", "起", "个"),
    "items_prev": ("项", "个"),
    "items_change": ("项", "个"),
    "projects": ("项", "个"),
}


@asked_where(Sign.ODD_CELLS)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each cell with a unit, or one for the table where that is a habit."""
    for table in context.tables:
        cells = [cell for row in context.odd_rows[table.key] for cell in row.cells if cell.reading.unit]
        if not cells:
            continue
        wrong = [cell for cell in cells if _is_wrong(cell)]
        plain = [cell for cell in cells if cell not in wrong]
        yield from (_finding(cell, context.text) for cell in wrong)
        if len(plain) >= _A_HABIT_CELLS:
            name = TABLE_NAMES[table.key]
            message = Text(f"{name.zh}有 {len(plain)} 格带单位", f"{name.en}: a unit stands in {len(plain)} cells")
            yield _note(message, plain, f"table {table.key}", context.text)
        else:
            yield from (_finding(cell, context.text) for cell in plain)


def _is_wrong(cell: Cell) -> bool:
    return cell.column == "amount_10k_yuan" and cell.reading.unit != "万元"


def _finding(cell: Cell, text: str) -> Finding:
    place, unit = place_of(cell), cell.reading.unit
    if not _is_wrong(cell):
        message = Text(f"{place.zh}写了单位“{unit}”", f"{place.en}: the unit “{unit}” stands in the cell")
        return _note(message, [cell], "", text)
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


def _note(message: Text, cells: Sequence[Cell], anchor: str, text: str) -> Finding:
    return RULE.finding(
        message,
        cells[0].span,
        key=cells[0].key,
        label=Text("单位", "unit"),
        help=Text("只填数字，删去单位", "write the number only"),
        fix=Later(_fix, cells, text),
        anchor=anchor,
    )


def _fix(cells: Sequence[Cell], text: str) -> Fix | None:
    """The units taken out; None unless each is the one that its column has anyway."""
    edits = [Edit(span=Span(*place), text="") for cell in cells if (place := _unit_place(cell, text))]
    return Fix(edits=tuple(edits), safe=True) if len(edits) == len(cells) else None


def _unit_place(cell: Cell, text: str) -> tuple[int, int] | None:
    """Where the unit stands behind the number, white space before it included; None if it says what the column does not."""
    start, end = cell.span
    unit = cell.reading.unit
    if unit not in _own_units(cell) or not text[start:end].endswith(unit):
        return None
    number = text[start : end - len(unit)]
    return None if "\n" in number else (start + len(number.rstrip()), end)


def _own_units(cell: Cell) -> tuple[str, ...]:
    """The units that a column counts in. The amount of 2019 has none: there the unit says what is meant."""
    if cell.column in _UNITS:
        return _UNITS[cell.column]
    return ("件",)
