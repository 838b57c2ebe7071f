"""Fixes over the corpus: whatever was fixed is gone, nothing new is there, every number that was given is the same."""

from __future__ import annotations

import zlib
from functools import cache

import pytest

from corpus.texts import CORPUS, TEXTS
from fixing.keeping import broken_promise
from giar_lark import check, read
from giar_lark.fixing.rounds import fix, is_fixable

# every text with a fault or a change; of the reports, in all their layouts, one in so many
_ONE_IN = 12
CHOSEN = [name for name in TEXTS if not name.startswith("reports/") or zlib.crc32(name.encode()) % _ONE_IN == 0]


@cache
def _fixable() -> list[str]:
    """The texts that have a finding with a fix; the others are the same after as before, for nothing is done."""
    names = []
    for name in CHOSEN:
        findings = check(read(CORPUS / name)).findings
        if any(is_fixable(finding, unsafe=True) for finding in findings):
            names.append(name)
    return names


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_fixes_keep_their_promises(unsafe: bool) -> None:
    names = _fixable()
    assert len(names) > 20
    broken = {}
    for name in names:
        source = read(CORPUS / name)
        done = fix(source, unsafe=unsafe)
        broken[name] = [broken_promise(source, done, unsafe=unsafe), *(entry.reason.zh for entry in done.refused)]
    assert {name: what for name, what in broken.items() if what != [None]} == {}
