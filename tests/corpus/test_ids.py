"""The ids of findings: no two alike within a report, and none that depends on a line."""

from __future__ import annotations

import pytest

from corpus.texts import CORPUS, TEXTS
from giar_lark import Source, check, read

FAULTS = [name for name in TEXTS if name.startswith("faults/")]


@pytest.mark.parametrize("name", FAULTS)
def test_ids_differ_and_do_not_depend_on_the_line(name: str) -> None:
    source = read(CORPUS / name)
    ids = [finding.id for finding in check(source).findings]
    assert len(set(ids)) == len(ids)
    if source.text and not source.binary:
        moved = Source(f"\n\n{source.text}", encoding=source.encoding, damaged=source.damaged)
        assert [finding.id for finding in check(moved).findings] == ids
