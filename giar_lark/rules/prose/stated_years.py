"""Years that a sentence claims for this report's own announcement, work or plans, and that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.rules.occasions.sought import sought_in_passages
from giar_lark.rules.prose.quotation import is_quoted, sentence_at, sentence_bounds

_YEAR = r"(?P<year>20\d\d)年"
_A_YEAR = lazy_pattern(r"20\d\d年")
_ANNOUNCED = (
    lazy_pattern(
        rf"现(?:将|就)[^。；]{{0,30}}?{_YEAR}度?[^。；]{{0,40}}?(?:(?:报告|公布|汇报|公开|总结|发布)(?:汇报)?如下|予以(?:公布|公开|发布))"
    ),
    lazy_pattern(
        rf"(?:公布|发布|编制|编写|形成|撰写|公开|反映)[^。；，]{{0,40}}?{_YEAR}度?的?(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报|情况)"
    ),
)
# the year with which a clause begins
_FIRST_YEAR = r"(?P<year>20(?<![^。；：，、）况]20)\d\d)年"
_COUNTED = r"新收|共?收到|未收到|没有收到|受理|主动公开|公开信息|公开政府信息|发布信息|制发|办理|办结|答复|公开|发布"
_BEGUN = r"认真|严格|坚持|按照|深入|紧紧围绕|围绕|高度重视|全面|积极|在[^，。]{2,24}领导下"
_WORKED = lazy_pattern(rf"{_FIRST_YEAR}度?[，,]?(?:[\u4e00-\u9fff]{{0,14}}?)(?:{_COUNTED})[^。；]{{0,24}}?\d")
_OPENED = lazy_pattern(
    rf"(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[）)、.．])?{_YEAR}度?[，,]?(?:[\u4e00-\u9fff]{{2,24}}?)?(?:{_BEGUN})"
)
# 2022年，医院以……: the year that a paragraph tells of
_BEGINS = lazy_pattern(rf"(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[）)、.．])?{_YEAR}度?[，,]")
_GOING_ON = "把|继续|进一步|从|重点|着力|加强|加大|推进|完善|按照|围绕|以|会|全面|持续|不断|坚持|严格|认真|采取|做好"
_PLANNED = lazy_pattern(
    rf"{_FIRST_YEAR}度?[，,]?(?:[\u4e00-\u9fff]{{0,10}}?)(?:将(?:{_GOING_ON})|计划|拟(?!定|稿)|力争|打算|准备)"
)
_STRONGLY = lazy_pattern(r"将(?:继续|进一步|重点|着力|加强|加大|持续|从)")
# what part six has to tell of the year: 2023年度未收取信息处理费, 2023年无其他需要报告的事项
_OTHER = lazy_pattern(rf"{_YEAR}度?[，,]?[^，。；《]{{0,12}}?(?:收取|发出收费|收费通知|处理费|其他需要报告)")
# the notice that a report rests on: 《关于做好2022年政府信息公开工作年度报告编制工作的通知》
_CALLED_FOR = lazy_pattern(rf"做好{_YEAR}度?[^《》，。；]{{0,20}}(?:年度报告|年报)[^《》，。；]{{0,16}}通知")
# a change on the year before that year, which sets no other beside it
_OWN_CHANGE = lazy_pattern(r"(?:同比|[较比](?:上|去)[^，。；]{0,4}?)(?:增长|增加|上升|下降|减少)[^，。；]*")
_BY = lazy_pattern("[底前初末]")
# words that set a year beside this one, and words in its own clause that date a thing and not the work
_BESIDE = lazy_pattern(
    r"今年|本年|相比|比上年|较|同比|上(?<!结转上)一?年(?!度?结转)|去年|往年|历年|增长|下降|减少|增加|持平|截至|以来|至今|分别|累计"
)
_LAST_YEAR = lazy_pattern("上年|上一年|去年|往年")
_THIS_REPORT = lazy_pattern("现[将就公发]|特[向公]|兹|本报告|如下")
_DATED = lazy_pattern(
    r"20\d\d年(?:度?(?:起|[以之]?[前后])|[至到—]20\d\d年|[^，。；]*(?:印发|修订|施行|出台|成立|启用))"
)
_AHEAD = lazy_pattern(
    r"将|计划|拟|继续|下一步|力争|打算|争取|准备|预计|要(?<![重主首摘概纪简紧]要)(?![求点闻件素])|1月|2月|3月"
)
_A_NOTICE = lazy_pattern(r"[^《]*(?:通知|意见|方案|要点|办法|规定|函)》")


class Claim(StrEnum):
    """What a year is claimed for."""

    REPORT = "report"
    WORK = "work"
    PLAN = "plan"
    OTHER = "other"
    OPENING = "opening"
    NOTICE = "notice"


class StatedYear(NamedTuple):
    """A year that a text claims something for: where it stands with 年, the year, for what, and where the words are that do so."""

    start: int
    end: int
    year: int
    claim: Claim
    words: tuple[int, int]


@sought_in_passages(_A_YEAR)
def stated_years(text: str) -> tuple[StatedYear, ...]:
    """The years of a passage that something is claimed for, right or wrong."""
    announced = (match for pattern in _ANNOUNCED for match in pattern.finditer(text))
    opened, begins = _OPENED.match(text), _BEGINS.match(text)
    worked = (*_WORKED.finditer(text), *([opened] if opened else []))
    return (
        *(_stated(match, Claim.REPORT) for match in announced),
        *(_stated(match, Claim.WORK) for match in worked),
        *(_stated(match, Claim.PLAN) for match in _PLANNED.finditer(text)),
        *(_stated(match, Claim.OTHER) for match in _OTHER.finditer(text)),
        *(_stated(match, Claim.NOTICE) for match in _CALLED_FOR.finditer(text)),
        *([_stated(begins, Claim.OPENING)] if begins else []),
    )


def wrong_years(text: str, stated: Sequence[StatedYear], section: str, year: int) -> list[StatedYear]:
    """Those of the years stated in a passage that are wrong in the report on a year, in order, each once."""
    found: dict[int, StatedYear] = {}
    for claimed in stated:
        if _IS_WRONG[claimed.claim](text, claimed, section, year):
            found.setdefault(claimed.start, claimed)
    return [found[start] for start in sorted(found)]


def _is_other_report(text: str, stated: StatedYear, section: str, year: int) -> bool:
    sentence = sentence_at(text, stated.start)
    if stated.year == year or f"{year}年" in text[slice(*stated.words)] or _LAST_YEAR.search(sentence):
        return False
    # what was published in the course of the year: 按时公布2022年度报告
    if stated.year == year - 1 and section != "front" and not _THIS_REPORT.search(sentence):
        return False
    return not (is_quoted(text, stated.start) and _A_NOTICE.match(text, stated.start))


def _is_other_work(text: str, stated: StatedYear, section: str, year: int) -> bool:
    at = stated.start
    if stated.year == year or section in ("problems_improvements", "other_matters"):
        return False
    if is_quoted(text, at) or _DATED.match(text, at):
        return False
    sentence = _OWN_CHANGE.sub("", sentence_at(text, at))
    excuse = _AHEAD if stated.year > year else _BESIDE
    return not excuse.search(sentence) and f"{year}年" not in sentence and not _counted_beside(text, at, year)


def _is_other_notice(text: str, stated: StatedYear, section: str, year: int) -> bool:
    """Whether the preamble rests on the notice about an earlier year's reports."""
    return stated.year < year and section == "front"


