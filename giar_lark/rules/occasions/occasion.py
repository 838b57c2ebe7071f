"""When a rule is asked. Nearly every rule has nothing to say of nearly every report, and what tells so is known before it is asked.

What a rule looks for is its occasion: something sought in the prose (`sought.py`) or in tables (`sought_in_tables.py`), about what
paragraphs tell in numbers (`narrative/told.py`), what of that is not as the cells have it (`held_against_cells.py`), or a sign that a
report has as a whole. A rule that names its occasions costs nothing where none of them is; one that names none is asked of every report.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from enum import Enum
from typing import TypeVar

from giar_lark.findings import Finding

Occasion = Hashable
_Check = TypeVar("_Check", bound=Callable[..., Iterator[Finding]])


class Sign(Enum):
    """What a report may have as a whole."""

    ODD_CELLS = "a cell holds what is not usual in its column: a blank, a mark, words, a unit"
    UNEQUAL = "a sum of table 3 does not come out"
    MISSING_CELLS = "a cell of the official tables is not in the text"
    ABSENT_BLOCKS = "a block of table 2 is not in the text"
    OTHER_TEMPLATE = "a table is of another template than the year's"
    HEADINGS = "the headings are not the six official ones, in order"
    NO_PERIOD = "no period has been read"
    OTHER_YEAR = "the title names another year than the report is on"
    SIGNED_OTHERWISE = "the organ at the end is not written as the one that reports"
    UNSIGNED = "the organ or the date at the end is missing"
    NO_TEXT = "the bytes of the file are no text"
    REMARKS = "the reader of the document has left a remark"


_occasions: dict[Callable[..., object], frozenset[Occasion]] = {}


def asked_where(*occasions: Occasion) -> Callable[[_Check], _Check]:
    """The decorator of a check that finds nothing in a report without any of some occasions."""

    def added(check: _Check) -> _Check:
        _occasions[check] = frozenset(occasions)
        return check

    return added


def occasions_of(check: Callable[..., object]) -> frozenset[Occasion] | None:
    """The occasions of a check; None if it is to be asked of every report."""
    return _occasions.get(check)
