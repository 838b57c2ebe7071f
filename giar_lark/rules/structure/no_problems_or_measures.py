"""第五部分没有写问题，或者没有写改进。

查什么
    “五、存在的主要问题及改进情况”是否空着、只写“无”；是否只列问题、不写怎么改；是否只写下一步打算、不写问题。
    问题和改进用什么说法、分不分条，都不限。
为什么
    条例要求年度报告写明主要问题和改进情况。只写一半，读者看不出问题改没改、怎么改。
依据
    《政府信息公开条例》第五十条第四项：政府信息公开工作存在的主要问题及改进情况。
怎么改
    写一至三个具体问题，逐个写明已经怎样改、准备怎样改、何时改完。
何时不必理会
    问题和措施都有，只是用了本规则认不出的说法。

Part five names no problems, or nothing that is done about them.

What it checks
    Whether 五、存在的主要问题及改进情况 is empty or says 无; whether it lists problems only, or plans only. In what words, and under
    how many numbers, does not matter.
Why it matters
    The regulations ask for the main problems and for what is done about them. With half of it nobody sees what has changed.
Basis
    Regulations on Open Government Information, article 50 (4): main problems and improvement.
How to mend
    Name one to three concrete problems, and for each what was done, what will be, and by when.
When to ignore
    When both are there in words that this rule does not know.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.flow import sentences_of
from giar_lark.model.stretch import Stretch
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.occasions.sought import sought_in_sections
from giar_lark.rules.prose.problems import is_denial, lacks_problems, lacks_remedies
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="ST-08",
    name="no-problems-or-measures",
    severity=Severity.ERROR,
    summary=Text("第五部分没有写问题或没有写改进", "part five without problems, or without improvement"),
    clause=Text(
        "《政府信息公开条例》第五十条第四项：存在的主要问题及改进情况",
        "Regulations on Open Government Information, article 50 (4): main problems and improvement",
    ),
    fault=Fault.PERFUNCTORY,
    example=Example(
        wrong="　　无。\n六、其他需要报告的事项",
        right="　　解读形式还不够丰富。下一步将增加图表解读。\n六、其他需要报告的事项",
        instead_of="　　一是解读形式还不够丰富，二是个别栏目更新不够及时。下一步将增加图表解读，并按月检查栏目。\n六、其他需要报告的事项",
    ),
)


_BOTH = Text("写明主要问题和怎样改进", "name the main problems and what is done about them")
_PROBLEMS = Text("写明改进所针对的问题", "name the problems that are to be improved")
_REMEDIES = Text("逐个问题写明怎样改、何时改完", "say for each problem what is done and by when")
# what may be said in place of problems and remedies, the first that holds
_LACKING = (
    (is_denial, Text("第五部分只写了没有问题", "it only says that there are no problems"), _BOTH, Severity.ERROR),
    (
        lacks_problems,
        Text("第五部分只写了改进，没有写存在的问题", "improvement, but no problem"),
        _PROBLEMS,
        Severity.WARNING,
    ),
    (
        lacks_remedies,
        Text("第五部分只写了问题，没有写怎样改进", "problems, but no improvement"),
        _REMEDIES,
        Severity.WARNING,
    ),
)


@sought_in_sections("problems_improvements")
def _lacking(prose: Stretch) -> bool:
    text = prose.flow.text
    return not text or any(is_lacking(text) for is_lacking, *_ in _LACKING)


@asked_where(_lacking, Sign.HEADINGS)
def check(context: Context) -> Iterator[Finding]:
    """At most one finding: at the heading where nothing stands below it, else at the first sentence of section 五."""
    section = next((section for section in context.report.sections if section.key == "problems_improvements"), None)
    if section is None:
        return
    flow = context.flow_of(section.key)
    if flow is None:
        yield RULE.finding(
            Text("第五部分没有内容", "part five is empty"),
            section.heading_span,
            label=Text("没有内容", "empty"),
            help=_BOTH,
            anchor="empty",
        )
        return
    for is_lacking, message, help, severity in _LACKING:
        if is_lacking(flow.text):
            start, end = sentences_of(flow.text)[0]
            yield RULE.finding(message, flow.span_of(start, end), severity=severity, help=help, anchor=message.en)
            return
