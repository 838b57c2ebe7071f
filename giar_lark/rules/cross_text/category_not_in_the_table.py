"""正文用了统一格式没有的办理结果。

查什么
    正文把“不属于政府信息”“信息不存在”“告知其他途径”“非本机关公开”等旧口径当作办理结果。
为什么
    这些是 2019 年修订条例以前的分类。表三没有相应的行，读者无法把正文和表格对上。
依据
    国办公开办函〔2021〕30号附件表三“三、本年度办理结果”所列情形。
怎么改
    按表三的说法改写：信息不存在多属“本机关不掌握相关政府信息”，非本机关公开的也归“无法提供”。
何时不必理会
    是在解释某一件申请的答复理由，而不是在分类统计。

The prose has an outcome that the common format does not know.

What it checks
    Outcomes of the years before the common format: 不属于政府信息, 信息不存在, 告知其他途径, 非本机关公开 and the like.
Why it matters
    Table 3 has no row for them, so that a reader cannot match the prose with the table.
Basis
    Letter 30 (2021), annex, table 3, part 三.
How to mend
    Use the words of table 3: what does not exist is mostly “not held by this organ”, and so is what another organ has to
    disclose.
When to ignore
    Where the words give the reason of a single answer and sort nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.narrative.figure import Mention
from giar_lark.narrative.told import Told, sought_in_told
from giar_lark.rules.clauses import OUTCOMES
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="XT-12",
    name="category-not-in-the-table",
    severity=Severity.INFO,
    summary=Text("正文用了表三没有的办理结果", "the prose has an outcome that table 3 does not know"),
    clause=OUTCOMES,
    example=Example(
        wrong="信息不存在的，均写明检索经过。",
        right="本机关不掌握的，均写明检索经过。",
        instead_of="规范登记、审核、办理、答复各环节，答复均在法定期限内。",
    ),
    fault=Fault.INACCURATE,
)


# 不属于政府信息的来信: no application, and so no outcome of one
_OF_OTHER_THINGS = lazy_pattern("的(?:来信|来电|诉求|咨询|留言|问题|事项)")


@sought_in_told
def _not_in_table(told: Told) -> list[Mention]:
    return [mention for mention in told.mentions if _is_an_outcome(mention)]


def _is_an_outcome(mention: Mention) -> bool:
    return "NOT_IN_TABLE" in mention.subject.outcomes and not _OF_OTHER_THINGS.match(mention.text, mention.end)


@asked_where(_not_in_table)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each such outcome, the same words once."""
    reported: set[str] = set()
    for passage, mention in context.narrative.each(_not_in_table):
        words = mention.text[mention.start : mention.end]
        if words not in reported:
            reported.add(words)
            yield RULE.finding(
                Text(f"“{words}”不是表三所列的办理结果", f"“{words}” is no outcome of table 3"),
                mention.span_in(passage),
                label=Text("旧口径", "before the common format"),
                help=Text(
                    "按表三的情形改写，如“本机关不掌握相关政府信息”",
                    "use the words of table 3, such as 本机关不掌握相关政府信息",
                ),
                anchor=words,
            )
