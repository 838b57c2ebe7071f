"""What the grammar accepts behind a piece of a report, such as the one above a cursor."""

from __future__ import annotations

import pytest

from giar_lark.lean.resources import read_sample
from giar_lark.official.templates import tables
from giar_lark.parse.parser import accepted_after
from giar_lark.source.source import Source
from giar_lark.tokenise.report import tokenise

REPORT = read_sample("2021")
SECTIONS = {spec.terminal for spec in tables().sections}
CAPTIONS = {block.caption for block in tables().blocks}


def accepted(text: str) -> set[str]:
    return set(accepted_after(tokenise(Source(text)).tokens, text))


def up_to(mark: str) -> str:
    """The report up to the end of the line that begins with a mark."""
    return REPORT[: REPORT.index("\n", REPORT.index(f"\n{mark}") + 1) + 1]


def test_prose_and_every_section_may_follow_a_title() -> None:
    assert accepted(REPORT.splitlines()[0]) == {"TITLE", "TEXT", "NUMBERED", "ISSUING_ORGAN", "ISSUED_DATE"} | SECTIONS


@pytest.mark.parametrize(
    ("mark", "rows"),
    [
        ("规章", {"RULES", "NORMATIVE_DOCUMENTS"}),
        ("行政许可", {"LICENSING", "OTHER_PUBLIC_SERVICES"}),
        ("行政强制", {"PENALTIES", "COERCIVE_MEASURES"}),
    ],
)
def test_rows_of_the_same_block_may_follow_a_row_of_table_2(mark: str, rows: set[str]) -> None:
    found = accepted(up_to(mark)) - {"TEXT", "NUMBERED", "ISSUING_ORGAN", "ISSUED_DATE"}
    assert found == rows | CAPTIONS | SECTIONS


def test_a_row_that_lacks_values_counts_as_complete() -> None:
    whole = up_to("（一）予以公开")
    assert "PARTIALLY_GRANTED" in accepted(whole)
    assert accepted(whole.rpartition("\t")[0]) == accepted(whole)


def test_what_does_not_fit_is_passed_over() -> None:
    assert accepted(up_to("规章") + "行政处罚\t1\n") >= CAPTIONS
