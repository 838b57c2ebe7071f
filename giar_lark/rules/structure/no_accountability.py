"""政府的报告没有写考核、评议、追责结果。

查什么
    各级人民政府（省、市、县、乡镇）的报告里，是否提到工作考核、社会评议、责任追究三者之一。
    部门、街道办事处、开发区和企事业单位不查；2019 年度报告格式试行，不提示。
为什么
    条例对各级人民政府有专门要求，其他机关没有。没有开展或没有追究的，也要写明。
依据
    《政府信息公开条例》第五十条第四项：各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况。
怎么改
    在“监督保障”里写明考核结果、评议结果和责任追究情况。
何时不必理会
    该机关不是人民政府。

The report of a government says nothing of assessment, appraisal or accountability.

What it checks
    Whether the report of a people's government (of a province, prefecture, county, township) speaks of 考核, 评议 or 追责 at all.
    Departments, subdistrict offices, zones and public bodies are left alone, as are reports on 2019.
Why it matters
    The regulations ask governments, and only them, for these results. Where there are none, that has to be stated.
Basis
    Regulations on Open Government Information, article 50 (4): reports of governments at every level also contain the
    results of assessment, public appraisal and accountability.
How to mend
    State the results under 监督保障.
When to ignore
    When the organ is no people's government.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.report import Section
from giar_lark.model.stretch import Stretch
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.prose.overview_topics import supervision_place
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

RULE = Rule(
    code="ST-09",
    name="no-accountability",
    severity=Severity.WARNING,
    summary=Text(
        "政府的报告没有写考核、评议、追责结果",
        "the report of a government without assessment, appraisal or accountability",
    ),
    clause=Text(
        "《政府信息公开条例》第五十条第四项：各级人民政府的工作考核、社会评议和责任追究结果情况",
        "Regulations on Open Government Information, article 50 (4): assessment, appraisal and accountability of governments",
    ),
    fault=Fault.INCOMPLETE,
    example=Example(
        wrong="海角市云台镇人民政府2023年政府信息公开工作年度报告\n…\n组织业务培训，完善值班制度。\n…\n　　　　海角市云台镇人民政府",
        right="海角市云台镇人民政府2023年政府信息公开工作年度报告\n…\n组织业务培训，工作考核合格，社会评议满意，没有责任追究情形。\n…\n　　　　海角市云台镇人民政府",
        instead_of="海角市住房和城乡建设局2023年政府信息公开工作年度报告\n…\n组织业务培训，将政务公开纳入年度考核。\n…\n　　　　海角市住房和城乡建设局",
    ),
)

_GOVERNMENTS = ("province", "prefecture", "county", "township")
_RESULTS = lazy_pattern("考核|考评|评议|追责|问责|追究|测评|评价")


def _tells_results(prose: Stretch) -> bool:
    return _RESULTS.search(prose.flow.text) is not None


def check(context: Context) -> Iterator[Finding]:
    """At most one finding, at the paragraph on supervision, or at the heading of section 一."""
    if context.report.metadata.organ_class not in _GOVERNMENTS or context.is_lenient:
        return
    section = next((section for section in context.report.sections if section.key == "overview"), None)
    if section is None or any([part.stretch.answers[_tells_results] for part in context.parts]):
        return
    yield RULE.finding(
        Text("没有写工作考核、社会评议、责任追究结果", "nothing on assessment, public appraisal and accountability"),
        _place(context, section),
        label=Text("各级政府应写明三项结果", "governments state all three"),
        help=Text(
            "在“监督保障”里写明三项结果，没有的写明没有",
            "state the three results under 监督保障, or that there are none",
        ),
        anchor="overview",
    )


def _place(context: Context, section: Section) -> Span:
    flow = context.flow_of("overview")
    lead = supervision_place(flow) if flow else None
    return flow.span_of(lead.start, lead.start + len(lead.words)) if flow and lead else section.heading_span
