"""The ids of findings, and what a baseline keeps: no two alike within a report, and none that depends on a line."""

from __future__ import annotations

import pytest

from corpus.texts import CORPUS, TEXTS
from giar_lark import Source, check, read
from giar_lark.baseline.known import known_of

FAULTS = [name for name in TEXTS if name.startswith("faults/")]


@pytest.mark.parametrize("name", FAULTS)
def test_findings_differ_and_are_the_same_when_lines_move(name: str) -> None:
    source = read(CORPUS / name)
    known = [known_of(finding, source) for finding in check(source).findings]
    assert len({entry.id for entry in known}) == len(known)
    if source.text and not source.binary:
        moved = Source(f"\n\n{source.text}", encoding=source.encoding, damaged=source.damaged)
        assert [known_of(finding, moved) for finding in check(moved).findings] == known