def _is_over(text: str, stated: StatedYear, section: str, year: int) -> bool:
    """Whether a plan is for a year that is over, or for one too late.

    In section 五 the year reported on is over, too, when the plan is clearly one, and what is to be done comes next year.
    """
    start, end = stated.words
    if stated.year > year:
        is_far = stated.year > year + 1 and section == "problems_improvements" and not _BY.match(text, stated.end)
        return is_far and _STRONGLY.search(text[start : end + 4]) is not None
    if stated.year == year and section != "problems_improvements":
        return False
    if stated.year == year and not _STRONGLY.search(text[start : end + 4]):
        return False
    return not is_quoted(text, stated.start) and "印发" not in sentence_at(text, stated.start)


def _is_other_account(text: str, stated: StatedYear, section: str, year: int) -> bool:
    sentence = sentence_at(text, stated.start)
    if stated.year == year or section != "other_matters" or f"{year}年" in sentence:
        return False
    return not _BESIDE.search(sentence) and not is_quoted(text, stated.start)


def _is_other_opening(text: str, stated: StatedYear, section: str, year: int) -> bool:
    """Whether a paragraph of the overview tells of another year, and says nothing of the year reported on."""
    if stated.year == year or section != "overview" or f"{year}年" in text:
        return False
    if stated.year > year + 1:
        return True
    excuse = _AHEAD if stated.year > year else _BESIDE
    return not excuse.search(sentence_at(text, stated.start))


_IS_WRONG = {
    Claim.OPENING: _is_other_opening,
    Claim.REPORT: _is_other_report,
    Claim.WORK: _is_other_work,
    Claim.PLAN: _is_over,
    Claim.OTHER: _is_other_account,
    Claim.NOTICE: _is_other_notice,
}


def _counted_beside(text: str, at: int, year: int) -> bool:
    """Whether a sentence next to this one counts something for the year reported on: then the years are compared."""
    start, end = sentence_bounds(text, at)
    beside = [sentence_at(text, max(start - 2, 0)) if start > 1 else "", sentence_at(text, end + 1)]
    return any(re.search(rf"{year}年[^，]*?\d+(?:件|条|次|份|期)", sentence) for sentence in beside)


def _stated(match: re.Match[str], claim: Claim) -> StatedYear:
    return StatedYear(match.start("year"), match.end("year") + 1, int(match["year"]), claim, match.span())
