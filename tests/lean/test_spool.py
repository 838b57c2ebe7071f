"""What is kept on disk comes back as it was, in any order and more than once."""

from __future__ import annotations

from contextlib import closing

import pytest
from cli_run import BROKEN, SOUND

from giar_lark import check
from giar_lark.lean import spool
from giar_lark.lean.later import Later
from giar_lark.lean.spool import Spool, packed, unpacked
from giar_lark.outcomes.outcome import Outcome
from giar_lark.source.source import Source


@pytest.mark.parametrize("in_memory_bytes", [1, 1 << 20], ids=["on disk", "in memory"])
def test_gives_back_what_was_put(in_memory_bytes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "_IN_MEMORY_BYTES", in_memory_bytes)
    outcomes = [_outcome(name, text) for name, text in (("a.txt", SOUND), ("b.txt", BROKEN), ("c.txt", ""))]
    with closing(Spool()) as kept:
        places = [kept.put(packed(outcome)) for outcome in outcomes]
        first, last = kept.get(places[2]), [kept.get(place) for place in places]
        later = kept.put(packed(outcomes[0]))
        assert [unpacked(Outcome, data) for data in (first, *last, kept.get(later))] == [
            outcomes[2],
            *outcomes,
            outcomes[0],
        ]


def _outcome(name: str, text: str) -> Outcome:
    source = Source(text, name)
    checked = check(source)
    return Outcome(path=name, source=source, read=Later.of(checked.report), findings=checked.findings)
