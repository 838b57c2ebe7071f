"""When a rule is asked. Nearly every rule has nothing to say of nearly every report, and what tells so is known before it is asked.

What a rule looks for is its occasion: something sought in the prose (`rules/sought.py`) or in tables (`rules/sought_in_tables.py`),
a question about what paragraphs tell in numbers (`narrative/told.py`), or a sign that a report has as a whole. A rule that names its
occasions costs nothing where none of them is; one that names none is asked of every report.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from giar_lark.findings import Finding
from giar_lark.rules.headings import are_official

if TYPE_CHECKING:
    from giar_lark.rules.rule import Check, Context

Occasion = Hashable
_Checks = Callable[["Context"], Iterator[Finding]]


class Sign(Enum):
    """What a report may have as a whole."""

    ODD_CELLS = "a cell holds what is not usual in its column: a blank, a mark, words, a unit"
    UNEQUAL = "a sum of table 3 does not come out"
    MISSING_CELLS = "a cell of the official tables is not in the text"
    HEADINGS = "the headings are not the six official ones, in order"
    NO_PERIOD = "no period has been read"
    UNSIGNED = "the organ or the date at the end is missing"
    REMARKS = "the reader of the document has left a remark"


def signs_of(context: Context) -> Iterator[Sign]:
    """The signs that a report has."""
    said = context.report.metadata
    if any(context.odd_rows.values()):
        yield Sign.ODD_CELLS
    if any(context.unequal.values()):
        yield Sign.UNEQUAL
    if context.cells.missing:
        yield Sign.MISSING_CELLS
    if not are_official(context.report.sections):
        yield Sign.HEADINGS
    if said.period_start is None:
        yield Sign.NO_PERIOD
    if "issuing_organ" not in said.spans or "issued_date" not in said.spans:
        yield Sign.UNSIGNED
    if context.source.remarks:
        yield Sign.REMARKS


_occasions: dict[_Checks, frozenset[Occasion]] = {}


def asked_where(*occasions: Occasion) -> Callable[[_Checks], _Checks]:
    """The decorator of a check that finds nothing in a report without any of some occasions."""

    def added(check: _Checks) -> _Checks:
        _occasions[check] = frozenset(occasions)
        return check

    return added


@lru_cache(maxsize=256)
def rules_due(rules: Sequence[Check], occasions: frozenset[Occasion]) -> tuple[Check, ...]:
    """Those of some rules that may find something in a report with these occasions, and with no others."""
    asked = [(rule, _occasions.get(rule.check)) for rule in rules]
    return tuple([rule for rule, own in asked if own is None or not own.isdisjoint(occasions)])
