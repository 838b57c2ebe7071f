"""One change at a time to a sound report: it costs nothing, or a finding is about it. No cell comes out wrong in silence.

What a changed text says is told from invisible marks (`oracle.py`), never from the program. `pytest -rP` shows the shares by kind.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from random import Random

import pytest
from generator.marks import bare
from generator.render import FAMILIES
from generator.values import number

from corpus.drafts import Draft, dense, draft, report
from corpus.mutations import KINDS
from corpus.oracle import Outcome, Verdict, judged
from giar_lark.pipeline import check
from giar_lark.source.source import Source

# reports as they are, and with other numbers of which no two are alike
REPORTS = {
    "a town": report("town-2024"),
    "a county": report("county-government-2021"),
    "a city bureau of 2019": report("city-bureau-2020"),
    "a province, dense": dense("province-government-2021"),
    "a province of 2019, dense": dense("province-government-2019"),
}
TIMES = 2
# a kind of which next to no change could be made would be no test
FEWEST = 20


@cache
def drafted(name: str, layout: str) -> Draft:
    return draft(REPORTS[name], layout)


def verdicts(kind: str) -> dict[tuple[str, str, int], Verdict]:
    """The verdict on every change of a kind, by report, layout and number."""
    mutated, out = KINDS[kind], {}
    for name in REPORTS:
        for layout in FAMILIES:
            for time in range(TIMES):
                mutant = mutated.apply(drafted(name, layout), Random(f"{kind} {name} {layout} {time}"))
                if mutant is not None:
                    out[name, layout, time] = judged(*mutant, must_be_told=not mutated.harmless)
    return out


@pytest.mark.parametrize("layout", FAMILIES)
@pytest.mark.parametrize("name", REPORTS)
def test_the_reports_are_sound_before(name: str, layout: str) -> None:
    text = drafted(name, layout).text
    assert check(Source(bare(text))).findings == ()
    assert judged(drafted(name, layout), text, must_be_told=False) == Verdict(Outcome.HARMLESS)


@pytest.mark.parametrize("layout", FAMILIES)
def test_a_cell_that_is_read_wrong_would_be_seen(layout: str) -> None:
    draft = drafted("a province, dense", layout)
    key = "t2.penalties.decisions"
    otherwise = draft.with_cells({key: number(7)})
    found = draft.spec.numbers.at(key).reading
    seen = f"{key} is read as {found}, not {(7, 'given')}"
    assert judged(otherwise, draft.text, must_be_told=False) == Verdict(Outcome.SILENT, (seen,))


@pytest.mark.parametrize("kind", KINDS)
def test_no_change_goes_by_in_silence(kind: str) -> None:
    judgements = verdicts(kind)
    shares = Counter(verdict.outcome.value for verdict in judgements.values())
    print(f"{kind}: {dict(shares)}" + (f"; harmless: {KINDS[kind].harmless}" if shares["harmless"] else ""))
    assert len(judgements) >= FEWEST
    assert {at: verdict.unseen for at, verdict in judgements.items() if verdict.outcome is Outcome.SILENT} == {}, shares
