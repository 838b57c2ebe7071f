"""What is kept on disk comes back as it was, in any order and more than once."""

from __future__ import annotations

from contextlib import closing

import pytest
from cli_run import BROKEN, SOUND

from giar_lark import check
from giar_lark.cli import spool
from giar_lark.cli.spool import Spool
from giar_lark.outcome import Outcome
from giar_lark.source import Source


@pytest.mark.parametrize("in_memory_bytes", [1, 1 << 20], ids=["on disk", "in memory"])
def test_gives_back_what_was_put(in_memory_bytes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "_IN_MEMORY_BYTES", in_memory_bytes)
    outcomes = [_outcome(name, text) for name, text in (("a.txt", SOUND), ("b.txt", BROKEN), ("c.txt", ""))]
    with closing(Spool()) as kept:
        slots = [kept.put(outcome) for outcome in outcomes]
        first, last = kept.get(slots[2]), [kept.get(slot) for slot in slots]
        later = kept.put(outcomes[0])
        assert (first, last, kept.get(later)) == (outcomes[2], outcomes, outcomes[0])


def _outcome(name: str, text: str) -> Outcome:
    source = Source(text, name)
    checked = check(source)
    return Outcome(path=name, source=source, report=checked.report, findings=checked.findings)
