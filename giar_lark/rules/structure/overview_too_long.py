"""总体情况过长。

查什么
    “一、总体情况”的正文（不计空格和换行）是否超过 1000 字。字数可在设置里改（overview_chars）。
为什么
    总体情况是综述，数据和办理情况在二、三、四部分的表格里。写得过长，要紧的内容反而不突出。
依据
    各地关于年度报告的通知：总体情况一般不超过 1000 字，多用事实和数据；国办公开办函〔2021〕30号：内容不宜泛化。
怎么改
    删去与公开无关的内容和重复表格的数字，留下事实和数据。
何时不必理会
    上级没有字数要求，或汇总范围大、内容确有必要。

Part one is too long.

What it checks
    Whether the text of 一、总体情况, white space left out, has more than 1,000 characters. The number is an option
    (overview_chars).
Why it matters
    The overview is a summary; figures stand in the tables of the parts behind it. What matters is lost in a long one.
Basis
    Notices of provinces and cities on the annual report: in general no more than 1,000 characters, facts and figures first;
    letter 30 (2021): the contents are not to be widened.
How to mend
    Take out what is not on disclosure, and what repeats the tables.
When to ignore
    Where no notice sets a length, or the report sums up many organs.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.model.stretch import Stretch
from giar_lark.rules.clauses import NOTICES
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought import Terms, sought_on_terms
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="ST-07",
    name="overview-too-long",
    severity=Severity.INFO,
    summary=Text("总体情况过长", "part one is too long"),
    clause=NOTICES,
    example=Example(
        wrong="全年通过门户网站公开信息三百余条，修订主动公开目录。……（以下一千余字）",
        right="全年通过门户网站公开信息三百余条，修订主动公开目录。",
        likewise=(("……（以下一千余字）", "逐条核对公开事项、公开时限和责任科室。" * 60),),
    ),
)


@sought_on_terms
def _is_too_long(prose: Stretch, section: str, terms: Terms) -> bool:
    return section == "overview" and len(prose.flow.text) > terms.options.overview_chars


@asked_where(_is_too_long)
def check(context: Context) -> Iterator[Finding]:
    """At most one finding, at the heading of section 一."""
    section = next((section for section in context.report.sections if section.key == "overview"), None)
    part, most = context.part("overview"), context.options.overview_chars
    count = len(part.stretch.flow.text) if part is not None else 0
    if section is None or count <= most:
        return
    yield RULE.finding(
        Text(f"总体情况{count}字，超过{most}字", f"the overview has {count} characters, more than {most}"),
        section.heading_span,
        label=Text(f"{count}字", f"{count} characters"),
        help=Text(
            "删去与公开无关的内容和重复表格的数字", "take out what is not on disclosure and what repeats the tables"
        ),
        anchor="overview",
    )
