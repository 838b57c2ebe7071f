"""Dates in a report: the period that it covers, the day that it is signed, the day that a portal published it."""

from __future__ import annotations

import re
from datetime import date

from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern, matches_from
from giar_lark.tokenise.text.fold import number_of

# all but the last read text without white space and with plain digits
_SEPARATED = r"(?P<{0}year>[12]\d{{3}}){1}(?P<{0}month>\d{{1,2}}){2}(?P<{0}day>\d{{1,2}}){3}"
_DAY = r"(?P<{0}month>\d{{1,2}})月(?P<{0}day>\d{{1,2}})日?"
_PERIOD = lazy_pattern(
    r"(?:(?P<ayear>[12]\d{3})年?"
    + _DAY.format("a")
    + r"(?!(?:起)?(?:施行|实施|印发|公布))[^。；;\d]{0,12}(?:(?P<byear>[12]\d{3})年?)?"
    + _DAY.format("b")
    + r")|(?:"
    + _SEPARATED.format("c", r"[-./]", r"[-./]", "")
    + r"[^。；;\d]{1,6}"
    + _SEPARATED.format("d", r"[-./]", r"[-./]", "")
    + r")"
)
# what each of them begins with
_DIGIT = lazy_pattern(r"\d")
_MONTHS = lazy_pattern(
    r"(?P<ayear>20\d\d)年(?P<amonth>\d{1,2})月份?(?:起|开始)?[，,]?(?:[至到\-—－~～]|——)"
    r"(?:(?P<byear>20\d\d)年)?(?P<bmonth>\d{1,2})月(?!\d)"
)
# words that make a pair of dates the period, however short the time between them
_SAYS_PERIOD = lazy_pattern(r"统计|期限|时限|期间|时段|时间段|时间范围|数据|报告期|起止|涵盖|截至|截止")
_PERIOD_WORDS_CHARS = 30
# the last day is told before the first
_LAST, _FROM = lazy_pattern(r"截[止至](?:日期|时间)?[为是到至：:]?$"), lazy_pattern("[自从起始]")
_LAST_CHARS = 8
_LEAST_DAYS, _MOST_DAYS = 200, 800
_DATE = lazy_pattern(r"(?P<year>[12]\d{3})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_SHORT_DATE = lazy_pattern(r"(?P<year>20\d\d)[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})$")
_CHINESE_DATE = lazy_pattern(
    r"(?P<year>[一二][〇零○Oo一二三四五六七八九]{3})年(?P<month>[一二三四五六七八九十]{1,3})月(?P<day>[一二三四五六七八九十]{1,3})日"
)
_ALONE = lazy_pattern(
    r"[（(]?[0-9〇零○Oo一二三四五六七八九]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日[)）]?"
)
_DAY_NAMES = ("日期", "时间")
_PUBLISHED = lazy_pattern(
    rf"(?:发布|公开|发表|上传)(?:{'|'.join(_DAY_NAMES)})[\s：:|]*"
    r"(?P<date>(?P<year>20\d\d)\s*[-./年]\s*(?P<month>\d{1,2})\s*[-./月]\s*(?P<day>\d{1,2})日?)"
)


class Day(NamedTuple):
    """A day as written: its date, None if there is no such day, and where it stands in the text that was read."""

    date: date | None
    start: int
    end: int


class Period(NamedTuple):
    """The first and the last day that a report covers."""

    first: Day
    last: Day


@remembered
def find_period(text: str, within: int) -> Period | None:
    """The first pair of days that is a period: most of a year, or any time if the words in front say so.

    The pair begins in the first `within` characters. A day that is not in the calendar has no date.
    """
    digits = _DIGIT.finditer(text, 0, within)
    for match in matches_from(_PERIOD, text, (digit.start() for digit in digits)):
        period = _period_of(match)
        first, last = period.first.date, period.last.date
        spans_a_year = first and last and _LEAST_DAYS <= abs((last - first).days) <= _MOST_DAYS
        before = text[max(match.start() - _PERIOD_WORDS_CHARS, 0) : match.start()].rpartition("。")[2]
        if spans_a_year or _SAYS_PERIOD.search(before):
            return period
    return _months(text, within)


def _months(text: str, within: int) -> Period | None:
    """The first pair of months that words in front call the period: 统计期限为2023年1月至12月."""
    for match in _MONTHS.finditer(text, 0, within):
        before = text[max(match.start() - _PERIOD_WORDS_CHARS, 0) : match.start()].rpartition("。")[2]
        year, month = match["byear"] or match["ayear"], int(match["bmonth"])
        if _SAYS_PERIOD.search(before) and 1 <= month <= 12:
            from calendar import monthrange  # it takes longer to load than a report to read, and few have such a period

            last_day = str(monthrange(int(year), month)[1])
            first = Day(date_of(match["ayear"], match["amonth"], "1"), match.start(), match.end("amonth") + 1)
            last = Day(
                date_of(year, match["bmonth"], last_day),
                match.start("byear" if match["byear"] else "bmonth"),
                match.end("bmonth") + 1,
            )
            return Period(first, last)
    return None


def _period_of(match: re.Match[str]) -> Period:
    one, two = ("a", "b") if match["amonth"] else ("c", "d")
    year = match[f"{one}year"]
    first, last = _day_of(match, one, year), _day_of(match, two, match[f"{two}year"] or year)
    # 截至2023年12月31日，自2023年1月1日起
    says_last = _LAST.search(match.string, max(match.start() - _LAST_CHARS, 0), match.start()) is not None
    return (
        Period(last, first) if says_last and _FROM.search(match.string, first.end, last.start) else Period(first, last)
    )


def _day_of(match: re.Match[str], name: str, year: str) -> Day:
    has_year = match[f"{name}year"] is not None
    start = match.start(f"{name}year" if has_year else f"{name}month")
    end = match.end(f"{name}day")
    closed = match.string.startswith("日", end)
    return Day(date_of(year, match[f"{name}month"], match[f"{name}day"]), start, end + closed)


@remembered
def find_date(text: str) -> date | None:
    """The first whole date, in either numerals; None if there is none, or no such day."""
    match = _DATE.search(text) or _SHORT_DATE.match(text)
    if match:
        return date_of(match["year"], match["month"], match["day"])
    match = _CHINESE_DATE.search(text)
    if match:
        year = "".join(str(max("〇一二三四五六七八九".find(digit), 0)) for digit in match["year"])
        return date_of(year, str(number_of(match["month"])), str(number_of(match["day"])))
    return None


def is_date_alone(text: str) -> bool:
    """Whether a line is nothing but a date, as stands below titles: （2024年1月12日）."""
    return _ALONE.fullmatch(text) is not None


def find_published(text: str, start: int, end: int) -> Day | None:
    """The day of publication in the frame that a portal puts around a report; white space is as it stands."""
    is_named = any([text.find(name, start, end) >= 0 for name in _DAY_NAMES])
    match = _PUBLISHED.search(text, start, end) if is_named else None
    if match is None:
        return None
    return Day(date_of(match["year"], match["month"], match["day"]), *match.span("date"))


def date_of(year: str, month: str, day: str) -> date | None:
    """The date of three numbers; None if there is no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
