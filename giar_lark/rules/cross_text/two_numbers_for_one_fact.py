"""同一件事在正文里有两个数。

查什么
    正文中两处用同样的话、同样的单位说同一年度的同一件事，数字却不同。只比较说得完整的话（较长，或两处都写明“全年”），
    表三、表四已能核对的数由其他规则检查。
为什么
    前后不一致，读者不知道该信哪一个。
依据
    国办公开办函〔2021〕30号：年度报告须准确。
怎么改
    核实后改成一致；说的若是两件事，把区别写出来。
何时不必理会
    两处说的确实不是同一件事，而且读者看得出来。

The prose has two numbers for one fact.

What it checks
    Two places that tell the same thing of the same year in the same words and unit, with different numbers. Only what is
    told in full is compared (longer phrases, or both with 全年); numbers that a table has are the business of other rules.
Why it matters
    The report contradicts itself, and a reader cannot know which to believe.
Basis
    Letter 30 (2021): the report has to be accurate.
How to mend
    Find out which is right and use it in both places; if they are two things, say in what they differ.
When to ignore
    Where they are two things, and a reader can see it.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Related, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.passage import Passage
from giar_lark.narrative.figure import Figure, When
from giar_lark.narrative.told import Told, sought_in_told
from giar_lark.rules.clauses import AGREEMENT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="XT-06",
    name="two-numbers-for-one-fact",
    severity=Severity.WARNING,
    summary=Text("同一件事在正文里有两个数", "the prose has two numbers for one fact"),
    clause=AGREEMENT,
    example=Example(
        wrong="（五）监督保障。全年组织业务培训3次，将政务公开纳入年度考核；全年组织业务培训2次。",
        right="（五）监督保障。全年组织业务培训3次，将政务公开纳入年度考核。",
        instead_of="（五）监督保障。组织业务培训，将政务公开纳入年度考核。",
    ),
    fault=Fault.INACCURATE,
)
# a phrase of so many characters tells a thing in full; a shorter one if both places name the year
_FULL_CHARS, _SHORT_CHARS = 9, 4
_COUNTED_IN_TABLES = frozenset(
    {
        "APPLICATION",
        "REGULATIONS",
        "NORMATIVE_DOCUMENTS",
        "LICENSING",
        "PENALTIES",
        "COERCIVE_MEASURES",
        "RECONSIDERATION",
        "LITIGATION",
    }
)


@sought_in_told
def _told_in_full(told: Told) -> list[tuple[tuple[str, str], Figure]]:
    """The numbers whose words tell in full what they count, by those words and the unit."""
    return [((figure.phrase, figure.quantity.unit), figure) for figure in told.figures if _tells_in_full(figure)]


@asked_where(_told_in_full)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each number that differs from the first one told in the same words."""
    told = context.narrative.found(_told_in_full)
    if len({counted for counted, _ in told}) == len(told):
        return
    first: dict[tuple[str, str], tuple[Passage, Figure]] = {}
    for passage, (counted, figure) in context.narrative.each(_told_in_full):
        at, other = first.setdefault(counted, (passage, figure))
        if other.quantity.value != figure.quantity.value and _is_same(other, figure):
            yield _finding(other, figure, (at, passage))


def _tells_in_full(figure: Figure) -> bool:
    if figure.part or figure.total or figure.rest or figure.growth or figure.share or figure.listed:
        return False
    if not figure.quantity.exact or figure.when is not When.THIS or figure.subject.thing in _COUNTED_IN_TABLES:
        return False
    return figure.quantity.unit not in ("%", "") and len(figure.phrase) >= _SHORT_CHARS


def _is_same(other: Figure, figure: Figure) -> bool:
    return (len(figure.phrase) >= _FULL_CHARS) or (other.dated and figure.dated)


def _finding(other: Figure, figure: Figure, passages: tuple[Passage, Passage]) -> Finding:
    unit, value, before = figure.quantity.unit, figure.quantity.value, other.quantity.value
    return RULE.finding(
        Text(
            f"“{figure.phrase}”前面是 {before}{unit}，这里是 {value}{unit}",
            f"“{figure.phrase}” is {before} above and {value} here",
        ),
        figure.span_in(passages[1]),
        label=Text(f"前面是 {before}", f"{before} above"),
        related=(Related(span=other.span_in(passages[0]), message=Text(f"前面：{before}{unit}", f"above: {before}")),),
        help=Text("核实后把两处改成一致", "find out which is right and use it in both places"),
        anchor=figure.phrase,
    )
