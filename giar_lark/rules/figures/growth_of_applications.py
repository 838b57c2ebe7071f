"""How many more or fewer applications than last year a sentence tells of, where last year's number stands in another report."""

from __future__ import annotations

from decimal import Decimal

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.rules.figures.growth import may_be, percent_of_change, rounds_to

_UP = ("增长", "增加", "上升")
# 新收到政府信息公开申请18件，同比增长20%, or 较上年增加3件, or 比2022年的15件增加3件
_GROWTH = lazy_pattern(
    r"(?:新收|收到|受理|接收|接到)[^，。；\d]{0,14}申请[^，。；\d]{0,4}(?P<count>\d{1,9})件[，,（(]?"
    r"(?:同比|[比较](?:上年|去年|上一年|(?P<year>20\d\d)年)(?:度|同期)?(?:的(?P<base>\d{1,9})件)?)[，,]?(?P<way>增长|增加|上升|下降|减少)了?"
    r"(?P<number>\d{1,6}(?:\.\d{1,4})?(?=%)|\d{1,9}(?=件))(?P<unit>%|件)"
)


class ToldGrowth(NamedTuple):
    """A growth or a fall as it is written, of how many applications, and on which year and its number, if they are named."""

    received: int
    year: str | None
    way: str
    number: str
    unit: str
    base: int | None = None

    @property
    def is_share(self) -> bool:
        """Whether it is told in per cent, and not as a number."""
        return self.unit == "%"

    def right(self, last: int) -> Decimal:
        """What it is on last year's number, which is not 0; negative for a fall."""
        return (
            percent_of_change(Decimal(self.received), Decimal(last)) if self.is_share else Decimal(self.received - last)
        )

    def is_refuted_by(self, last: int) -> bool:
        """Whether last year's number is another, or makes another. What no number of last year makes is wrong without it."""
        if self.base is not None:
            return self.base != last
        told = Decimal(self.number) if self.way in _UP else -Decimal(self.number)
        decimals = len(self.number.partition(".")[2])
        if rounds_to(self.right(last), told, decimals):
            return False
        return not self.is_share or may_be(Decimal(self.received), told, decimals)


def growth_of_applications(sentence: str) -> ToldGrowth | None:
    """The growth or the fall that a sentence tells of; None if it tells of none."""
    found = _GROWTH.search(sentence)
    if found is None:
        return None
    base = int(found["base"]) if found["base"] else None
    return ToldGrowth(int(found["count"]), found["year"], found["way"], found["number"], found["unit"], base)
