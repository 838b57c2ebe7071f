"""收费金额疑似按“元”填入了以“万元”为单位的栏目。

查什么
    表二第（八）项“本年收费金额（单位：万元）”：县级部门达到 10000（合 1 亿元），或乡镇、街道达到 100（合 100 万元）。
    两个界限可以在配置里改；其他机关达到 1000000（合 100 亿元）才提示，省级政府、国务院部门不提示。
为什么
    这一栏以万元为单位。把元照抄进来，金额会大一万倍，全县汇总时也会跟着错。
依据
    国办公开办函〔2021〕30号附件表二第（八）项的表头：单位为万元。
怎么改
    与财政票据核对；按元填的除以 10000，保留小数。
何时不必理会
    核对后确是这个数时，例如征收水资源费、土地类收费的部门。

A fee seems to be entered in yuan where the column counts ten thousand yuan.

What it checks
    The amount in item 8 of table 2 (unit: 万元): 10,000 or more for a department of a county, 100 or more for a township or
    subdistrict. Both limits can be set. Of other organs 1,000,000 or more; silent for provinces and the State Council's.
Why it matters
    The unit of the column is ten thousand yuan. An amount in yuan is ten thousand times too large, and so is the sum of
    the county that adds it up.
Basis
    Letter 30 (2021), annex, table 2, header of item 8.
How to mend
    Compare with the receipts; divide an amount in yuan by 10,000 and keep the decimals.
When to ignore
    Where the receipts do give that amount, as for departments that levy water or land charges.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.organ import Organ
from giar_lark.model.report import Cell
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.numbers.arithmetic import Number
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought_in_tables import sought_in_numbers
from giar_lark.rules.options import Options
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T2-06",
    name="yuan-for-ten-thousand-yuan",
    severity=Severity.WARNING,
    summary=Text("收费金额疑似把元填进万元栏", "a fee in yuan in a column of ten thousand yuan"),
    clause=FORMAT,
    templates=("2021",),
    fault=Fault.INACCURATE,
    example=Example(
        wrong="海角市苔石镇人民政府\n　　　　2024年1月12日\n…\n行政事业性收费\t2600",
        right="海角市苔石镇人民政府\n　　　　2024年1月12日\n…\n行政事业性收费\t0.26",
        instead_of="海角市住房和城乡建设局\n　　　　2024年1月12日\n…\n行政事业性收费\t12.5",
        besides=(("海角市住房和城乡建设局2023年", "海角市苔石镇人民政府2023年"),),
    ),
)

_KEY = "t2.administrative_fees.amount_10k_yuan"
_YUAN = 10_000
# ten thousand million yuan: no single organ below the province takes as much in a year, nor does a city with all of its own
_MORE_THAN_ANY = Decimal(1_000_000)


def _has_a_limit(organ: Organ) -> bool:
    return organ.kind not in ("province", "state_council_department")


@sought_in_numbers(_KEY, of=_has_a_limit)
def _is_charged(amount: Number) -> bool:
    return amount > 0


@asked_where(_is_charged)
def check(context: Context) -> Iterator[Finding]:
    """At most one finding, at the amount."""
    limit = _limit_of(context.organ, context.options)
    if limit is not None and context.cells.number(_KEY) >= limit:
        yield _finding(context.cells.at(_KEY), limit)


def _limit_of(organ: Organ | None, options: Options) -> Decimal | None:
    """The amount from which on the unit is doubted; None for organs that may take any."""
    if organ is None:
        return None
    if organ.is_township:
        return options.township_fee_10k_yuan
    if (organ.kind, organ.level) == ("department", "county"):
        return options.department_fee_10k_yuan
    return _MORE_THAN_ANY if _has_a_limit(organ) else None


def _finding(cell: Cell, limit: Decimal) -> Finding:
    assert cell.value is not None
    in_wan = Decimal(cell.value) / _YUAN
    return RULE.finding(
        Text(
            f"收费金额填了 {cell.value} 万元，疑似单位是元（合 {in_wan.normalize():f} 万元）",
            f"the fee is {cell.value} ten thousand yuan; it seems to be in yuan (then {in_wan.normalize():f})",
        ),
        cell.span,
        key=cell.key,
        label=Text(f"达到 {limit} 万元", f"{limit} or more"),
        help=Text("与票据核对；按元填的，除以 10000", "compare with the receipts; divide an amount in yuan by 10,000"),
    )
