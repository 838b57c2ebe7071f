"""The words with which an organ speaks of itself, and which of them fit its class: 我镇, 局机关, 全县."""

from __future__ import annotations

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.organ import Organ
from giar_lark.rules.occasions.sought import sought_by_organ

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
    """A word with which an organ speaks of itself: where it stands, its unit, whether it is 全 and the unit, or a body of it (镇政府)."""

    start: int
    end: int
    unit: str
    is_whole: bool = False
    is_body: bool = False


@sought_by_organ(_SELF, _OWN_HOUSE)
def unfit_words(text: str, organ: Organ) -> tuple[SelfWord, ...]:
    """The words in a text that an organ of this class cannot use of itself, in order."""
    return tuple(sorted([word for word in _self_words(text) if _is_unfit(word, organ)]))


def _self_words(text: str) -> tuple[SelfWord, ...]:
    own = (SelfWord(*match.span(), match["unit"], is_whole=match["who"] == "全") for match in _SELF.finditer(text))
    bodies = (
        SelfWord(*match.span(), match["unit"], is_body=True)
        for match in _OWN_HOUSE.finditer(text)
        if _OPENING.match(text, match.start())
    )
    return (*own, *bodies)


def _is_unfit(word: SelfWord, organ: Organ) -> bool:
    unit, is_whole = word.unit, word.is_whole or word.is_body
    if unit in TOWN_UNITS:
        return (organ.is_township or not word.is_body) and _town_unfit(organ, unit, is_whole)
    if unit in _OFFICES.values():
        return not word.is_whole and _office_unfit(organ, word)
    return _county_unfit(organ, unit, is_whole)


def fitting_unit(word: SelfWord, organ: Organ) -> str | None:
    """The unit that would fit; None if it is not told."""
    if word.unit in TOWN_UNITS:
        return town_unit(organ)
    if word.unit in _OFFICES.values():
        return None if word.is_body else office_unit(organ)
    return county_unit(organ)


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
    if organ.kind == "authorised_body":
        return not whole and organ.is_certain
    return not whole and (organ.home is not None or organ.kind == "state_council_department")


def _office_unfit(organ: Organ, word: SelfWord) -> bool:
    """A school, a hospital or a company is none; 局机关 in its report may be of the one above it."""
    unit = word.unit
    if organ.kind == "authorised_body":
        return organ.is_certain and not word.is_body and unit in ("局", "厅", "委")
    if organ.kind in ("township", "subdistrict", "province", "prefecture", "county", "zone_committee"):
        return not (organ.kind == "zone_committee" and unit in ("委", "中心"))
    own = office_unit(organ)
    return own is not None and unit != own and unit != "办"


def _county_unfit(organ: Organ, unit: str, whole: bool) -> bool:
    """A 区 has no 县 above or below it, and the other way round. A city has counties below it, but is none."""
    if organ.kind == "state_council_department":
        return not whole
    if organ.kind in ("zone_committee", "authorised_body") or organ.home is None:
        return False
    own = county_unit(organ)
    if own is not None:
        return own != unit
    is_city = organ.home.name.endswith("市") and not organ.is_township
    return not whole and unit in ("县", "旗") and (is_city or organ.level in ("province", "prefecture"))
