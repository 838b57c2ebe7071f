"""议事协调机构、临时机构填了行政规范性文件件数。

查什么
    报告机关的名称里有领导小组、指挥部、联席会议、协调小组、工作专班，或安全生产、食品安全、爱国卫生、禁毒等委员会及其
    办公室，而表二“行政规范性文件”（2019 年格式为“规范性文件”）一行有大于 0 的数。政府办公室、办公厅不在其内。
为什么
    议事协调机构和临时机构不得制发行政规范性文件。填了数，不是把通知、方案算了进去，就是计入了牵头部门的文件。
依据
    国办发〔2018〕37号：不得以临时性机构、议事协调机构及其办事机构的名义制发。
怎么改
    改为 0；确由牵头部门制发的，填入该部门的年度报告。
何时不必理会
    该机构依法律、法规授权对外行使职权，并有本级司法行政部门的备案认定时。

A coordinating or temporary body has entered normative documents.

What it checks
    The organ's name has 领导小组, 指挥部, 联席会议, 协调小组, 工作专班, or one of the coordinating committees (work safety, food
    safety, patriotic health, drug control) and their offices, and a number above 0 stands in the row of normative
    documents. The general office of a government is none of them.
Why it matters
    Coordinating and temporary bodies may not issue normative documents. Notices or plans were counted, or documents of
    the department in charge.
Basis
    State Council General Office 37 (2018): such documents are not issued in the name of these bodies.
How to mend
    Write 0; what the department in charge has issued belongs to that department's own report.
When to ignore
    Where a law or regulation empowers the body itself, and the local department of justice has it on its list.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.organ import Organ
from giar_lark.model.report import Cell
from giar_lark.official.names import column_name
from giar_lark.rules.clauses import NORMATIVE_DOCUMENTS
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.numbers.filled import filled, filled_cells, should_be_zero
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T2-02",
    name="coordinating-body",
    severity=Severity.WARNING,
    summary=Text("议事协调机构填了行政规范性文件", "normative documents entered by a coordinating body"),
    clause=NORMATIVE_DOCUMENTS,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="海角市河道清理指挥部\n　　　　2024年1月12日\n…\n行政规范性文件\t3\t1\t15",
        right="海角市河道清理指挥部\n　　　　2024年1月12日\n…\n行政规范性文件\t0\t0\t0",
        instead_of="海角市住房和城乡建设局\n　　　　2024年1月12日\n…\n行政规范性文件\t3\t1\t15",
        besides=(("海角市住房和城乡建设局2023年", "海角市河道清理指挥部2023年"),),
    ),
)

_ROW = "t2.normative_documents"
_COORDINATING = lazy_pattern(
    r"领导小组|指挥部|联席会议|协调小组|协调机构|工作专班|(?:安全生产|食品安全|爱国卫生运动|禁毒|防震减灾|绿化|减灾)委员会"
)


def _is_coordinating(organ: Organ) -> bool:
    return _COORDINATING.search(organ.name) is not None


@asked_where(filled(_ROW, of=_is_coordinating))
def check(context: Context) -> Iterator[Finding]:
    """At most one finding, at the first number above 0."""
    body = _COORDINATING.search(context.organ.name) if context.organ is not None else None
    if body is None:
        return
    wrong = filled_cells(context.cells, _ROW)
    if wrong:
        yield _finding(body[0], wrong)


def _finding(body: str, wrong: list[Cell]) -> Finding:
    column = column_name(wrong[0].key)
    message = Text(
        f"{body}不得制发行政规范性文件，“{column.zh}”却填了 {wrong[0].value}",
        f"a coordinating body ({body}) issues no normative documents, yet “{column.en}” is {wrong[0].value}",
    )
    help = Text(
        "改为 0；牵头部门制发的填入该部门的报告", "write 0; what the department in charge issued is in its report"
    )
    return should_be_zero(RULE, wrong, message, help)
