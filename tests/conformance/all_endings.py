"""Results that end in every way, with names and words that have to be escaped."""

from __future__ import annotations

from decimal import Decimal

from conformance.tiny import case
from giar_lark.conformance.case import CellTruth, Suite
from giar_lark.conformance.reply import Answer, Reply
from giar_lark.conformance.run import Result, Status
from giar_lark.conformance.score import Score, score

MARKUP = '<script src="//x.example/a.js">alert("&amp;")</script> & \'x\''
_TEN = CellTruth((Decimal(10),), ("given",))


def _score(value: int) -> Score:
    wanted = case(cells={"t3.granted.total": _TEN})
    return score(wanted, Reply(cells={"t3.granted.total": Answer(Decimal(value), None)}))


def result(status: Status, reason: str = "", value: int = 10) -> Result:
    """A result of a case that is named after its status."""
    about = case(name=f'reports/{status.value}/<plain> & "rows"', description=MARKUP, tags=(MARKUP,), source="a&b")
    return Result(case=about, status=status, score=_score(value), reason=reason)


RESULTS = [
    result(Status.PASS),
    result(Status.FAIL, value=11),
    result(Status.XFAIL, MARKUP, value=12),
    result(Status.XPASS, "was wrong"),
    result(Status.SKIP, MARKUP),
    result(Status.ERROR, MARKUP),
    result(Status.TIMEOUT, "1 s"),
]
SUITE = Suite(
    name=f"tiny {MARKUP}", folder=RESULTS[0].case.path.parent, cases=tuple(r.case for r in RESULTS), version="1"
)
