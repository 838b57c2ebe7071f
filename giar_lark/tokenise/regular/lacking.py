"""Tables whose rows have as many values as cells, and may have a further column of numbers beside a blank one all the same."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.tokenise.regular.runs import Run

_MARKS = "\t|,"
# the label of the last column
_TOTAL = "总计"


def may_lack_a_column(runs: Sequence[Run], region: str, start: int) -> bool:
    """Whether a field is blank in front of the values of every row, or behind those of every row short of the last label.

    It pads the rows, or is a column of theirs, and another one makes up the number of values.
    """
    if not any(mark in region for mark in _MARKS):
        return False
    extents = [(run.places[-1][1] - start, run.extent[0] - start, run.extent[1] - start) for run in runs]
    if all(_marks_in(region, label, first) > 1 for label, first, _ in extents):
        return True
    total = region.find(_TOTAL)
    labelled = _marks_before(region, total) if total >= 0 else 0
    return all(_marks_before(region, last) < labelled and _is_followed(region, last) for _, _, last in extents)


def _marks_in(region: str, start: int, end: int) -> int:
    return sum([region.count(mark, start, end) for mark in _MARKS])


def _marks_before(region: str, at: int) -> int:
    """How many marks stand in front of a place on its line."""
    return _marks_in(region, region.rfind("\n", 0, at) + 1, at)


def _is_followed(region: str, at: int) -> bool:
    """Whether a mark stands behind a place on its line."""
    stop = region.find("\n", at)
    return _marks_in(region, at, stop if stop >= 0 else len(region)) > 0
