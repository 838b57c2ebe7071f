"""Changes on last year beside the two numbers that they are between: 302条，比上年的200条增长41%."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.narrative.figure import Figure, When
from giar_lark.narrative.told import Told, sought_in_told
from giar_lark.rules.figures.growth import base_behind, is_as_told, percent_of_change

# the numbers that a change is worked out from stand so few numbers before it
_NEAR = 40


class BetweenYears(NamedTuple):
    """A change as it is told, and the numbers of this year and of last year that it is between."""

    told: Figure
    current: Figure
    base: Figure

    @property
    def is_share(self) -> bool:
        """Whether the change is told in per cent, and not as a number."""
        return self.told.quantity.unit == "%"

    @property
    def right(self) -> Decimal:
        """What the two numbers make of it, negative for a fall, with as many digits as are told."""
        return round(self._percent, self.told.quantity.decimals) if self.is_share else self._difference

    @property
    def is_right(self) -> bool:
        """Whether the change is the one between the two numbers."""
        if self.is_share:
            return is_as_told(self.told, self._percent)
        amount = self.told.quantity.value
        return self._difference == (amount if self.told.growth == "+" else -amount)

    @property
    def _percent(self) -> Decimal:
        return percent_of_change(self.current.quantity.value, self.base.quantity.value)

    @property
    def _difference(self) -> Decimal:
        return self.current.quantity.value - self.base.quantity.value


class WrongBase(NamedTuple):
    """A difference and a share that agree with each other, but not with last year's number beside them, and what that should be."""

    difference: BetweenYears
    share: BetweenYears

    @property
    def right(self) -> Decimal:
        """Last year's number by the difference."""
        told, current, _ = self.difference
        amount = told.quantity.value
        return current.quantity.value - (amount if told.growth == "+" else -amount)


@sought_in_told
def wrong_between_years(told: Told) -> list[BetweenYears]:
    """The changes of a paragraph that the numbers before them do not make, each with the last number of this year."""
    apart = {id(change) for wrong in wrong_bases(told) for change in (wrong.difference.told, wrong.share.told)}
    return [wrong for wrong in _wrong(told) if id(wrong.told) not in apart]


@sought_in_told
def wrong_bases(told: Told) -> list[WrongBase]:
    """Last year's numbers of a paragraph that neither the difference nor the share behind them is made with."""
    pairs = [WrongBase(*pair) for pair in pairwise(_wrong(told)) if _is_of_one_change(*pair)]
    return [pair for pair in pairs if pair.right > 0 and _agrees(pair)]


def _is_of_one_change(difference: BetweenYears, share: BetweenYears) -> bool:
    is_same = difference.current is share.current and difference.base is share.base
    return is_same and share.is_share and not difference.is_share


def _agrees(pair: WrongBase) -> bool:
    current = pair.share.current.quantity.value
    return is_as_told(pair.share.told, percent_of_change(current, pair.right))


def _wrong(told: Told) -> list[BetweenYears]:
    found: list[BetweenYears] = []
    for number, change in enumerate(told.figures):
        if change.growth and change.quantity.exact:
            possible = _possible(told.figures, number)
            if not any(each.is_right for each in possible):
                found += possible[-1:]
    return found


def _possible(figures: Sequence[Figure], number: int) -> list[BetweenYears]:
    """What a change may be between: last year's number, and each one of this year that stands near."""
    change = figures[number]
    before = [figure for figure in figures[max(0, number - _NEAR) : number] if not figure.part]
    base = base_behind(figures, number) or _last_years(before, change)
    if base is None or not base.quantity.value or change.quantity.unit not in ("%", base.quantity.unit):
        return []
    return [BetweenYears(change, figure, base) for figure in before if _is_current(figure, base)]


def _last_years(before: Sequence[Figure], change: Figure) -> Figure | None:
    """Last year's number in the sentence of a change: the one nearest to it."""
    own = [figure for figure in before if figure.sentence == change.sentence]
    return next((figure for figure in reversed(own) if figure.when is When.LAST and _counts(figure)), None)


def _is_current(figure: Figure, base: Figure) -> bool:
    return figure.when is When.THIS and _counts(figure) and figure.quantity.unit == base.quantity.unit


def _counts(figure: Figure) -> bool:
    return figure.quantity.exact and not figure.growth and figure.quantity.unit not in ("%", "百分点", "")
