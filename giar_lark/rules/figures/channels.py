"""Lists of applications by the way that they came (当面申请3件、信函2件、网络5件) that miss the number that they divide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from giar_lark.narrative.figure import Figure
from giar_lark.narrative.terminals import roots_of
from giar_lark.rules.figures.parts import Breakdown
from giar_lark.rules.figures.told import is_about_applications


def channel_lists(figures: Sequence[Figure]) -> Iterator[Breakdown]:
    """For each list by channels without 其中 that makes no number of applications before it, the one that it comes nearest to."""
    for is_listed, group in groupby(figures, key=lambda figure: _channel(figure) is not None):
        parts = list(group)
        if not is_listed or len({_channel(part) for part in parts}) < 2 or any(part.base is not None for part in parts):
            continue
        wholes = [figure for figure in figures if figure.end < parts[0].start and _counts_all(figure)]
        if wholes and not _divide(parts, wholes):
            total = sum(part.quantity.value for part in parts)
            yield Breakdown(
                min(wholes, key=lambda whole: abs(whole.quantity.value - total)), tuple(parts), is_complete=True
            )


def _divide(parts: Sequence[Figure], wholes: Sequence[Figure]) -> bool:
    """Whether parts add up to any of the numbers before them: a text may tell what came in, and that with what was carried in."""
    total = sum(part.quantity.value for part in parts)
    return any(total == whole.quantity.value for whole in wholes)


@cache
def _channels() -> tuple[str, ...]:
    return tuple(word for word in roots_of("CHANNEL") if word != "渠道")


def _channel(figure: Figure) -> str | None:
    """The channel that a number of applications came by."""
    subject, phrase = figure.subject, figure.phrase
    if (
        figure.quantity.unit != "件"
        or not figure.quantity.exact
        or figure.growth
        or subject.outcomes
        or subject.applicant
    ):
        return None
    return next((channel for channel in _channels() if channel in phrase), None)


def _counts_all(figure: Figure) -> bool:
    """Whether a number is one of applications, or a sum of them."""
    known = figure.is_whole and not figure.part and not figure.growth and figure.quantity.unit == "件"
    return known and (is_about_applications(figure.subject) or figure.total)
