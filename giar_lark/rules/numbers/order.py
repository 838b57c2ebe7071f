"""Which of some things in a row would have to move to be in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def out_of_order(numbers: Sequence[int]) -> list[int]:
    """The positions of the fewest numbers without which the rest would rise; the numbers must differ."""
    kept = set(_longest_rise(numbers))
    return [position for position, number in enumerate(numbers) if number not in kept]


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """The longest rising part of a sequence, from its end.

    `tails` holds the least number that a rise of each length can end in. Numbers that end rises of equal length
    fall, so the last one of each length, going backwards, fits.
    """
    tails: list[int] = []
    lengths: list[int] = []
    for number in numbers:
        at = bisect_left(tails, number)
        tails[at : at + 1] = [number]
        lengths.append(at + 1)
    rise: list[int] = []
    for number, length in zip(reversed(numbers), reversed(lengths), strict=True):
        if length == len(tails) - len(rise):
            rise.append(number)
    return rise
