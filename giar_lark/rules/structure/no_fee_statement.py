"""第六部分没有写信息处理费。

查什么
    2021 年度起的报告，“六、其他需要报告的事项”是否写明信息处理费：发出收费通知的件数、金额和实际收取的金额，或者没有收取。
    写在别的部分的也算写了。
为什么
    信息处理费的收取情况要随年度报告公布。只写“无其他需要报告的事项”，读者不知道收没收。
依据
    国办函〔2020〕109号《政府信息公开信息处理费管理办法》；国办公开办函〔2021〕30号附件第六部分。
怎么改
    没有收费的，写“本年度未发出收费通知，未收取信息处理费”；收了的，写件数、总金额和实际收取金额。
何时不必理会
    没有例外。

Part six says nothing of the information processing fee.

What it checks
    Whether a report on 2021 or later states in 六、其他需要报告的事项 how many fee notices were issued, for how much, and what was
    received, or that there was none. A statement in another part is accepted.
Why it matters
    The fee is made public with the annual report. “Nothing else to report” does not say whether any was charged.
Basis
    Letter 109 (2020) on the information processing fee; letter 30 (2021), annex, part six.
How to mend
    Where none was charged, write so; else give the number of notices, the amount, and what was received.
When to ignore
    Never.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.stretch import Stretch
from giar_lark.rules.clauses import FEE_STATEMENT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought import sought_in_flows, sought_in_sections
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="ST-11",
    name="no-fee-statement",
    severity=Severity.WARNING,
    summary=Text("第六部分没有写信息处理费", "part six says nothing of the information processing fee"),
    clause=FEE_STATEMENT,
    fault=Fault.INCOMPLETE,
    templates=("2021",),
    example=Example(wrong="无其他需要报告的事项。", right="本年度未发出收费通知，未收取信息处理费。"),
)

# the first year whose report has to state the fee
_FIRST_YEAR = 2021
_FEE = lazy_pattern(
    r"处理费|信息处?理|信息处费|收费通知|信息公开[^，。；]{0,8}(?:收费|费用)|(?:未|没有|无|不|免|零)[^，。；]{0,10}(?:收费|费用)"
    r"|(?:收费|收取|费用)[^，。；]{0,6}(?:零|0|无|未)|收取[^，。；]{0,6}费"
)
# without any of these nothing is told of a fee
_MAY_BE_FEE = lazy_pattern("费|信息处?理")
_FEE_ELSEWHERE = lazy_pattern("处理费|收费通知")


@sought_in_sections("other_matters")
def _is_silent(prose: Stretch) -> bool:
    return not _FEE.search(prose.flow.text)


@asked_where(_is_silent)
def check(context: Context) -> Iterator[Finding]:
    """At most one finding, at the heading of section 六."""
    year = context.year
    section = next((section for section in context.report.sections if section.key == "other_matters"), None)
    if section is None or year is None or year < _FIRST_YEAR or _has_statement(context):
        return
    yield RULE.finding(
        Text("没有写明信息处理费的收取情况", "nothing on the information processing fee"),
        section.heading_span,
        label=Text("应写明收取情况或未收取", "state what was received, or that there was none"),
        help=Text(
            "写明发出收费通知的件数、金额和实收金额，或未收取",
            "state the notices, their amount and what was received, or that there was none",
        ),
        anchor="other_matters",
    )


def _has_statement(context: Context) -> bool:
    told = [flow for flow, _ in context.in_flows(_fees) if flow.section != "front"]
    return any(flow.section == "other_matters" or _FEE_ELSEWHERE.search(flow.text) for flow in told)


@sought_in_flows(_MAY_BE_FEE)
def _fees(text: str) -> tuple[str, ...]:
    """The first words that tell of the fee."""
    found = _FEE.search(text)
    return (found[0],) if found else ()
