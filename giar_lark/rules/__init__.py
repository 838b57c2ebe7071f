"""The catalogue: every rule there is, in the order of the catalogue (tables, structure, form, reading, syntax)."""

from __future__ import annotations

from giar_lark.rules.applications import (
    blank_instead_of_zero,
    column_order,
    conservation,
    fee_closure_without_notice,
    missing_rows,
    not_a_count,
    number_beside_group,
    only_totals_filled,
    other_as_dumping_ground,
    outcome_sum,
    partial_counted_twice,
    pending_vanished,
    repeated_row,
    row_order,
    row_total,
    shifted_row,
    unknown_row,
    wrong_value_count,
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
    misspelt_label,
)
from giar_lark.rules.identity import (
    leftover_instruction,
    other_chapters,
    superseded_law,
    wrong_instrument,
    wrong_level_word,
    wrong_year,
)
from giar_lark.rules.proactive_disclosure import (
    coordinating_body,
    disclosed_stock_and_flow,
    implausible_volume,
    local_row,
    missing_block,
    missing_disclosure_row,
    missing_number,
    mixed_templates,
    old_label,
    rules_without_power,
    stock_below_flow,
    superfluous_value,
    unit_in_cell,
    yuan_for_ten_thousand_yuan,
)
from giar_lark.rules.reading import (
    damaged_characters,
    empty_file,
    foreign_script,
    inferred_places,
    legacy_report,
    lost_places,
    not_a_report,
    oversized,
    unreadable_cell,
    unreadable_file,
)
from giar_lark.rules.reconsideration_litigation import (
    all_upheld,
    cases_contradicted,
    group_total,
    not_fifteen_values,
)
from giar_lark.rules.rule import Check, Page, is_check
from giar_lark.rules.structure import (
    heading_numbering,
    misplaced_row,
    missing_section,
    reworded_heading,
    table_absent,
    wrong_template,
)
from giar_lark.rules.timing import (
    dated_before_the_end_of_the_year,
    late,
    no_period,
    no_signature,
    wrong_period,
)

RULES: tuple[Page, ...] = (
    conservation,
    outcome_sum,
    row_total,
    only_totals_filled,
    blank_instead_of_zero,
    not_a_count,
    partial_counted_twice,
    shifted_row,
    other_as_dumping_ground,
    fee_closure_without_notice,
    pending_vanished,
    number_beside_group,
    wrong_value_count,
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
    local_row,
    unit_in_cell,
    missing_block,
    group_total,
    not_fifteen_values,
    cases_contradicted,
    all_upheld,
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
    wrong_year,
    wrong_level_word,
    leftover_instruction,
    other_chapters,
    wrong_instrument,
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
    misspelt_label,
    unreadable_file,
    not_a_report,
    empty_file,
    legacy_report,
    damaged_characters,
    lost_places,
    inferred_places,
    unreadable_cell,
    foreign_script,
    oversized,
    superfluous_value,
    unknown_row,
    misplaced_row,
    repeated_row,
    row_order,
    missing_disclosure_row,
    column_order,
)

# A gate that yields a finding ends the matter: the source is no report that can be read, and nothing else is said.
GATES_BEFORE_READING: tuple[Check, ...] = (unreadable_file, empty_file, oversized, foreign_script)
GATES_AFTER_READING: tuple[Check, ...] = (oversized, legacy_report, not_a_report)

CHECKS: tuple[Check, ...] = tuple(
    rule for rule in RULES if is_check(rule) and rule not in (*GATES_BEFORE_READING, *GATES_AFTER_READING)
)


def find_rule(name: str) -> Page | None:
    """The rule of a code (`T3-01`, in any case) or a name (`conservation`); None if there is none."""
    return next((page for page in RULES if name.upper() == page.RULE.code or name == page.RULE.name), None)
