"""政府的报告少于所属各机关的合计。

查什么
    同一文件夹中有县级以上政府的报告，又有同年所属部门、乡镇、街道的报告时，把后者逐格相加，与政府的报告比较：
    表三各行的总计，表二的许可、处罚、强制、收费。合计超过政府报告的数，提示一次。
    下一级政府的报告不相加；政府报告写明只含本级、不含下属机关的，不提示。
    设置 children-complete 后（文件夹中所属机关齐全），合计少于政府报告的也提示。
为什么
    政府的年度报告汇总所属各机关的数据。部分之和不会大于整体，超过了，不是漏了汇总，就是有一家填错。
依据
    《政府信息公开条例》第四十九条；各地布置工作的通知要求逐级汇总。
怎么改
    用各机关的报告重新汇总；某一家的数明显偏大的，先核对那一家。
何时不必理会
    政府的报告按规定只反映本级时，请在文字部分写明。

The report of a government is less than the sum of its organs.

What it checks
    With the report of a county or higher government and reports of its departments, townships and subdistricts on the
    same year in the folder, these are added up cell by cell: the totals of table 3; licences, penalties, coercive
    measures and fees of table 2. There is one finding where they exceed the government's report. Lower governments are not
    added; silent where the report says that it leaves organs out. With children-complete set (the folder has all of
    them), a sum that is smaller is told, too.
Why it matters
    A government's report sums up its organs. Parts are never more than the whole: either an organ was left out, or
    one of them entered a wrong number.
Basis
    Regulations on Open Government Information, article 49; local notices ask for a summary level by level.
How to mend
    Sum up the organs' reports again; where one number is strangely large, look at that organ first.
When to ignore
    Where the government's report is meant to leave its organs out; say so in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from giar_lark.findings import Finding, Related, Severity
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.report import Cell
from giar_lark.rules.batch_rule import BatchFinding, place_in
from giar_lark.rules.clauses import SUMMARY_REPORT
from giar_lark.rules.example import Beside, Example, Other
from giar_lark.rules.numbers.arithmetic import Number, total
from giar_lark.rules.options import Options
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import place_of

if TYPE_CHECKING:
    from giar_lark.batch.batch import Batch
    from giar_lark.batch.entry import Entry

RULE = Rule(
    code="ST-10",
    name="parts-exceed-whole",
    severity=Severity.WARNING,
    summary=Text("政府的报告少于所属机关的合计", "a government's report is less than the sum of its organs"),
    clause=SUMMARY_REPORT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="行政处罚\t9460",
        right="行政处罚\t46",
        beside=Beside(whose=Other.GOVERNMENT, piece="行政处罚\t9120"),
    ),
)

# a document of two departments is one document of the government: those of table 2, item 1, are not added up
_NOT_ADDED = ("t2.rules.", "t2.normative_documents.")
_FLOWS = (".decisions", ".amount_10k_yuan")
_LEAVES_OUT = lazy_pattern(
    r"(?:仅|只|均为|限于|限)[^，。；]{0,8}本级|(?:不含|不包括|未包括|不包含|未包含|未纳入)[^，。；]{0,20}(?:部门|乡镇|镇|街道|单位|机关)"
)
_RELATED_MOST = 4


class _Sum(NamedTuple):
    """A cell of a government's report, and the cells of its organs' reports."""

    whole: Cell
    parts: tuple[tuple[Entry, Cell], ...]

    @property
    def total(self) -> Number:
        return total(cell for _, cell in self.parts)

    @property
    def difference(self) -> Decimal:
        return Decimal(self.total) - Decimal(self.whole.value or 0)


def check_batch(batch: Batch, options: Options) -> Iterator[BatchFinding]:
    """One finding for each government's report that cannot contain, or does not equal, those of its organs."""
    for entry in batch.entries:
        bodies = batch.bodies_of(entry)
        if not bodies or _leaves_out(entry):
            continue
        wrong = [added for added in _sums(entry, bodies) if _is_wrong(added, options)]
        if wrong:
            yield BatchFinding(entry.path, _finding(wrong, len(bodies)))


def _leaves_out(entry: Entry) -> bool:
    return any(_LEAVES_OUT.search(prose.text) for prose in entry.prose.values())


def _sums(entry: Entry, bodies: Sequence[Entry]) -> list[_Sum]:
    """What can be added up; each report is gone through once. Blank: adds nothing, and a blank whole is not judged."""
    wholes = [whole for whole in entry.figures.cells() if _is_added(whole)]
    parts: dict[str, list[tuple[Entry, Cell]]] = {whole.key: [] for whole in wholes}
    for body in bodies:
        figures = body.figures
        for key, added in parts.items():
            cell = figures.cell(key)
            if cell is not None and cell.value:
                added.append((body, cell))
    return [_Sum(whole, tuple(parts[whole.key])) for whole in wholes]


def _is_added(whole: Cell) -> bool:
    is_flow = whole.key.endswith(_FLOWS) or (whole.key.startswith("t3.") and whole.column == "total")
    return is_flow and not whole.key.startswith(_NOT_ADDED) and whole.value is not None


def _is_wrong(added: _Sum, options: Options) -> bool:
    return added.difference > 0 or (options.children_complete and added.difference < 0)


def _finding(wrong: Sequence[_Sum], bodies: int) -> Finding:
    first = max(wrong, key=lambda added: abs(added.difference))
    whole, name = first.whole, place_of(first.whole)
    more = Text(f"，共 {len(wrong)} 格不符", f"; {len(wrong)} cells do not agree") if len(wrong) > 1 else Text("", "")
    return RULE.finding(
        Text(
            f"{name.zh}：{bodies} 个所属机关合计 {first.total}，本报告 {whole.value}，差 {abs(first.difference)}{more.zh}",
            f"{name.en}: organs below ({bodies} reports) {first.total}, this report {whole.value}, "
            f"difference {abs(first.difference)}{more.en}",
        ),
        whole.span,
        key=whole.key,
        label=Text(f"所属机关合计 {first.total}", f"the organs come to {first.total}"),
        related=tuple(map(_part, sorted(first.parts, key=lambda part: -(part[1].value or 0))[:_RELATED_MOST])),
        help=Text("用各机关的报告重新汇总", "sum up the reports of the organs again"),
        anchor="parts",
    )


def _part(part: tuple[Entry, Cell]) -> Related:
    entry, cell = part
    said = Text(f"{entry.organ_name}：{cell.value}", f"{entry.organ_name}: {cell.value}")
    return place_in(entry, cell.span, said, cell.key)
