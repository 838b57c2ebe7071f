"""没有规章制定权的机关填了规章件数。

查什么
    表二第（一）项“规章”一行的任何一格大于 0，而报告机关肯定没有规章制定权：各级地方政府的部门，县、区、县级市政府，
    乡镇、街道，管理委员会，公司、学校、医院等。国务院部门，省、自治区、直辖市政府，设区的市、自治州政府不提示；
    名称看不出是地级市还是县级市的，也不提示。
为什么
    规章由法律规定的少数机关制定。县乡和部门填了规章，多半是把规章制度、内部规定当成了规章，或者填错了行。
依据
    《立法法》关于规章制定机关的规定；国办公开办函〔2021〕30号附件表二第（一）项。
怎么改
    改为 0。如果填的是行政规范性文件，移到下一行；内部规章制度不计入本表。
何时不必理会
    报告机关的名称被读错时；请先看 giar-lark parse 读出的机关名称。

An organ without the power to make rules has entered some.

What it checks
    Any cell of the row 规章 (rules) in item 1 of table 2 above 0 in the report of an organ that surely has no power to make
    them: departments of local governments, counties, districts and county-level cities, townships and subdistricts,
    zone committees, companies, schools, hospitals. Silent for departments of the State Council and the governments of
    provinces, districted cities and autonomous prefectures, and for cities whose level the name leaves open.
Why it matters
    Only a few organs may make 规章. Where another enters some, its internal rules (规章制度) were counted, or the number
    belongs to the next row.
Basis
    Legislation Law on who makes rules; letter 30 (2021), annex, table 2, item 1.
How to mend
    Write 0. If normative documents were meant, move the number to the next row; internal rules are not counted.
When to ignore
    Only where the name of the organ was misread; see what giar-lark parse gives as its name.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.organ import Organ
from giar_lark.model.report import Cell
from giar_lark.official.names import column_name
from giar_lark.rules.clauses import RULE_MAKERS
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.numbers.filled import filled, filled_cells, should_be_zero
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T2-01",
    name="rules-without-power",
    severity=Severity.ERROR,
    summary=Text("没有规章制定权的机关填了规章", "rules entered by an organ without the power to make them"),
    clause=RULE_MAKERS,
    fault=Fault.INACCURATE,
    example=Example(wrong="规章\t1\t0\t1", right="规章\t0\t0\t0"),
)

_ROW = "t2.rules"
_MAKERS = frozenset({"state_council_department", "province", "prefecture"})
_KINDS = {
    "county": Text("县级政府", "the government of a county"),
    "township": Text("乡镇", "a township"),
    "subdistrict": Text("街道", "a subdistrict"),
    "department": Text("地方政府部门", "a department of a local government"),
    "zone_committee": Text("管理委员会", "a zone committee"),
    "authorised_body": Text("本单位", "this body"),
}


def _makes_none(organ: Organ) -> bool:
    """Whether an organ has surely no power to make rules."""
    return organ.kind not in _MAKERS and organ.is_certain


@asked_where(filled(_ROW, of=_makes_none))
def check(context: Context) -> Iterator[Finding]:
    """At most one finding, at the first number above 0."""
    organ = context.organ
    if organ is None or not _makes_none(organ):
        return
    wrong = filled_cells(context.cells, _ROW)
    if wrong:
        yield _finding(organ, wrong)


def _finding(organ: Organ, wrong: list[Cell]) -> Finding:
    column, kind = column_name(wrong[0].key), _KINDS[organ.kind]
    message = Text(
        f"{kind.zh}无权制定规章，“规章·{column.zh}”却填了 {wrong[0].value}",
        f"{kind.en} has no power to make rules, yet “rules, {column.en}” is {wrong[0].value}",
    )
    help = Text(
        "改为 0；若是行政规范性文件，移到下一行",
        "write 0; if normative documents were meant, move the number to the next row",
    )
    return should_be_zero(RULE, wrong, message, help)
