"""日期漏字，或者是没有的日子。

查什么
    正文里漏了“年”“月”“日”的日期（“20251231日”“20246月”“2023年1231日”“12月31止”），位数不对的年份（“20233年”“202年度”），
    以及日历上没有的日子（“2023年13月”“11月31日”“2023年2月29日”）。统计期限的起止日由 TM-02 核对。
为什么
    日期关系到统计期限、办理期限和公开期限，漏一个字就无法核对。
依据
    国办公开办函〔2021〕30号：年度报告须准确。
怎么改
    补上漏掉的字，按实际日期改正。
何时不必理会
    没有例外。

A date has lost a character, or there is no such day.

What it checks
    Dates in the prose without their 年, 月 or 日 (20251231日, 20246月, 2023年1231日, 12月31止), years with a digit too many or too
    few (20233年, 202年度), and days that no calendar has (2023年13月, 11月31日, 2023年2月29日). The ends of the period are compared by
    TM-02.
Why it matters
    Dates decide on periods and limits; with a character lost nobody can check them.
Basis
    Letter 30 (2021): the report has to be accurate.
How to mend
    Supply what is lost, or write the day as it was.
When to ignore
    Never.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from giar_lark.findings import Finding, Fix, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern, matches_from
from giar_lark.manual import Fault
from giar_lark.model.flow import Flow, flow_of_span
from giar_lark.rules.clauses import ACCURACY
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.occasions.sought import sought_in_flows
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Edit

RULE = Rule(
    code="FM-06",
    name="torn-date",
    severity=Severity.WARNING,
    summary=Text("日期漏字，或者没有这一天", "a date with a character lost, or a day that does not exist"),
    clause=ACCURACY,
    fault=Fault.INACCURATE,
    example=Example(wrong="统计期限自20231月1日起", right="统计期限自2023年1月1日起"),
    fixable="safe",
)

_TORN = lazy_pattern(
    r"20(?<![\d.]20)(?:"
    r"\d\d(?:0?[1-9]|1[0-2])月(?:\d{1,2}日)?"  # 20246月, 202411月5日: 年 is lost
    r"|\d{2}\d{1,4}日"  # 20251231日, 202211日
    r"|\d\d年\d{3,4}日"  # 2023年1231日: 月 is lost
    r"|\d\d年\d{1,2}日"  # 2023年31日
    r"|\d\d年\d{1,2}月\d{1,2}(?:曰|(?=[起止，。；）)]|$))"  # 2023年12月31止: 日 is lost
    r"|\d\d年\d{1,2}月\d{1,2}(?=[至到]\d|期间)"  # 2023年1月1至2023年12月31日: 日 is lost
    r"|\d\d年\d{1,2}月日"  # 2023年12月日: the day is lost
    r"|\d{3}年"  # 20233年
    r"|[0-3]年(?=度|\d{1,2}月|[，,])"  # 202年度
    r"|[0-3]\d(?=[，,][\u4e00-\u9fff])(?:(?<=^20\d\d)|(?<=[。；]20\d\d))"  # 2023，全局……: a sentence begins with a year
    r")"
)
# 1月1日至12月日: the day is lost, as in _TORN, but no year stands in front
_NO_DAY = lazy_pattern(r"月日(?<=\d月日)(?<!年\d月日)(?<!年\d\d月日)(?![报常程期历均前])")
_MONTH = lazy_pattern("月")
# the first digit of a date
_NUMBER = lazy_pattern(r"\d(?<![\d.]\d)(?=[\d年]{0,6}月)")
_DAY = lazy_pattern(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?")
# what a torn date was, where only one reading is possible
_WHOLE = (
    (lazy_pattern(r"(20\d\d)(0?[1-9]|1[0-2])(月(?:\d{1,2}日)?)"), r"\1年\2\3"),
    (lazy_pattern(r"(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])日"), r"\1年\2月\3日"),
    (lazy_pattern(r"(20\d\d年)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])日"), r"\1\2月\3日"),
    (lazy_pattern(r"(20\d\d年\d{1,2}月\d{1,2})曰?"), r"\1日"),
    (lazy_pattern(r"(20\d\d)"), r"\1年"),
)
_LEAP_YEAR = 2024
_IN_FULL = Text("按“某年某月某日”写全", "write year, month and day in full: 年, 月, 日")
# sections without a table, in which a blank between digits is a blank
_PROSE = ("overview", "problems_improvements", "other_matters")


@sought_in_flows(_TORN, _NO_DAY)
def _torn_dates(text: str) -> tuple[tuple[int, int], ...]:
    days = ((day.start() - 1 - text[: day.start() - 1][-1:].isdigit(), day.end()) for day in _NO_DAY.finditer(text))
    return (*(match.span() for match in _TORN.finditer(text)), *days)


@sought_in_flows(_MONTH)
def _no_days(text: str) -> tuple[tuple[int, int], ...]:
    """The dates of which there is no such day, but for the ends of a period."""
    numbers = (number.start() for number in _NUMBER.finditer(text))
    days = (match for match in matches_from(_DAY, text, numbers) if not _exists(match))
    return tuple(match.span() for match in days if not _is_end_of_period(text, match))


@asked_where(_torn_dates, _no_days, Sign.UNSIGNED)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each date."""
    yield from context.told_in_flows(_torn_dates, _told_of_torn)
    yield from context.told_in_flows(_no_days, _told_of_impossible)
    said = context.report.metadata
    if said.issued_date is None and "issued_date" in said.spans:
        signed = flow_of_span("issued_date", said.spans["issued_date"], context.plain)
        yield _impossible(signed, 0, len(signed.text))


