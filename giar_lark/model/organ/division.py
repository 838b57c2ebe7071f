"""The places in an organ's name, from the widest to the narrowest: 云岭省, 望汐市, 临澜区, 橹声街道."""

from __future__ import annotations

from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.organ.gazetteer import level_of

PROVINCE, PREFECTURE, COUNTY, TOWNSHIP = LEVELS = ("province", "prefecture", "county", "township")

# A stem has no ending of a wider or equal place inside: 青岚县城市管理局 has no city. 镇 and 乡 may begin or end one: 乡宁县, 景德镇市.
_STEM = "[^\\W\\da-zA-Z_省县区旗局镇乡]"
_EDGE = "[^\\W\\da-zA-Z_省县区旗局]"
_CITY = rf"{_EDGE}{_STEM}{{0,8}}?{_EDGE}(?<!城)市|{_EDGE}{_STEM}{{0,8}}?城市(?!管理|建设|规划|更新|执法|综合)"
# what ends in 区 and is an area, not a place: zones have committees of their own, the rest has no organ
_ZONE_STEM = "开发|高新|园|示范|保税|度假|管理|试验|实验|产业|合作|名胜|景|保护|集聚|先导|社|小|片|校|库|辖|功能|服务"
_AREA = rf"(?<!浦东)(?<!滨海)(?<!两江)新区|(?:{_ZONE_STEM})区"
_PROVINCE = lazy_pattern(rf"{_STEM}{{1,5}}?(?:省|自治区)|(?:北京|天津|上海|重庆)市")
_PREFECTURE = lazy_pattern(
    rf"(?:{_STEM}{{2,12}}?(?:自治州|地区(?!办事处)|盟)|{_STEM}{{2,8}}?州(?![市县区省湾])|{_CITY})(?!场|政|民|容|辖|直)"
)
_COUNTY = lazy_pattern(rf"{_EDGE}{_STEM}{{0,10}}?(?:自治县|自治旗|县(?!级)|旗|林区|特区|区(?!域|划))|{_CITY}")
_TOWNSHIP = lazy_pattern(
    rf"{_STEM}{{1,9}}?(?<!城)(?<!建制)(?:民族乡|镇(?!化)|乡(?!村|镇)|苏木|街道)"
    r"(?=$|人民政府|政府|办事处|街道|党|[^\W\da-zA-Z_]{1,14}(?:办公室|所|站|中心)$)"
    rf"|{_STEM}{{2,8}}?地区(?=办事处)"
)
_GOVERNMENT = lazy_pattern("(?:人民)?政府")
_ENDING = lazy_pattern(r"(?:自治[区州县旗]|地区|林区|特区|民族乡|街道|苏木|[省市州盟县区旗镇乡])$")
_IS_AREA = lazy_pattern(rf"(?:{_AREA})$")


class Division(NamedTuple):
    """A place with its level; None for a city that may be of prefecture or of county level."""

    name: str
    level: str | None

    @property
    def stem(self) -> str:
        """The name without its ending: 青岚 of 青岚县."""
        return stem_of(self.name)


def is_short_for(short: str, name: str) -> bool:
    """Whether a place is called by a name that leaves its peoples out: 苔岭乡 for 苔岭苗族乡, 延边州 for 延边朝鲜族自治州."""
    return "族" in name and short[-1] == name[-1] and name.startswith(stem_of(short))


@remembered
def stem_of(name: str) -> str:
    """The name of a place without its ending; a name that would lose all but a character keeps it."""
    stem = _ENDING.sub("", name)
    return stem if len(stem) > 1 else name


def divisions_of(name: str) -> tuple[tuple[Division, ...], str]:
    """The places with which a name begins, and the rest of it: what kind of office it is."""
    found: list[Division] = []
    at = 0
    for level, pattern in zip(LEVELS, (_PROVINCE, _PREFECTURE, _COUNTY, _TOWNSHIP), strict=True):
        if level == TOWNSHIP:
            at = _before_town(name, at)
        match = pattern.match(name, at)
        if match is None or _IS_AREA.search(match[0]):
            continue
        found.append(Division(match[0], level))
        at = match.end()
    return tuple(_settled(found)), name[at:]


def _before_town(name: str, at: int) -> int:
    """Where a town can begin: behind 人民政府 (临澜区人民政府橹声街道办事处), or behind a zone that a town lies in."""
    for between in (_GOVERNMENT, _COUNTY):
        match = between.match(name, at)
        if match and (between is _GOVERNMENT or _IS_AREA.search(match[0])) and _TOWNSHIP.match(name, match.end()):
            return match.end()
    return at


def _settled(found: list[Division]) -> list[Division]:
    """The divisions with the level of a city that stands alone: by the list, else by what stands below it, else open."""
    city = next((division for division in found if division.level == PREFECTURE), None)
    if city is None or not city.name.endswith("市") or any(division.level == COUNTY for division in found):
        return found
    level = level_of(city.name)
    if level is None and any(division.level == TOWNSHIP for division in found):
        level = COUNTY
    return [Division(d.name, level) if d is city else d for d in found]
