"""What the package keeps of the TOML files of the grammar is what they come to."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from giar_lark.lean import kept

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import write_kept


@pytest.mark.parametrize("name", ["phrases", "templates"])
def test_what_is_kept_is_what_the_file_comes_to(name: str) -> None:
    """If this fails: python tools/write_kept.py"""
    assert kept.shipped(name) == json.loads(json.dumps(write_kept.record(name)))


def test_a_changed_file_is_worked_out_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "read_grammar", lambda _: "changed = true")
    assert kept.kept("templates", kept.toml) == {"changed": True}
