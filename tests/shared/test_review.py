"""The five real reports against what a careful reviewer finds in them: each slip at its line, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from giar_lark import check, read

# line and code, in the order of the text; lines are those of the review, or of the heading where it names a section
REVIEW = {
    "000": "1 ST-12, 5 ID-01, 5 TM-05, 6 ST-06, 6 TM-01, 9 FM-02, 9 ID-03, 11 ID-03, 11 FM-03, 553 ST-11",
    "001": "2 ST-12, 5 ST-02, 5 ST-06, 34 T2-07, 86 T3-04, 86 T3-05, 148 FM-04, 249 FM-04, 362 ST-02, 417 ST-02, "
    "421 ST-02, 421 ST-11, 422 TM-05",
    "002": "1 ST-12, 3 ST-02, 3 ST-06, 3 ST-07, 4 ID-05, 4 TM-02, 4 FM-09, 20 T2-01, 25 T2-04, 27 T2-05, 81 T2-11, "
    "401 ST-02, 404 ID-03, 408 TM-03",
    "003": "8 ST-06, 8 TM-01, 9 FM-02, 29 T2-09, 131 FM-04, 412 FM-01, 412 TM-05",
    "004": "21 FM-03, 75 T3-08, 76 T3-08, 90 FM-03, 98 FM-07, 124 TM-05",
}


@pytest.mark.parametrize("name", REVIEW)
def test_a_report_gives_what_a_reviewer_finds(shared: Path, name: str) -> None:
    (path,) = (shared / "seeds").glob(f"{name}_*.txt")
    source = read(path)
    found = [f"{source.place(finding.span.start).line} {finding.code}" for finding in check(source).findings]
    assert found == REVIEW[name].split(", ")
