"""Slips of the pen in a number: two digits exchanged, or one of them wrong."""

from __future__ import annotations

from decimal import Decimal


def is_slip(written: Decimal, meant: Decimal) -> bool:
    """Whether a number is another with one digit wrong, or with two neighbours exchanged."""
    one, other = str(written), str(meant)
    if len(one) != len(other):
        return False
    wrong = [at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(wrong) == 2:
        first, second = wrong
        return second - first == 1 and one[first] == other[second] and one[second] == other[first]
    return len(wrong) == 1
