"""The year that a report is on, where its title, its period and its date do not agree."""

from __future__ import annotations

from collections import Counter

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.passages import passages_of
from giar_lark.model.report import Report

_YEAR = lazy_pattern(r"(?<!\d)(20\d\d)年(?!\d{1,2}月)")
# so often must the prose say the other year, and never the title's
_OFTEN = 2


def settled_year(report: Report) -> int | None:
    """The year of the title, unless it is the title that is wrong: then that of the period.

    The title is wrong if the period covers another whole year, and the date at the end, or else the prose, goes with it.
    """
    metadata = report.metadata
    titled, start, end = metadata.year, metadata.period_start, metadata.period_end
    if titled is None or start is None or end is None:
        return titled
    covered = (
        start.year if (start.month, start.day, end.month, end.day, end.year) == (1, 1, 12, 31, start.year) else None
    )
    if covered in (None, titled):
        return titled
    if metadata.issued_date is not None:
        return covered if metadata.issued_date.year - 1 == covered else titled
    said = Counter(int(match[1]) for passage in passages_of(report) for match in _YEAR.finditer(passage.text))
    return covered if said[covered or 0] >= _OFTEN and not said[titled] else titled
