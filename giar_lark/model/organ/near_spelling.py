"""Spellings of the organ's own name with one character changed, lost or added: 苇塘镇 for 苇塘口镇, 自然资园局 for 自然资源局."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.organ.division import TOWNSHIP, Division
from giar_lark.model.organ.organ import Organ

# shorter names differ by one character from many others: 上坝镇 and 下坝镇, 财政局 and 民政局
_LEAST_STEM, _LEAST_OFFICE, _LEAST_NAME = 3, 5, 6
# what bodies of one kind differ in, where no place tells them apart: 江南大学, 江北大学
_BEGINNING = 2
_GOVERNMENT = "人民政府"
_TOWN_ENDINGS = ("镇", "乡", "街道")
_TOWN_ENDING = lazy_pattern("|".join(_TOWN_ENDINGS))
_HAN = lazy_pattern(r"[\u4e00-\u9fff]")
_HAN_ALONE = lazy_pattern(r"[\u4e00-\u9fff]+")
_IN_GENERAL = lazy_pattern(r"镇|村|[和及与]")


class NearSpelling(NamedTuple):
    """A spelling in the text, and the one of the organ's name that it is near to."""

    start: int
    end: int
    own: str


def near_spellings(text: str, organ: Organ) -> Iterator[NearSpelling]:
    """The places in a text without white space where the organ's own name seems to be misspelt."""
    town = organ.at(TOWNSHIP)
    if town is not None and len(town.stem) >= _LEAST_STEM and town.name.endswith(_TOWN_ENDINGS):
        yield from _of_town(text, organ, town)
    # 第一人民医院 and 第二人民医院 are two bodies, and neither is misspelt
    is_one_of_many = organ.kind == "authorised_body"
    if organ.home is None and len(organ.name) >= _LEAST_NAME:
        yield from _behind(text, organ.name[:_BEGINNING], organ.name[_BEGINNING:], is_one_of_many=is_one_of_many)
    elif organ.home is not None and (len(organ.office) >= _LEAST_OFFICE or organ.office == _GOVERNMENT):
        yield from _behind(text, organ.home.name, organ.office, is_one_of_many=is_one_of_many)


def _of_town(text: str, organ: Organ, town: Division) -> Iterator[NearSpelling]:
    """The town's name with a slip in its stem, or with the ending of another unit."""
    stem = town.stem
    for match in _TOWN_ENDING.finditer(text):
        end = match.start()
        if not _may_be_near(text, end, stem):
            continue
        if text.endswith(stem, 0, end):
            if not town.name.endswith(match[0]) and not _IN_GENERAL.match(text, match.end()):
                yield NearSpelling(end - len(stem), match.end(), town.name)
            elif _has_more_in_front(text, end - len(stem), organ):
                yield NearSpelling(end - len(stem) - 1, match.end(), town.name)
            continue
        for length in (len(stem), len(stem) - 1, len(stem) + 1):
            start = end - length
            if start >= 0 and _is_slip(text, start, end, stem, organ):
                yield NearSpelling(start, match.end(), town.name)
                break


def _may_be_near(text: str, end: int, stem: str) -> bool:
    """Whether the stem, with one slip at most, may end at a place: its last character does, or else all others stand there."""
    return text.endswith(stem[-1], 0, end) or text.find(stem[:-1], max(end - len(stem) - 1, 0), end) >= 0


def _has_more_in_front(text: str, start: int, organ: Organ) -> bool:
    """Whether a character stands between the place above and the stem: 湟中区上海子沟乡."""
    return start > 0 and any(text.endswith(d.name, 0, start - 1) for d in organ.divisions if d.level != TOWNSHIP)


def _is_slip(text: str, start: int, end: int, stem: str, organ: Organ) -> bool:
    """Whether a window is the stem with one slip, and surely begins where a name does."""
    window = text[start:end]
    if not differ_by_one(window, stem) or not _HAN_ALONE.fullmatch(window):
        return False
    return window[0] == stem[0] or _begins_name(text, start, organ)


def _behind(text: str, beginning: str, rest: str, *, is_one_of_many: bool) -> Iterator[NearSpelling]:
    """The rest of a name behind its beginning (an office behind its place), with one slip and the same last character."""
    start = text.find(beginning)
    while start >= 0:
        end = start + len(beginning)
        for length in (*([] if is_one_of_many else [len(rest)]), len(rest) - 1, len(rest) + 1):
            window = text[end : end + length]
            if window[-1:] == rest[-1] and differ_by_one(window, rest):
                yield NearSpelling(start, end + length, beginning + rest)
                break
        start = text.find(beginning, end)


def _begins_name(text: str, start: int, organ: Organ) -> bool:
    """Whether a name begins at a place: at the beginning, behind punctuation, or behind the place above."""
    return (
        start == 0 or not _HAN.match(text, start - 1) or any(text.endswith(d.name, 0, start) for d in organ.divisions)
    )


def differ_by_one(one: str, other: str) -> bool:
    """Whether two words differ by exactly one character that is changed, lost or added."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1 or one == other:
        return False
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return one[same + (len(one) == len(other)) :] == other[same + 1 :]
