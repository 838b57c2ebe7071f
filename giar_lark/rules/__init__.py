"""The rules that look at one report. All others are in the catalogue, which a check does not load."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from giar_lark.rules.applications import (
    blank_instead_of_zero,
    column_order,
    conservation,
    fee_closure_without_notice,
    missing_rows,
    not_a_count,
    only_totals_filled,
    other_as_dumping_ground,
    outcome_sum,
    pending_vanished,
    repeated_row,
    row_order,
    row_total,
    shifted_row,
)
from giar_lark.rules.cross_text import (
    breakdown,
    carry_over_in_prose,
    category_not_in_the_table,
    change_on_last_year,
    fee_income,
    licences_and_penalties_in_prose,
    normative_documents_in_prose,
    outcome_count,
    percentage,
    placeholder,
    receipt_denied,
    received_count,
    two_numbers_for_one_fact,
)
from giar_lark.rules.form import (
    broken_paragraph,
    clashing_punctuation,
    doubled_word,
    dropped_character,
    misspelt_label,
    mixed_units,
    state_name,
    torn_date,
    unbalanced_brackets,
)
from giar_lark.rules.identity import (
    leftover_instruction,
    other_chapters,
    other_organ,
    place_from_elsewhere,
    superseded_law,
    wrong_instrument,
    wrong_level_word,
    wrong_year,
)
from giar_lark.rules.privacy import personal_data
from giar_lark.rules.proactive_disclosure import (
    coordinating_body,
    disclosed_stock_and_flow,
    implausible_volume,
    missing_block,
    missing_disclosure_row,
    missing_number,
    mixed_templates,
    old_label,
    rules_without_power,
    stock_below_flow,
    unit_in_cell,
    yuan_for_ten_thousand_yuan,
)
from giar_lark.rules.reading import (
    damaged_document,
    empty_file,
    encrypted,
    foreign_script,
    legacy_report,
    merged_values,
    needs_another_program,
    no_text_layer,
    not_a_report,
    nothing_inside,
    oversized,
    tracked_changes,
    unread_content,
    unreadable_cell,
    unreadable_file,
    unsafe_document,
)
from giar_lark.rules.reconsideration_litigation import (
    all_upheld,
    cases_contradicted,
    group_total,
    lawsuit_without_review,
)
from giar_lark.rules.rule import Check
from giar_lark.rules.structure import (
    heading_numbering,
    missing_section,
    missing_topic,
    no_accountability,
    no_fee_statement,
    no_problems_or_measures,
    overview_too_long,
    reworded_heading,
    table_absent,
    title,
    widened_content,
    wrong_template,
)
from giar_lark.rules.timing import dated_before_the_end_of_the_year, late, no_period, no_signature, wrong_period

if TYPE_CHECKING:
    from giar_lark.rules.catalogue import BATCH_CHECKS, RELATING, RULES, YEARS_CHECKS, find_rule

__all__ = [
    "BATCH_CHECKS",
    "CHECKS",
    "GATES_AFTER_READING",
    "GATES_BEFORE_READING",
    "GATES_OF_THE_REFUSED",
    "RELATING",
    "RULES",
    "YEARS_CHECKS",
    "find_rule",
]

# A gate that yields a finding ends the matter: the source is no report that can be read, and nothing else is said.
GATES_BEFORE_READING: tuple[Check, ...] = (
    unreadable_file,
    encrypted,
    damaged_document,
    needs_another_program,
    unsafe_document,
    nothing_inside,
    empty_file,
    oversized,
    foreign_script,
)
GATES_AFTER_READING: tuple[Check, ...] = (oversized, legacy_report, not_a_report)
# Gates for a source that its reader has refused; of one that was read, they tell of a part that was not.
GATES_OF_THE_REFUSED: tuple[Check, ...] = (no_text_layer,)

# in the order of the catalogue
CHECKS: tuple[Check, ...] = (
    conservation,
    outcome_sum,
    row_total,
    only_totals_filled,
    blank_instead_of_zero,
    not_a_count,
    shifted_row,
    other_as_dumping_ground,
    fee_closure_without_notice,
    pending_vanished,
    missing_rows,
    rules_without_power,
    coordinating_body,
    stock_below_flow,
    implausible_volume,
    disclosed_stock_and_flow,
    yuan_for_ten_thousand_yuan,
    missing_number,
    mixed_templates,
    old_label,
    unit_in_cell,
    missing_block,
    group_total,
    cases_contradicted,
    all_upheld,
    lawsuit_without_review,
    received_count,
    receipt_denied,
    outcome_count,
    percentage,
    breakdown,
    two_numbers_for_one_fact,
    carry_over_in_prose,
    normative_documents_in_prose,
    placeholder,
    fee_income,
    change_on_last_year,
    category_not_in_the_table,
    licences_and_penalties_in_prose,
    other_organ,
    wrong_year,
    wrong_level_word,
    leftover_instruction,
    other_chapters,
    wrong_instrument,
    place_from_elsewhere,
    superseded_law,
    no_period,
    wrong_period,
    late,
    dated_before_the_end_of_the_year,
    no_signature,
    missing_section,
    heading_numbering,
    reworded_heading,
    table_absent,
    wrong_template,
    missing_topic,
    overview_too_long,
    no_problems_or_measures,
    no_accountability,
    no_fee_statement,
    title,
    widened_content,
    unbalanced_brackets,
    doubled_word,
    dropped_character,
    misspelt_label,
    state_name,
    torn_date,
    broken_paragraph,
    mixed_units,
    clashing_punctuation,
    personal_data,
    unreadable_cell,
    tracked_changes,
    no_text_layer,
    unread_content,
    merged_values,
    repeated_row,
    row_order,
    missing_disclosure_row,
    column_order,
)


def __getattr__(name: str) -> object:
    """What is of the catalogue."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("giar_lark.rules.catalogue"), name)