def _told_of_torn(flow: Flow, places: Sequence[tuple[int, int]]) -> Iterator[Finding]:
    return (_torn(flow, *place) for place in places if _is_written(flow, *place))


def _told_of_impossible(flow: Flow, places: Sequence[tuple[int, int]]) -> Iterator[Finding]:
    return (_impossible(flow, *place) for place in places if _is_written(flow, *place))


def _is_written(flow: Flow, start: int, end: int) -> bool:
    """Whether the digits were written in one piece, and not put together from two lines, cells or fields."""
    if flow.section in _PROSE:
        return not flow.is_parted(start, end)
    return flow.is_solid(start, end)


def _exists(match: re.Match[str]) -> bool:
    """Whether there is such a month or day; of 29 February without a year it cannot be said."""
    month, day = int(match["month"]), match["day"]
    if match["year"] is None and day is None:
        return True  # a number of months, as likely as not
    if not 1 <= month <= 12:
        return False
    year = int(match["year"] or 0) or _LEAP_YEAR
    try:
        date(year, month, int(day or 1))
    except ValueError:
        return False
    return True


def _is_end_of_period(text: str, match: re.Match[str]) -> bool:
    """Whether a day begins or ends a period, whose ends TM-02 compares with the year."""
    return text[match.start() - 1 : match.start()] in ("自", "从", "至", "到") or text[
        match.end() : match.end() + 1
    ] in ("起", "止", "至")


def _torn(flow: Flow, start: int, end: int) -> Finding:
    written, span = flow.text[start:end], flow.span_of(start, end)
    whole = next((pattern.sub(new, written) for pattern, new in _WHOLE if pattern.fullmatch(written)), None)
    said = Text(f"，应为“{whole}”", f"; it should be “{whole}”") if whole else Text("", "")
    return RULE.finding(
        Text(f"日期“{written}”不完整{said.zh}", f"the date “{written}” is not whole{said.en}"),
        span,
        label=Text("漏字或多字", "a character lost, or one too many"),
        help=Text(f"改为“{whole}”", f"write “{whole}”") if whole else _IN_FULL,
        fix=Fix(edits=(Edit(span=span, text=whole),), safe=True) if whole else None,
        anchor=written,
    )


def _impossible(flow: Flow, start: int, end: int) -> Finding:
    written = flow.text[start:end]
    return RULE.finding(
        Text(f"没有“{written}”这一日期", f"there is no such date as “{written}”"),
        flow.span_of(start, end),
        label=Text("没有这一天", "no such day"),
        help=Text("按实际日期改正", "write the day as it was"),
        anchor=written,
    )
