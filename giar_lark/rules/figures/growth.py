"""What a change on last year comes to, where the sentence does not give last year's number.

By its own difference, if that is told, and else by what is possible: last year's number is a whole one.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.narrative.figure import Figure, When
from giar_lark.narrative.told import Told, sought_in_told

_HUNDRED = Decimal(100)
_ON_LAST_YEAR = lazy_pattern(r"同比|[较比](?:[上去]|20\d\d年)")
_ONLY_A_CHANGE = lazy_pattern(r"增长|上升|增加|提高|提升|上涨|下降|减少|降低|下滑")
_OPENED = lazy_pattern(r"[（(]")
# no sentence has more numbers in front of its change
_NEAR = 12


class Change(NamedTuple):
    """A change as told in per cent, the number of this year, and last year's: by the difference told, or the nearest possible."""

    told: Figure
    current: Figure
    base: Decimal
    difference: Figure | None = None

    @property
    def percent(self) -> Decimal:
        """What the change is, in per cent, negative for a fall."""
        return percent_of_change(self.current.quantity.value, self.base)


@sought_in_told
def without_last_year(told: Told) -> list[Change]:
    """The changes of a paragraph that their own difference does not make, or no whole number of last year."""
    found: list[Change] = []
    for number, change in enumerate(told.figures):
        if change.growth and change.quantity.unit == "%" and change.quantity.exact:
            near = [each for each in told.figures[max(0, number - _NEAR) : number] if each.sentence == change.sentence]
            if base_behind(told.figures, number) is None and not any(map(_is_of_last_year, near)):
                found += _wrong(change, [figure for figure in near if not figure.aside])
    return found


def base_behind(figures: Sequence[Figure], number: int) -> Figure | None:
    """Last year's number in brackets right behind the change that is told: 同比增长6.2%（上年为4,064条）."""
    change = figures[number]
    behind = next((each for each in figures[number + 1 : number + 2] if each.aside and _is_of_last_year(each)), None)
    if behind is None or behind.sentence != change.sentence or not _OPENED.match(change.text, change.end):
        return None
    return behind if _is_count(behind) else None


def _is_of_last_year(figure: Figure) -> bool:
    return figure.when is When.LAST and not figure.growth


def may_be(current: Decimal, percent: Decimal, decimals: int) -> bool:
    """Whether a whole number of last year makes a change in per cent of so many decimals, be they rounded or cut off."""
    base = _nearest(current, percent)
    return base is not None and abs(percent_of_change(current, base) - percent) < Decimal(1).scaleb(-decimals)


def is_as_told(change: Figure, percent: Decimal) -> bool:
    """Whether a change is one in per cent, within half a unit of its last digit."""
    return rounds_to(percent, _signed(change), change.quantity.decimals)


def rounds_to(exact: Decimal, told: Decimal, decimals: int) -> bool:
    """Whether a number is the one told with so many decimals, within half a unit of the last of them."""
    return abs(exact - told) <= Decimal("0.5").scaleb(-decimals)


def _wrong(change: Figure, near: Sequence[Figure]) -> list[Change]:
    by_difference = _by_difference(change, near)
    if by_difference is not None:
        return [] if is_as_told(change, by_difference.percent) else [by_difference]
    if not near or not _is_count(near[-1]) or near[-1].growth or not _is_on_last_year(near[-1], change):
        return []
    counts = [figure for figure in near if _is_count(figure) and figure.when is When.THIS and not figure.growth]
    percent, decimals = _signed(change), change.quantity.decimals
    if any(may_be(figure.quantity.value, percent, decimals) for figure in counts):
        return []
    nearest = [(figure, _nearest(figure.quantity.value, percent)) for figure in counts]
    return [Change(change, figure, base) for figure, base in nearest if base is not None][-1:]


def _by_difference(change: Figure, near: Sequence[Figure]) -> Change | None:
    """The change by the difference just before it: 161件，较上年增加23件，增长16.7%."""
    *before, difference = near or [change]
    numbers = [figure for figure in before if not figure.growth]
    if not numbers or not difference.growth or not _is_count(difference) or not _is_count(numbers[-1]):
        return None
    current, amount = numbers[-1], difference.quantity.value
    base = current.quantity.value - (amount if difference.growth == "+" else -amount)
    same_unit = current.quantity.unit == difference.quantity.unit
    return Change(change, current, base, difference) if same_unit and base > 0 else None


def _is_on_last_year(before: Figure, change: Figure) -> bool:
    between = change.text[before.end : change.start]
    if "分别" in between or not _ON_LAST_YEAR.search(between):
        return False
    return _ONLY_A_CHANGE.fullmatch(change.phrase) is not None


def _nearest(current: Decimal, percent: Decimal) -> Decimal | None:
    """Of the whole numbers of last year around the one that a change asks for, the one that comes nearest to it."""
    divisor = _HUNDRED + percent
    if divisor <= 0:
        return None
    low = (current * _HUNDRED / divisor).to_integral_value(ROUND_FLOOR)
    bases = [base for base in (low, low + 1) if base > 0]
    return min(bases, key=lambda base: abs(percent_of_change(current, base) - percent), default=None)


def percent_of_change(current: Decimal, base: Decimal) -> Decimal:
    """The change from last year's number to this year's in per cent, negative for a fall; the former must not be 0."""
    return (current - base) * _HUNDRED / base


def _signed(change: Figure) -> Decimal:
    """A change in per cent, negative for a fall."""
    return change.quantity.value if change.growth == "+" else -change.quantity.value


def _is_count(figure: Figure) -> bool:
    quantity = figure.quantity
    return quantity.exact and quantity.unit not in ("%", "百分点", "") and quantity.value == int(quantity.value)
