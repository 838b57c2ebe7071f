"""文中把别处的地名当作本地来写。

查什么
    与本机关名称里的省、市、县（区）、乡镇同级而不同的地名，或按官方区划名录不在本地范围的地名，写在说自己工作的位置：
    “围绕某县……”“在某县委、县政府领导下”“某县政府网站”。借鉴、学习、考察、合作、对口、联合、毗邻、法院、公司、道路、来信来访等
    场合提到的，书名号和引号里的，都不提示。本地下辖的和名称里没有写出的上级地名不查。同一地名只提示一次。
为什么
    这是从别处报告抄来、地名没有改净的痕迹，最容易被读者和检查发现。
依据
    国办公开办函〔2021〕30号：年度报告须准确，不得敷衍、雷同。
怎么改
    改成本地地名，并核对这一段的内容和数字是不是本地的。
何时不必理会
    所说的事确与该地有关，只是句中没有表明时。

A place from elsewhere stands as if it were the organ's own.

What it checks
    A place of the level of one in the organ's name that is another one, or one that the official list puts elsewhere, where
    the report tells of its own work: 围绕某县…, 在某县委、县政府领导下, 某县政府网站. Silent about models, exchange, cooperation,
    neighbours, courts, companies, roads, letters and visitors, and about what is quoted; about places within the organ's own,
    and about those above it that its name leaves out. A place is told once.
Why it matters
    It is the trace of a report copied from elsewhere, and what readers and inspectors see first.
Basis
    Letter 30 (2021): reports must be accurate, and neither perfunctory nor copied.
How to mend
    Write the right place, and check that what the passage says and counts is one's own.
When to ignore
    Where the matter does concern that place and the sentence does not say how.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Related, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.organ import Organ
from giar_lark.model.organ.elsewhere import is_elsewhere
from giar_lark.model.organ.place_mention import PlaceMention, place_mentions
from giar_lark.model.passage import FRONT
from giar_lark.rules.clauses import ACCURACY
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.names.mention_context import is_in_passing
from giar_lark.rules.names.other_organs import misnamings
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought import sought_by_organ
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

RULE = Rule(
    code="ID-07",
    name="place-from-elsewhere",
    severity=Severity.WARNING,
    summary=Text("把别处的地名当作本地来写", "a place from elsewhere as if it were one's own"),
    clause=ACCURACY,
    fault=Fault.DUPLICATED,
    example=Example(
        wrong="（五）监督保障。围绕石磴县重点工作，组织业务培训",
        right="（五）监督保障。围绕青岚县重点工作，组织业务培训",
        instead_of="（五）监督保障。组织业务培训",
        besides=(
            ("海角市住房和城乡建设局2023年", "青岚县住房和城乡建设局2023年"),
            ("海角市住房和城乡建设局\n", "青岚县住房和城乡建设局\n"),
        ),
    ),
)

_SHOWN = 5
# in front of a place that the report takes for its own: the beginning of a clause, or what its work is done for
_OWN_WORK = lazy_pattern(
    r"[，。；：、“（]$|(?:围绕|结合|根据|立足|聚焦|紧扣|按照|依据|推动|推进|促进|提升|提高|加强|加快|做好|完善|落实|服务|建设|打造"
    r"|依托|通过|利用|使用|反映|展示|了解|成立|全面|[在为以我是由的了])$"
)
_VERB_CHARS = 2
# an organ of that place is a partner, or a matter of ID-01
_AN_ORGAN = lazy_pattern(
    r"[\u4e00-\u9fff]{2,14}?(?:(?<![大格布全])局|委员会(?!办)|法院|检察院|公司|(?<!服务)中心|大学|学院|医院|银行|(?<!网)站|队)"
)


@sought_by_organ()
def _foreign(text: str, organ: Organ) -> tuple[PlaceMention, ...]:
    found = [place for place in place_mentions(text) if is_elsewhere(place, organ) and _as_ones_own(text, place)]
    wrong = misnamings(text, organ) if found else ()
    return tuple(place for place in found if not any(other.start <= place.start < other.end for other in wrong))


@asked_where(_foreign)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each place, at the first sentence that takes it for its own."""
    organ = context.organ
    if organ is None:
        return
    places: dict[str, list[Span]] = {}
    for passage, mentions in context.by_organ(_foreign):
        if passage.section == FRONT and "。" not in passage.text:
            continue  # the frame of a portal
        for mention in mentions:
            places.setdefault(mention.name, []).append(passage.span_of(mention.start, mention.end))
    for name, spans in places.items():
        yield _finding(organ, name, spans)


def _as_ones_own(text: str, mention: PlaceMention) -> bool:
    before = text[max(mention.start - _VERB_CHARS, 0) : mention.start]
    if (before and not _OWN_WORK.search(before)) or _AN_ORGAN.match(text, mention.end):
        return False
    return not is_in_passing(text, mention.start, mention.end)


def _finding(organ: Organ, name: str, spans: list[Span]) -> Finding:
    home = organ.home.name if organ.home else organ.name
    often = Text(f"（共 {len(spans)} 处）", f" ({len(spans)} times)") if len(spans) > 1 else Text("", "")
    return RULE.finding(
        Text(
            f"{home}的报告里，把{name}当作本地来写{often.zh}",
            f"the report of {home} speaks of {name} as its own place{often.en}",
        ),
        spans[0],
        label=Text("别处的地名？", "a place elsewhere?"),
        related=tuple(Related(span=span, message=Text(name, name)) for span in spans[1 : _SHOWN + 1]),
        help=Text(
            "改成本地地名，并核对这一段是否抄自别处", "write the right place, and see whether the passage was copied"
        ),
        anchor=name,
    )
