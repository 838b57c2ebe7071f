"""总体情况缺少五个方面中的某一方面。

查什么
    “一、总体情况”是否写到主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。分条写（“（一）”“1.”“一是”）、
    分段写、在一段话里写到都算；说法不同但意思相同的也算。
    2019 年度报告格式试行，不提示。
为什么
    五个方面是格式规定的内容，不能遗漏；没有发生的（如未收到申请），也要写明没有。
依据
    国办公开办函〔2021〕30号附件：总体情况包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。
怎么改
    补写所缺的方面，一两句话、有数字即可。
何时不必理会
    已经写到，只是用了本规则认不出的说法。

Part one leaves out one of its five topics.

What it checks
    Whether 一、总体情况 treats 主动公开, 依申请公开, 政府信息管理, 平台建设 and 监督保障: under numbers, in paragraphs, or in running
    text, also in other words. Reports on 2019, when the format was on trial, are left alone.
Why it matters
    The format asks for all five and lets none be left out. What did not occur (no application, say) has to be stated, too.
Basis
    Letter 30 (2021), annex: the five topics of the overview.
How to mend
    Add the topic; a sentence or two with figures will do.
When to ignore
    When the topic is there in words that this rule does not know.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.stretch import Stretch
from giar_lark.rules.clauses import TOPICS
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.occasions.sought import sought_in_sections
from giar_lark.rules.prose.overview_topics import Topic, missing_topics
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import listing

RULE = Rule(
    code="ST-06",
    name="missing-topic",
    severity=Severity.WARNING,
    summary=Text("总体情况缺少五个方面之一", "part one leaves out one of its five topics"),
    clause=TOPICS,
    fault=Fault.INCOMPLETE,
    example=Example(
        wrong="　　（三）政府信息公开平台建设。完善专栏栏目，保持更新。\n　　（四）监督保障。",
        right="　　（三）政府信息管理。发布前逐级审核，清理失效文件。\n　　（四）政府信息公开平台建设。完善专栏栏目，保持更新。\n　　（五）监督保障。",
    ),
)


@sought_in_sections("overview")
def _missing(prose: Stretch) -> tuple[Topic, ...]:
    return missing_topics(prose.flow)


@asked_where(_missing, Sign.HEADINGS)
def check(context: Context) -> Iterator[Finding]:
    """One finding that names the topics left out, at the heading of section 一."""
    section = next((section for section in context.report.sections if section.key == "overview"), None)
    flow = context.flow_of("overview")
    if section is None or flow is None or context.is_lenient:
        return
    missing = missing_topics(flow)
    if missing:
        names = listing([topic.name for topic in missing])
        yield RULE.finding(
            Text(f"总体情况没有写到：{names.zh}", f"the overview says nothing of {names.en}"),
            section.heading_span,
            label=Text(f"缺{len(missing)}个方面", f"{len(missing)} of five topics missing"),
            help=Text(
                "补写所缺的方面，没有发生的写明没有", "add what is missing; what did not occur has to be stated, too"
            ),
            anchor=names.zh,
        )
