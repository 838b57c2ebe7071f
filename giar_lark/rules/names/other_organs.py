"""Names of another organ where a report speaks of itself, and misspelt names of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.organ import Organ, may_be_one, read_organ
from giar_lark.model.organ.division import TOWNSHIP
from giar_lark.model.organ.elsewhere import is_elsewhere
from giar_lark.model.organ.near_spelling import differ_by_one, near_spellings
from giar_lark.model.organ.place_mention import PlaceMention, place_mentions
from giar_lark.model.self_naming import (
    ANNOUNCED,
    COMPILED,
    CONTACT,
    SUBJECT,
    SelfName,
    self_names,
)
from giar_lark.rules.names.mention_context import is_in_passing
from giar_lark.rules.occasions.sought import sought_by_organ
from giar_lark.rules.prose.quotation import sentence_at

_ANNOUNCING = lazy_pattern(r"(?:公布|发布|编制|编写|形成|现将|现就|报告|总结)《?$")
_A_REPORT = lazy_pattern(r"报告|年报")
_NEAR_CHARS = 24
_COLUMN = lazy_pattern(r"(?:人民政府|政府|办事处)?(?:政府信息公开|政务公开|信息公开)?专[栏区页]")
# an office that opens what it knows to all, or keeps the register for all, is not taken for another's author
_FOR_OTHERS = lazy_pattern(r"政务|大数据|数据|行政审批|信息中心|政府办|服务中心|党政|公开办")
_UNNAMED_PLACE = lazy_pattern(r"[省市区县州盟旗](?!(?:人民)?政府$|[^\W\d]?$)(?=[^\W\d])")
_OF_OWN_RANK = lazy_pattern(r"(?:[局厅](?:办公室)?|委|委员会|镇|乡|街道|街道办事处|政府)$")
# what a clause says when it is the other body that works for this one
_FOR_US = lazy_pattern(r"[我本][局厅委办镇乡县市区街院校中机单]|指导|配合|协助|联合|牵头|派|支持|会同|反馈|通报")


class How(StrEnum):
    """In which way a name is wrong."""

    ROLE = "role"
    SPELLING = "spelling"
    PLACE = "place"


class Misnaming(NamedTuple):
    """A wrong name in a text: where it stands, in which way it is wrong, and the right one (empty: not told)."""

    start: int
    end: int
    how: How
    right: str = ""


@sought_by_organ()
def misnamings(text: str, organ: Organ) -> tuple[Misnaming, ...]:
    """The wrong names in a passage, in order; of two that overlap, the misspelt one."""
    places, found = place_mentions(text), list[Misnaming]()
    candidates = (
        *_misspelt(text, organ, places),
        *_offices_elsewhere(text, organ, places),
        *_columns_elsewhere(text, organ, places),
        *_in_own_role(text, organ),
    )
    for one in candidates:
        if all(one.end <= other.start or other.end <= one.start for other in found):
            found.append(one)
    return tuple(sorted(found))


@remembered
def is_other_signature(signed: str, organ: Organ) -> bool:
    """Whether a report is signed by an organ that cannot be the one that reports."""
    return not may_be_one(organ, read_organ(signed))


def _misspelt(text: str, organ: Organ, places: Sequence[PlaceMention]) -> Iterator[Misnaming]:
    for near in near_spellings(text, organ):
        if not is_in_passing(text, near.start, near.end):
            yield Misnaming(near.start, near.end, How.SPELLING, near.own)
    for place in places:
        own = _own_place_near(place, organ)
        if own and not is_in_passing(text, place.start, place.end):
            yield Misnaming(place.start, place.end, How.SPELLING, own)


def _own_place_near(place: PlaceMention, organ: Organ) -> str | None:
    """The organ's own county, city or province that a place in no list differs from by one character."""
    if place.is_known:
        return None
    for division in organ.divisions:
        same_ending = division.name[len(division.stem) :] == place.name[len(place.stem) :]
        if division.level != "township" and same_ending and differ_by_one(place.stem, division.stem):
            return division.name
    return None


def _offices_elsewhere(text: str, organ: Organ, places: Sequence[PlaceMention]) -> Iterator[Misnaming]:
    """The same office of another place: 石磴县自然资源局 in the report of 青岚县自然资源局."""
    if organ.kind != "department" or not organ.office or organ.office.startswith(("人民政府", "政府")):
        return
    for place in places:
        end = place.end + len(organ.office)
        is_other = text.startswith(organ.office, place.end) and is_elsewhere(place, organ)
        if is_other and not is_in_passing(text, place.start, end):
            yield Misnaming(place.start, end, How.PLACE, organ.name)


def _columns_elsewhere(text: str, organ: Organ, places: Sequence[PlaceMention]) -> Iterator[Misnaming]:
    """The column of another town, of which a town's report has nothing to tell: 政府网站石磴镇专栏."""
    towns = [place for place in places if place.level == TOWNSHIP] if organ.is_township else []
    for town in towns:
        is_other = _COLUMN.match(text, town.end) is not None and is_elsewhere(town, organ)
        if is_other and not is_in_passing(text, town.start, town.end):
            yield Misnaming(town.start, town.end, How.ROLE)


def _in_own_role(text: str, organ: Organ) -> Iterator[Misnaming]:
    for name in self_names(text):
        written = text[name.start : name.end]
        if organ.name.endswith(written):
            continue
        other = read_organ(written)
        is_other = not may_be_one(organ, other) or (name.role == SUBJECT and _is_namesake(organ, other))
        if is_other and _is_proper(text, name) and _speaks_of_itself(text, name, organ, other):
            yield Misnaming(name.start, name.end, How.ROLE)


def _is_namesake(organ: Organ, other: Organ) -> bool:
    """Whether another organ is the same office of a place above or below the organ's own."""
    if organ.kind != "department" or organ.home is None or other.home is None:
        return False
    return organ.office == other.office and organ.home.level != other.home.level


def _is_proper(text: str, name: SelfName) -> bool:
    """Whether a name begins with a place, so that it is surely one organ's whole name: 办公室, 乡镇 and 负责全局 are none."""
    begins = any(place.start == name.start for place in place_mentions(text))
    return begins or _UNNAMED_PLACE.match(text[name.start : name.end]) is not None


def _speaks_of_itself(text: str, name: SelfName, organ: Organ, other: Organ) -> bool:
    """Whether a name surely stands where the report means itself, and not a partner, a superior, or a body below."""
    before = text[max(name.start - _NEAR_CHARS, 0) : name.start]
    if name.role == ANNOUNCED and _ANNOUNCING.search(before):
        return True
    if name.role == COMPILED:
        after = text[name.end : name.end + _NEAR_CHARS].partition("。")[0]
        return _A_REPORT.search(before.rpartition("。")[2]) is not None or _A_REPORT.search(after) is not None
    if name.role in (ANNOUNCED, SUBJECT, CONTACT):
        in_passing = name.role == ANNOUNCED and is_in_passing(text, name.start, name.end)
        return not in_passing and _is_peer(organ, other) and _FOR_US.search(sentence_at(text, name.start)) is None
    return True


def _is_peer(organ: Organ, other: Organ) -> bool:
    """Whether another organ is of the reporting one's own rank, so that it has no part in the report."""
    if organ.is_government or _FOR_OTHERS.search(other.name) or not _OF_OWN_RANK.search(other.name):
        return False
    return other.is_township or other.kind == "department"
