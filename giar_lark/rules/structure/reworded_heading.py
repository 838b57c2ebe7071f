"""标题的文字与格式文本不同。

查什么
    六个部分的标题，除去序号、空格和标点，不是格式文本的写法，也不是常见的近似写法。内容照读。
为什么
    标题是固定用语，公众和汇总的程序都按标题找内容。换一种说法，容易被当作缺了一个部分。
依据
    国办公开办函〔2021〕30号附件规定了六个部分的标题。
怎么改
    改用格式文本的标题。
何时不必理会
    2019 年度的报告可以只参照格式编写。

A heading is not worded as in the format.

What it checks
    The heading of one of the six parts, apart from number, white space and punctuation, is neither that of the format
    nor one of the usual variants. The part is read all the same.
Why it matters
    Headings are fixed words by which readers and programs find their way. In other words the part is easily taken for
    missing.
Basis
    Letter 30 (2021), annex, has the headings of the six parts.
How to mend
    Use the heading of the format.
When to ignore
    For a report on 2019, which could merely follow the format.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity, Text
from giar_lark.manual import Fault
from giar_lark.model.report import Section
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.rule import Context, Example, Rule
from giar_lark.templates import tables
from giar_lark.tokenise.fold import key
from giar_lark.vocabulary import official, vocabulary

RULE = Rule(
    code="ST-03",
    name="reworded-heading",
    severity=Severity.INFO,
    summary=Text("标题的文字与格式文本不同", "a heading is not worded as in the format"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="五、工作中的不足和下一步打算",
        right="五、存在的主要问题及改进情况",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each heading in other words than those accepted."""
    terminals = {spec.key: spec.terminal for spec in tables().sections}
    for section in context.report.sections:
        terminal = terminals[section.key]
        accepted = {key(spelling).letters for spelling in vocabulary()[terminal]}
        if section.heading and key(section.heading).letters not in accepted:
            yield _finding(section, official(terminal))


def _finding(section: Section, title: str) -> Finding:
    return RULE.finding(
        Text(f"标题应为“{title}”", f"the heading should read “{title}”"),
        section.heading_span,
        label=Text("与格式文本不同", "not as in the format"),
        help=Text(f"改为“{title}”", f"write “{title}”"),
        anchor=section.key,
    )
