"""Where a report says which months it covers, in prose without layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain, islice, pairwise, starmap

from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.dates import Day, Period, find_period
from giar_lark.model.part import Part
from giar_lark.model.stretch import Stretch
from giar_lark.source.span import Span

_NAMED = r"(?:统计|数据|报告)(?:的)?(?:期限|期间|时限|时间|时段|时点|区间|周期|口径|范围|限)|时间段|报告期|起止时间|截止(?:日期|时间)"
_STATED = lazy_pattern(
    rf"(?:{_NAMED})[^。；]{{0,25}}?(?:20\d\d|全年|年度|1月)"
    r"|(?:统计|数据|涵盖)[^。；]{0,30}?(?:20\d\d年?度?全年|20\d\d年度|1月(?:1日)?(?:至|到|-|—|－|~|～)+12月)"
    r"|1月1日(?:起|开始)?[，,]?(?:至|到|-|—|－|~|～)+(?:(?:20\d\d年)?12月|20\d\d年?1231日)"
)


# what a period begins with, and what none runs on behind
_DIGIT = lazy_pattern(r"\d")
_STOPS = ("。", "；", ";")


class StatedPeriod(NamedTuple):
    """The two days of a period as written, in a passage by its number in the first of some parts, and the one below it."""

    first: Day
    last: Day
    parts: Sequence[Part]
    number: int

    def span_of(self, day: Day) -> Span:
        """The place of one of the days in the source."""
        passage, *below = islice(
            chain.from_iterable([part.passages for part in self.parts]), self.number, self.number + 2
        )
        length = len(passage.text)
        if day.start >= length and below:
            return below[0].span_of(day.start - length, day.end - length)
        return passage.span_of(day.start, min(day.end, length))


def stated_period(parts: Sequence[Part]) -> StatedPeriod | None:
    """The first period in the prose; it may run on from one passage into the next."""
    told = [part for part in parts if part.stretch.passages]
    for at, part in enumerate(told):
        around = told[at : at + 2]
        number, period = part.stretch.answers[_above_the_last] or _in_the_last(around)
        if period is not None:
            return StatedPeriod(period.first, period.last, around, number)
    return None


def may_state_other_than(prose: Stretch, first: date, last: date) -> bool:
    """Whether the first period in some prose has other days, or whether it may run on in the prose below."""
    if not prose.passages:
        return False
    found, text = prose.answers[_above_the_last], prose.passages[-1].text
    if found is None and not text.endswith(_STOPS) and _DIGIT.search(text):
        return True
    period = found[1] if found is not None else _period_from(text, "")
    return period is not None and (period.first.date, period.last.date) != (first, last)


def _above_the_last(prose: Stretch) -> tuple[int, Period] | None:
    """The first period that begins in any passage but the last, by the number of the passage."""
    texts = [passage.text for passage in prose.passages]
    periods = enumerate(starmap(_period_from, pairwise(texts)))
    return next(((number, period) for number, period in periods if period is not None), None)


def _in_the_last(around: Sequence[Part]) -> tuple[int, Period | None]:
    """The first period that begins in the last passage of a part; it may run on in the part below."""
    own, *below = [part.stretch.passages for part in around]
    return len(own) - 1, _period_from(own[-1].text, below[0][0].text if below else "")


@remembered
def _period_from(text: str, below: str) -> Period | None:
    """The first period that begins in a text; it may run on in the one below."""
    return find_period(text + below, len(text))


def is_period_stated(parts: Iterable[Part]) -> bool:
    """Whether the prose says in any words which months are covered."""
    return any([part.stretch.answers[_is_stated] for part in parts])


def _is_stated(prose: Stretch) -> bool:
    return any(_STATED.search(passage.text) for passage in prose.passages)
