"""Sums of results."""

from __future__ import annotations

from pathlib import Path

from giar_lark.conformance.case import Case, Expected
from giar_lark.conformance.reply import Given
from giar_lark.conformance.run import Result, Status
from giar_lark.conformance.score import Misplaced, Score
from giar_lark.conformance.totals import by_table

TOTAL = Expected(code="T3-03", key="t3.granted.total", line=4)
GROUP = Expected(code="T4-01", key="t4.reconsideration.total")
HEADING = Expected(code="ST-01")
BELOW = Given("T3-03", "t3.granted.total", 5, None)
ROW = Given("T2-07", "t2.licensing", 1, 1)


def test_findings_are_counted_for_the_table_of_their_key() -> None:
    case = Case(
        name="a", path=Path("a.txt"), description="", template="2021", layout="-", findings=(TOTAL, GROUP, HEADING)
    )
    score = Score(expected=3, missing=(GROUP, HEADING), misplaced=(Misplaced(TOTAL, BELOW),), surplus=(ROW,))
    found = by_table([Result(case=case, status=Status.FAIL, score=score)])
    assert [(row.name, row.expected, row.missing, row.surplus) for row in found] == [
        ("t2", 0, 0, 1),
        ("t3", 1, 1, 1),
        ("t4", 1, 1, 0),
    ]
