"""Whether two names can be those of one organ: 市卫健委 and 望汐市卫生健康委员会, 苇塘口镇 and 青岚县苇塘口镇人民政府."""

from __future__ import annotations

from functools import lru_cache

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.organ.classify import read_organ
from giar_lark.model.organ.division import is_short_for
from giar_lark.model.organ.organ import Organ

_SEAL = lazy_pattern(r"[\s\u2060]+|[（(](?:盖?章|公章)[）)]")
# the place in front of an office that is not named: 县水利局
_UNNAMED = lazy_pattern(r"^[省市区县州盟旗镇乡](?=[^\W\d]{2})")
_GOVERNMENT = lazy_pattern(r"^(?:人民政府|政府|行政公署|办事处)?(?:办公室|办公厅|办)?$")
# what a zone and its committee are called besides their name, which is often shortened: 望汐高新区
_COMMITTEE = lazy_pattern(r"[省市县]|(?:管理委员会|管委会)$")
_BRANCH = lazy_pattern(r"分局$")
# all that belongs to an office in a place, which then reports for itself: 望汐市气象部门
_BODY = lazy_pattern(r"(?<=[^\W\d]{2})(?:部门|系统)$")
_SHORTEST = 3
# offices that work for a government as a whole, and sign or answer for it
_FOR_ALL = lazy_pattern(r"^(?:人民)?政府(?:办公室|办公厅|办)$|^(?:党政|党工委|党委|综合)|政务公开|信息公开")


@lru_cache(maxsize=512)
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
    if organ.kind == other.kind == "zone_committee":
        return _has_the_chars_of_other(*(_COMMITTEE.sub("", one.name) for one in (organ, other)))
    if not _same_places(organ, other):
        return False
    one, two = organ.office, other.office
    if _GOVERNMENT.match(one) and _GOVERNMENT.match(two):
        return True
    if organ.is_township and _is_home(organ, other):
        return True
    if _FOR_ALL.search(two) or (_GOVERNMENT.match(two) and other.home is not None):
        return True
    return any(_has_the_chars_of_other(a, b) for a in _forms(one) for b in _forms(two))


def _forms(office: str) -> set[str]:
    """An office as written, and without the place in front that is not named, or what belongs to it."""
    return {office, _UNNAMED.sub("", office), _BODY.sub("", office)}


def _same_places(organ: Organ, other: Organ) -> bool:
    """Whether the places of two names agree, as far as both have one of a level. A city of open level may be of any."""
    if organ.home is None or other.home is None:
        return True
    named = {division.name for division in organ.divisions}
    for division in other.divisions:
        own = organ.at(division.level) if division.level else None
        if any(is_short_for(division.name, name) or is_short_for(name, division.name) for name in named):
            continue
        if division.name not in named and (own is not None or _is_narrower(organ, other)):
            return False
    return True


def _is_home(organ: Organ, other: Organ) -> bool:
    """Whether both are of one town."""
    if organ.home is None or other.home is None:
        return False
    one, two = organ.home.name, other.home.name
    return one == two or is_short_for(one, two) or is_short_for(two, one)


def _is_narrower(organ: Organ, other: Organ) -> bool:
    """Whether the other name has a place below the narrowest of this one."""
    return other.level == "township" and not organ.is_township


def _has_the_chars_of_other(one: str, two: str) -> bool:
    """Whether one of two names is the other, shortened: 卫健委 for 卫生健康委员会, 资规局 for 自然资源和规划局."""
    return any(_is_shorter(*pair) for pair in ((one, two), (two, one)))


def _is_shorter(short: str, long: str) -> bool:
    """Whether a name is part of another, or has its characters in their order up to the last; a branch may turn them round.

    Two characters are enough where the first of them is that of the name: 民委, 残联.
    """
    if short in long:
        return True
    if len(short) < _SHORTEST and not long.startswith(short[0]):
        return False
    if len(short) >= len(long) or short[-1] not in long[-3:]:
        return False
    if _BRANCH.search(short) and _BRANCH.search(long):
        return set(short) <= set(long)
    rest = iter(long)
    return all(char in rest for char in short)
