"""Years that a sentence claims for this report's own announcement, work or plans, and that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from giar_lark.memo import remembered
from giar_lark.pattern import lazy_pattern
from giar_lark.rules.quotation import is_quoted, sentence_at, sentence_bounds

_YEAR = r"(?P<year>20\d\d)年"
_ANNOUNCED = (
    lazy_pattern(
        rf"现(?:将|就)[^。；]{{0,30}}?{_YEAR}度?[^。；]{{0,40}}?(?:报告|公布|汇报|公开|总结|发布)(?:汇报)?如下"
    ),
    lazy_pattern(
        rf"(?:公布|发布|编制|编写|形成|撰写|公开)[^。；，]{{0,40}}?{_YEAR}度?的?(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:报告|年报|情况)"
    ),
)
# the year with which a clause begins
_FIRST_YEAR = r"(?P<year>20(?<![^。；：，、）]20)\d\d)年"
_COUNTED = r"新收|共?收到|未收到|没有收到|受理|主动公开|公开信息|公开政府信息|发布信息|制发|办理|办结|答复|公开|发布"
_BEGUN = r"认真|严格|坚持|按照|深入|紧紧围绕|围绕|高度重视|全面|积极|在[^，。]{2,24}领导下"
_WORKED = lazy_pattern(rf"{_FIRST_YEAR}度?[，,]?(?:[\u4e00-\u9fff]{{0,14}}?)(?:{_COUNTED})[^。；]{{0,24}}?\d")
_OPENED = lazy_pattern(
    rf"(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[）)、.．])?{_YEAR}度?[，,]?(?:[\u4e00-\u9fff]{{2,24}}?)?(?:{_BEGUN})"
)
_GOING_ON = "把|继续|进一步|从|重点|着力|加强|加大|推进|完善|按照|围绕|以|会|全面|持续|不断|坚持|严格|认真"
_PLANNED = lazy_pattern(
    rf"{_FIRST_YEAR}度?[，,]?(?:[\u4e00-\u9fff]{{0,10}}?)(?:将(?:{_GOING_ON})|计划|拟(?!定|稿)|力争|打算|准备)"
)
_STRONGLY = lazy_pattern(r"将(?:继续|进一步|重点|着力|加强|加大|持续|从)")
# words that set a year beside this one, and words in its own clause that date a thing and not the work
_BESIDE = lazy_pattern(
    r"今年|本年|相比|比上年|较|同比|上一?年(?!度?结转)|去年|往年|历年|增长|下降|减少|增加|持平|截至|以来|至今|分别|累计"
)
_DATED = lazy_pattern(r"20\d\d年(?:度?起|[^，。；]*(?:印发|修订|施行|出台|成立|启用))")
_AHEAD = lazy_pattern(r"将|计划|拟|继续|下一步|力争|打算|争取|准备|预计|要|1月|2月|3月")
_A_NOTICE = lazy_pattern(r"[^《]*(?:通知|意见|方案|要点|办法|规定|函)》")


class Claim(StrEnum):
    """What a year is claimed for."""

    REPORT = "report"
    WORK = "work"
    PLAN = "plan"


class StatedYear(NamedTuple):
    """A year that cannot be right: where it stands with 年, the year, and what it is claimed for."""

    start: int
    end: int
    year: int
    claim: Claim


@remembered
def wrong_years(text: str, section: str, year: int) -> tuple[StatedYear, ...]:
    """The wrong years in a passage of a report on a year, in order, each once."""
    found: dict[int, StatedYear] = {}
    for stated in (*_announced(text, year), *_worked(text, section, year), *_planned(text, section, year)):
        found.setdefault(stated.start, stated)
    return tuple(found[start] for start in sorted(found))


def _announced(text: str, year: int) -> Iterator[StatedYear]:
    for pattern in _ANNOUNCED:
        for match in pattern.finditer(text):
            at, stated = match.start("year"), int(match["year"])
            sentence = sentence_at(text, at)
            if stated == year or f"{year}年" in match[0] or re.search("上年|上一年|去年|往年", sentence):
                continue
            if not (is_quoted(text, at) and _A_NOTICE.match(text, at)):
                yield _stated(match, Claim.REPORT)


def _worked(text: str, section: str, year: int) -> Iterator[StatedYear]:
    if section in ("problems_improvements", "other_matters"):
        return
    opened = _OPENED.match(text)
    for match in (*_WORKED.finditer(text), *([opened] if opened else [])):
        at, stated = match.start("year"), int(match["year"])
        if stated == year or is_quoted(text, at):
            continue
        sentence = sentence_at(text, at)
        excuse = _AHEAD if stated > year else _BESIDE
        if _DATED.match(text, at):
            continue
        if not excuse.search(sentence) and f"{year}年" not in sentence and not _counted_beside(text, at, year):
            yield _stated(match, Claim.WORK)


def _planned(text: str, section: str, year: int) -> Iterator[StatedYear]:
    """Plans for a year that is over; in section 五 the year reported on is over, too, when the plan is clearly one."""
    for match in _PLANNED.finditer(text):
        stated = int(match["year"])
        is_over = stated < year or (
            stated == year
            and section == "problems_improvements"
            and _STRONGLY.search(match[0] + text[match.end() : match.end() + 4])
        )
        if (
            is_over
            and not is_quoted(text, match.start("year"))
            and "印发" not in sentence_at(text, match.start("year"))
        ):
            yield _stated(match, Claim.PLAN)


def _counted_beside(text: str, at: int, year: int) -> bool:
    """Whether a sentence next to this one counts something for the year reported on: then the years are compared."""
    start, end = sentence_bounds(text, at)
    beside = [sentence_at(text, max(start - 2, 0)) if start > 1 else "", sentence_at(text, end + 1)]
    return any(re.search(rf"{year}年[^，]*?\d+(?:件|条|次|份|期)", sentence) for sentence in beside)


def _stated(match: re.Match[str], claim: Claim) -> StatedYear:
    return StatedYear(match.start("year"), match.end("year") + 1, int(match["year"]), claim)
