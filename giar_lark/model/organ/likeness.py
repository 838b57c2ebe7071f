"""Whether two names can be those of one organ: 市卫健委 and 望汐市卫生健康委员会, 苇塘口镇 and 青岚县苇塘口镇人民政府."""

from __future__ import annotations

from giar_lark.model.organ.classify import read_organ
from giar_lark.model.organ.division import is_short_for
from giar_lark.model.organ.organ import Organ
from giar_lark.pattern import lazy_pattern

_SEAL = lazy_pattern(r"[\s\u2060]+|[（(](?:盖?章|公章)[）)]")
# the place in front of an office that is not named: 县水利局
_UNNAMED = lazy_pattern(r"^[省市区县州盟旗镇乡](?=[^\W\d]{2})")
_GOVERNMENT = lazy_pattern(r"^(?:人民政府|政府|行政公署|办事处)?(?:办公室|办公厅|办)?$")
# offices that work for a government as a whole, and sign or answer for it
_FOR_ALL = lazy_pattern(r"^(?:人民)?政府(?:办公室|办公厅|办)$|^(?:党政|党工委|党委|综合)|政务公开|信息公开")


def fullest(name: str, *others: str) -> Organ:
    """The organ of a name, or of another name of the same body that has more places in front."""
    organ = read_organ(name)
    for other in others:
        fuller = read_organ(_SEAL.sub("", other))
        if len(fuller.divisions) > len(organ.divisions) and fuller.kind == organ.kind and may_be_one(organ, fuller):
            organ = fuller
    return organ


def may_be_one(organ: Organ, other: Organ) -> bool:
    """Whether two names can mean one organ, or an organ and its own office: nothing in them contradicts."""
    if organ.name.endswith(other.name):
        return True
    if not _same_places(organ, other):
        return False
    one, two = organ.office, other.office
    if _GOVERNMENT.match(one) and _GOVERNMENT.match(two):
        return True
    if organ.is_township and _is_home(organ, other):
        return True
    if _FOR_ALL.search(two) or (_GOVERNMENT.match(two) and other.home is not None):
        return True
    return any(_is_shorter(*pair) for a in _forms(one) for b in _forms(two) for pair in ((a, b), (b, a)))


def _forms(office: str) -> set[str]:
    """An office as written, and without the place in front that is not named."""
    return {office, _UNNAMED.sub("", office)}


def _same_places(organ: Organ, other: Organ) -> bool:
    """Whether the places of two names agree, as far as both have one of a level. A city of open level may be of any."""
    if organ.home is None or other.home is None:
        return True
    named = {division.name for division in organ.divisions}
    for division in other.divisions:
        own = organ.at(division.level) if division.level else None
        if any(is_short_for(division.name, name) for name in named):
            continue
        if division.name not in named and (own is not None or _is_narrower(organ, other)):
            return False
    return True


def _is_home(organ: Organ, other: Organ) -> bool:
    """Whether both are of one town."""
    if organ.home is None or other.home is None:
        return False
    return organ.home == other.home or is_short_for(other.home.name, organ.home.name)


def _is_narrower(organ: Organ, other: Organ) -> bool:
    """Whether the other name has a place below the narrowest of this one."""
    return other.level == "township" and not organ.is_township


def _is_shorter(short: str, long: str) -> bool:
    """Whether a name is part of another, or has its characters in their order from the first to the last: 卫健委, 卫生健康委员会."""
    if short in long:
        return True
    if len(short) >= len(long) or short[0] != long[0]:
        return False
    rest = iter(long)
    return short[-1] in long[-3:] and all(char in rest for char in short)
