"""The catalogue: every rule there is, in its order (tables, text, years, organ, time, structure, form, reading, syntax, dismissals).

It has what a check of one report looks at, and what only the reading, several reports, or dismissals give reason for.
"""

from __future__ import annotations

from giar_lark.manual import PLACES
from giar_lark.rules import CHECKS, GATES_AFTER_READING, GATES_BEFORE_READING, GATES_OF_THE_REFUSED
from giar_lark.rules.applications import (
    number_beside_group,
    partial_counted_twice,
    unknown_row,
    wrong_value_count,
)
from giar_lark.rules.batch_rule import BatchCheck, YearsCheck, is_batch_check, is_years_check, needs_others
from giar_lark.rules.dismissals import expired_dismissal, unused_dismissal
from giar_lark.rules.proactive_disclosure import local_row, superfluous_value
from giar_lark.rules.reading import damaged_characters, inferred_places, lost_places
from giar_lark.rules.reconsideration_litigation import not_fifteen_values, pending_cases_vanished
from giar_lark.rules.rule import Page
from giar_lark.rules.structure import misplaced_row, parts_exceed_whole, row_without_label
from giar_lark.rules.timing import copies_differ
from giar_lark.rules.years import (
    carried_in_differs,
    copied_from_last_year,
    copied_problems,
    item_count_does_not_roll_forward,
    same_figures_as_last_year,
    stock_does_not_roll_forward,
    text_shared_with_others,
)

_LOOKED_AT_IN_ONE: tuple[Page, ...] = (*GATES_BEFORE_READING, *GATES_AFTER_READING, *GATES_OF_THE_REFUSED, *CHECKS)
_OTHERS: tuple[Page, ...] = (
    number_beside_group,
    partial_counted_twice,
    wrong_value_count,
    local_row,
    superfluous_value,
    not_fifteen_values,
    pending_cases_vanished,
    carried_in_differs,
    stock_does_not_roll_forward,
    item_count_does_not_roll_forward,
    copied_from_last_year,
    copied_problems,
    same_figures_as_last_year,
    text_shared_with_others,
    copies_differ,
    parts_exceed_whole,
    damaged_characters,
    lost_places,
    inferred_places,
    unknown_row,
    misplaced_row,
    row_without_label,
    unused_dismissal,
    expired_dismissal,
)


def _place(page: Page) -> tuple[int, str]:
    code = page.RULE.code
    return list(PLACES).index(code[:2]), code


# a gate may be asked more than once
RULES: tuple[Page, ...] = tuple(sorted(dict.fromkeys((*_LOOKED_AT_IN_ONE, *_OTHERS)), key=_place))

# what needs several reports
YEARS_CHECKS: tuple[YearsCheck, ...] = tuple(rule for rule in RULES if is_years_check(rule))
BATCH_CHECKS: tuple[BatchCheck, ...] = tuple(rule for rule in RULES if is_batch_check(rule))
RELATING: tuple[Page, ...] = tuple(rule for rule in RULES if needs_others(rule))


def find_rule(name: str) -> Page | None:
    """The rule of a code (`T3-01`, in any case) or a name (`conservation`); None if there is none."""
    return next((page for page in RULES if name.upper() == page.RULE.code or name == page.RULE.name), None)
