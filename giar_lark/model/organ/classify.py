"""The class of an organ, from the official endings of its name (domain note, part 10)."""

from __future__ import annotations

from functools import lru_cache

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.organ.division import COUNTY, LEVELS, PREFECTURE, PROVINCE, TOWNSHIP, Division, divisions_of
from giar_lark.model.organ.organ import Organ

_NATIONAL = "national"
_MINISTRIES = (
    "外交|国防|教育|科学技术|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设"
    "|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理"
)
_STATE = lazy_pattern(
    rf"^(?:中华人民共和国|国务院|国家)|^(?:{_MINISTRIES})部$|^(?:中国人民银行|审计署|海关总署|新华通讯社|中国科学院"
    r"|中国社会科学院|中国工程院|中国气象局|中国地震局|中国民用航空局|中国证券监督管理委员会)$"
)
# 国家税务总局青岚县税务局, 中华人民共和国青岚海关: a branch, which is a department where it works
_BRANCH = lazy_pattern(
    r"^(?:国家[^\W\d]{2,14}?(?:总局|局|委员会)|中国人民银行|中国气象局|中国地震局"
    r"|中华人民共和国(?=[^\W\d]{2,}(?:海关|海事局|边防检查总?站)$))(?P<branch>[^\W\d]{2,})$"
)
_GOVERNMENT = lazy_pattern(r"^(?:人民|地区)?(?:行政公署|公署|政府|办事处)?$|^办$")
_ZONE_AREAS = "开发|新|园|示范|高新|经开|保税|度假|管理|名胜|景|试验|实验|产业|合作|港|区|先导"
_ZONE = lazy_pattern(rf"(?:{_ZONE_AREAS})区(?:管理委员会|管委会)?$|管委会$|(?:区|园|带|地)管理委员会$")
_DEPARTMENT = lazy_pattern(r"(?:局|厅|委员会|委|办公室|办公厅|办|署|中心|队|院|处|站|所|社|会|馆|台|海关|科|室|组|部)$")
_AUTHORISED = lazy_pattern(
    r"(?:公司|集团|厂|银行|分行|支行|大学|学院|学校|中学|小学|幼儿园|医院|卫生院|研究院|学会|协会)$"
)


def organ_class(name: str) -> str:
    """One of `state_council_department`, `province`, `prefecture`, `county`, `township`, `subdistrict`, `department`,
    `zone_committee`, `authorised_body`; the last where the name has none of the official endings."""
    return read_organ(name).kind


@lru_cache(maxsize=512)
def read_organ(name: str) -> Organ:
    """The organ of a name."""
    branch = _BRANCH.match(name)
    if branch:
        below = read_organ(branch["branch"])
        return Organ(name=name, kind="department", level=below.level, divisions=below.divisions, office=below.office)
    if _STATE.search(name):
        return Organ(name=name, kind="state_council_department", level=_NATIONAL, office=name)
    divisions, office = divisions_of(name)
    level = divisions[-1].level if divisions else None
    kind, certain = _kind(name, divisions, office)
    if kind == "zone_committee":
        level = None
    return Organ(name=name, kind=kind, level=level, divisions=divisions, office=office, is_certain=certain)


def _kind(name: str, divisions: tuple[Division, ...], office: str) -> tuple[str, bool]:
    """The class, and whether it is certain."""
    if _AUTHORISED.search(office):
        return "authorised_body", True
    if office and _ZONE.search(name):
        return "zone_committee", True
    if divisions and _GOVERNMENT.match(office):
        return _government(divisions[-1])
    if _DEPARTMENT.search(office):
        return "department", True
    return "authorised_body", False


def _government(home: Division) -> tuple[str, bool]:
    """The class of the government of a place. A city that may be of either level is taken for a prefecture."""
    if home.level == TOWNSHIP:
        return ("subdistrict" if home.name.endswith(("街道", "地区")) else TOWNSHIP), True
    if home.level in LEVELS:
        return {PROVINCE: PROVINCE, PREFECTURE: PREFECTURE, COUNTY: COUNTY}[home.level], True
    return PREFECTURE, False
