"""Shares that prose tells in per cent, and what they may be shares of, as far as the prose itself says so."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.narrative.figure import Figure, When
from giar_lark.rules.figures.growth import rounds_to
from giar_lark.rules.numbers.arithmetic import Number

HUNDRED = Decimal(100)
# what came back of what was given out, told just before
RETURNED = ("回收率", "收回率")
_SHARE = ("占", "占比", "比重")
# as many other shares of a paragraph have to be right for its whole to be certain
_OTHERS = 2
# a text without end must not take time without end
_MOST_FIGURES = 60


class Ratio(NamedTuple):
    """A part and the whole that it may be a share of; `key` is the cell of the part, if it is one."""

    part: Number
    whole: Number
    key: str | None = None

    @property
    def percent(self) -> Decimal:
        """The share in per cent."""
        return Decimal(self.part) * HUNDRED / Decimal(self.whole)


class Share(NamedTuple):
    """A share, the number in front of it, and all numbers of their paragraph."""

    figure: Figure
    before: Figure | None
    all: Sequence[Figure]


def shares_of(figures: Sequence[Figure], rates: Collection[str]) -> list[Share]:
    """The shares that are told exactly and of this year, and those called by one of some names."""
    return [
        Share(figure, figures[number - 1] if number else None, figures)
        for number, figure in enumerate(figures)
        if figure.quantity.unit == "%" and ((figure.share and figure.is_whole) or figure.phrase in rates)
    ]


def ratios_in_prose(share: Share) -> Iterator[Ratio]:
    """The shares that a figure may be by its own sentence, then by the other shares of its paragraph."""
    if len(share.all) > _MOST_FIGURES:
        return
    if share.figure.phrase in RETURNED:
        yield from _of_what_was_given_out(share)
    elif share.figure.phrase in _SHARE:
        yield from _in_sentence(share)
        yield from _like_the_others(share)


def _in_sentence(share: Share) -> Iterator[Ratio]:
    """The number just before as a part of the one that it stands behind with 其中."""
    figure, before, figures = share
    if before is None or before.sentence != figure.sentence or figure.clause - before.clause > 1:
        return
    base = figures[before.base] if before.part and before.base is not None else None
    if base is None or not before.quantity.exact or not base.quantity.exact:
        return
    if "%" != base.quantity.unit == before.quantity.unit and base.when is before.when is When.THIS:
        yield Ratio(before.quantity.value, base.quantity.value)


def _of_what_was_given_out(share: Share) -> Iterator[Ratio]:
    """发放问卷1520份，收回1463份，回收率96.3%."""
    at = share.all.index(share.figure)
    if at < 2:
        return
    given, returned = share.all[at - 2 : at]
    if given.quantity.unit == returned.quantity.unit != "%" and given.sentence == share.figure.sentence:
        yield Ratio(returned.quantity.value, given.quantity.value)


def _like_the_others(share: Share) -> Iterator[Ratio]:
    """The number just before as a part of the one that the other shares of the paragraph are right for."""
    own = _part_before(share)
    if own is None:
        return
    parts = [(each, part) for each in shares_of(share.all, ()) if (part := _part_before(each)) is not None]
    for whole in share.all:
        if whole.start < own.start and whole.quantity.unit == own.quantity.unit and whole.quantity.exact:
            right = [each for each, part in parts if each != share and _makes(each.figure, part, whole)]
            if len(right) >= _OTHERS:
                yield Ratio(own.quantity.value, whole.quantity.value)


def _part_before(share: Share) -> Figure | None:
    """The exact number that stands just before a share, if one does."""
    figure, before, _ = share
    if before is None or before.sentence != figure.sentence or figure.clause - before.clause > 1:
        return None
    return before if before.quantity.exact and before.quantity.unit not in ("%", "") else None


def _makes(figure: Figure, part: Figure, whole: Figure) -> bool:
    """Whether a share is that of a part in a whole."""
    return (
        part.quantity.unit == whole.quantity.unit
        and 0 < part.quantity.value < whole.quantity.value
        and is_right(figure, Ratio(part.quantity.value, whole.quantity.value))
    )


def is_right(figure: Figure, ratio: Ratio) -> bool:
    """Whether a figure is a ratio, rounded as it is written."""
    return rounds_to(ratio.percent, figure.quantity.value, figure.quantity.decimals)
