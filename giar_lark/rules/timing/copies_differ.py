"""同一机关同一年度的两份报告数据不同。

查什么
    同一文件夹中有同一机关同一年度的两份以上报告、文字大体相同时，逐格比较三张表。两处都有数而不相同的，
    在后一份（按落款日期，相同时按文件名）提示一次。空白和读不准的格不比较，版式不同不算不同。
为什么
    报告公布后改了数，应当公开说明。两个版本不一致，读者不知道该信哪一个，汇总也会重复或出错。
依据
    《政府信息公开条例》第四十九条、第五十条：年度报告向社会公布，数据应当前后一致。
怎么改
    以核实过的一份为准，撤下另一份；确需更正的，公布更正说明。
何时不必理会
    其中一份是未公布的草稿时；不要把草稿放进要检查的文件夹。

Two reports of one organ on the same year have different figures.

What it checks
    Of two or more reports of the same organ on the same year, whose text is mostly the same, the three tables are
    compared cell by cell. Where both have a number and not the same one, there is one finding in the later of the two
    (by the date at its end, else by name). Blank and unreadable cells do not count, nor does the layout.
Why it matters
    Whoever changes a number after publication has to say so. With two versions, readers do not know which to believe.
Basis
    Regulations on Open Government Information, articles 49 and 50: the report is published, and has to be consistent.
How to mend
    Keep the one that has been verified, and take the other down; publish a note on what was corrected.
When to ignore
    Where one of them is a draft that was never published; keep drafts out of the folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.report import Cell
from giar_lark.rules.batch_rule import BatchFinding, cell_in
from giar_lark.rules.clauses import ACCURACY
from giar_lark.rules.example import Beside, Example, Other
from giar_lark.rules.options import Options
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import place_of

if TYPE_CHECKING:
    from giar_lark.batch.batch import Batch
    from giar_lark.batch.entry import Entry
    from giar_lark.batch.figures import Figures

RULE = Rule(
    code="TM-06",
    name="copies-differ",
    severity=Severity.WARNING,
    summary=Text("同一机关同一年度的两份报告数据不同", "two reports on one organ and year have different figures"),
    clause=ACCURACY,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="行政许可\t112", right="行政许可\t120", beside=Beside(whose=Other.COPY, piece="行政许可\t120")
    ),
)

_RELATED_MOST = 4


def check_batch(batch: Batch, options: Options) -> Iterator[BatchFinding]:
    """One finding for each report that differs from the earliest one of its organ and year."""
    for copies in batch.copies():
        first = min(copies, key=_age)
        for entry in copies:
            changed = list(_changed(entry.figures, first.figures)) if entry is not first else []
            if changed:
                yield BatchFinding(entry.path, _finding(entry, first, changed))


def _age(entry: Entry) -> tuple[date, str]:
    return (entry.issued or date.max, entry.path)


def _changed(here: Figures, there: Figures) -> Iterator[tuple[Cell, Cell]]:
    """The cells of two reports with other numbers. Blank: no difference, for a layout may have lost it."""
    for cell in here.cells():
        other = there.cell(cell.key)
        if other is not None and cell.value is not None and other.value is not None and cell.value != other.value:
            yield cell, other


def _finding(entry: Entry, first: Entry, changed: Sequence[tuple[Cell, Cell]]) -> Finding:
    here, there = changed[0]
    name = place_of(here)
    count = Text(f"，共 {len(changed)} 格不同", f"; {len(changed)} cells differ") if len(changed) > 1 else Text("", "")
    return RULE.finding(
        Text(
            f"同年的两份报告不同：{name.zh}这里 {here.value}，另一份 {there.value}{count.zh}",
            f"two reports on {entry.year} differ: {name.en} is {here.value} here, {there.value} there{count.en}",
        ),
        here.span,
        key=here.key,
        label=Text(f"另一份为 {there.value}", f"{there.value} in the other"),
        related=tuple(cell_in(first, cell, place_of(cell)) for _, cell in changed[:_RELATED_MOST]),
        help=Text("核实后只留一份，并公布更正说明", "keep the verified one only, and publish what was corrected"),
        anchor="copy",
    )
