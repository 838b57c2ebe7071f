"""The words with which an organ speaks of itself, and which of them fit its class: 我镇, 局机关, 全县."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from giar_lark.memo import remembered
from giar_lark.model.organ import Organ
from giar_lark.pattern import lazy_pattern

TOWN_UNITS = ("镇", "乡", "街道")
_OFFICES = {
    "局": "局",
    "厅": "厅",
    "委员会": "委",
    "委": "委",
    "中心": "中心",
    "办公室": "办",
    "办公厅": "办",
    "办": "办",
}
# (?!…) keeps 我委托, 本区域, 本乡镇 and the like out
_SELF = lazy_pattern(
    r"(?P<who>[我本全])(?P<unit>镇(?!村)|乡(?!镇|村|土|本土|亲|音|贤)|街道|局(?![限面部势域])|厅|委(?![托派员]|办)|中心(?!城|工作)|县(?![级域城])|区(?![域块间划县])|旗)"
)
# in front of 镇政府 without a name: the beginning of a clause, or a word that no name ends in
_OPENING = lazy_pattern(
    r"(?:^|(?<=[，。；：、（）“”！？\d])|(?<=[在由经向对为以和与及是了将把从按至到于给使让请并据])"
    r"|(?<=推动|推进|加强|组织|协调|要求|督促|纳入|结合|强化|规范|提高|成立|明确|落实|依托|通过|接受|服务|围绕))"
)
_OWN_HOUSE = lazy_pattern(
    r"(?P<unit>[镇乡局厅县区])(?:(?<=[镇乡])(?:人民政府|政府|党委|机关|党政)"
    r"|(?<=[局厅])(?:机关|党组|党委|领导班子|长办公会|属单位)|(?<=[县区])(?:委(?!员|托)|政府|人民政府))"
)


class SelfWord(NamedTuple):
    """A word that does not fit: where it stands, what it says, and the unit that would fit (None: not told)."""

    start: int
    end: int
    unit: str
    fitting: str | None


@remembered
def unfit_words(text: str, organ: Organ, in_autonomous_region: bool) -> tuple[SelfWord, ...]:
    """The words in a text that an organ of this class cannot use of itself, in order.

    `in_autonomous_region` says that 区 may mean the region: then it fits anybody there.
    """
    found = [*_self_words(text, organ, in_autonomous_region), *_houses(text, organ, in_autonomous_region)]
    return tuple(sorted(found))


def _self_words(text: str, organ: Organ, region: bool) -> Iterator[SelfWord]:
    for match in _SELF.finditer(text):
        unit, whole = match["unit"], match["who"] == "全"
        if unit in TOWN_UNITS:
            fitting, unfit = town_unit(organ), _town_unfit(organ, unit, whole)
        elif unit in _OFFICES.values():
            fitting, unfit = office_unit(organ), not whole and _office_unfit(organ, unit)
        else:
            fitting, unfit = county_unit(organ), _county_unfit(organ, unit, whole, region)
        if unfit:
            yield SelfWord(*match.span(), unit, fitting)


def _houses(text: str, organ: Organ, region: bool) -> Iterator[SelfWord]:
    for match in _OWN_HOUSE.finditer(text):
        if not _OPENING.match(text, match.start()):
            continue
        unit = match["unit"]
        if unit in TOWN_UNITS:
            fitting, unfit = town_unit(organ), organ.is_township and _town_unfit(organ, unit, True)
        elif unit in _OFFICES:
            fitting, unfit = None, _office_unfit(organ, unit)
        else:
            fitting, unfit = county_unit(organ), _county_unfit(organ, unit, True, region)
        if unfit:
            yield SelfWord(*match.span(), unit, fitting)


def town_unit(organ: Organ) -> str | None:
    """镇, 乡 or 街道, for an organ of one of these."""
    town = organ.at("township")
    return next((unit for unit in TOWN_UNITS if town is not None and town.name.endswith(unit)), None)


def office_unit(organ: Organ) -> str | None:
    """局, 厅, 委, 办 or 中心, for a department; None for one of another kind."""
    if organ.kind != "department":
        return None
    return next((unit for ending, unit in _OFFICES.items() if organ.office.endswith(ending)), None)


def county_unit(organ: Organ) -> str | None:
    """县, 区, 市 or 旗, for an organ in a place of county level."""
    county = organ.at("county")
    return county.name[-1] if county is not None else None


def _town_unfit(organ: Organ, unit: str, whole: bool) -> bool:
    """全镇 may be said of any town by those above it; 我镇 only by a town."""
    if organ.is_township:
        own = town_unit(organ)
        return own is not None and own != unit
    return not whole and organ.kind != "authorised_body" and organ.home is not None


def _office_unfit(organ: Organ, unit: str) -> bool:
    if organ.kind in ("township", "subdistrict", "province", "prefecture", "county", "zone_committee"):
        return not (organ.kind == "zone_committee" and unit in ("委", "中心"))
    own = office_unit(organ)
    return own is not None and unit != own and unit != "办"


def _county_unfit(organ: Organ, unit: str, whole: bool, region: bool) -> bool:
    """A 区 has no 县 above or below it, and the other way round. A city has counties below it, but is none."""
    if organ.kind in ("zone_committee", "authorised_body", "state_council_department") or organ.home is None:
        return False
    if unit == "区" and region:
        return False
    own = county_unit(organ)
    if own is not None:
        return own != unit
    is_city = organ.home.name.endswith("市") and not organ.is_township
    return not whole and unit in ("县", "旗") and (is_city or organ.level in ("province", "prefecture"))
