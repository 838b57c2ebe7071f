"""A repair is worked out when someone asks for it, and is then what it always was."""

from __future__ import annotations

import pickle

from rule_cases import SOUND

from giar_lark import Source, check
from giar_lark.findings import Fix
from giar_lark.lang import Text
from giar_lark.lean.later import Later
from giar_lark.lean.records import replace
from giar_lark.rules import find_rule
from giar_lark.source.span import Edit, Span

FIX = Fix(edits=(Edit(span=Span(0, 1), text="0"),), safe=True)
ROW = "2.重复申请\t1\t"
BLANK = SOUND["2021"].replace(f"{ROW}0", ROW)


class Maker:
    """What makes a fix, and counts how often it does."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> Fix:
        self.made += 1
        return FIX


def test_a_fix_is_made_once_and_when_it_is_asked_for() -> None:
    maker = Maker()
    finding = find_rule("T3-05").RULE.finding(Text("空白", "blank"), Span(0, 1), fix=Later(maker))
    moved = replace(finding, anchor="x")
    assert maker.made == 0
    assert (finding.fix, moved.fix, maker.made) == (FIX, FIX, 1)


def test_a_finding_takes_its_fix_along() -> None:
    (finding,) = check(Source(BLANK)).findings
    there = pickle.loads(pickle.dumps(finding))
    assert there == finding
    at = BLANK.index(ROW) + len(ROW)
    assert there.fix == Fix(edits=(Edit(span=Span(at, at), text="0"),), safe=True)
