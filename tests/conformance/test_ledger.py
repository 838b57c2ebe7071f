"""The failures that are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformance.tiny import write_ledger
from giar_lark.conformance.ledger import Entry, Ledger, LedgerError, read_ledger
from giar_lark.conformance.score import Kind

BLANKS = Entry(cases=("reports/*/one-line",), kinds=frozenset({Kind.UNREAD}), reason="blanks are left out")
TOWN = Entry(cases=("reports/town/*",), kinds=frozenset({Kind.SILENT}), reason="a slip")


def test_ledger_is_read(tmp_path: Path) -> None:
    path = write_ledger(
        tmp_path / "x.toml",
        ("reports/*/one-line", "unread", "blanks are left out"),
        ("reports/town/*", "silent", "a slip"),
    )
    assert read_ledger(path) == Ledger((BLANKS, TOWN))


def test_no_file_is_an_empty_ledger(tmp_path: Path) -> None:
    assert read_ledger(tmp_path / "x.toml") == Ledger()


def test_entries_hold_for_the_cases_that_they_name() -> None:
    ledger = Ledger((BLANKS, TOWN))
    assert ledger.of("reports/town/one-line") == (BLANKS, TOWN)
    assert ledger.of("reports/village/one-line") == (BLANKS,)
    assert ledger.of("reports/village/canonical") == ()


def test_pattern_without_a_case_is_stale() -> None:
    names = ["reports/town/canonical", "reports/town/csv"]
    assert Ledger((BLANKS, TOWN)).stale(names) == ["reports/*/one-line"]
    assert Ledger((BLANKS, TOWN)).stale([*names, "reports/a/one-line"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "[[known]]\ncases = ['*']\nkinds = ['silent']\n",
        "[[known]]\ncases = ['*']\nreason = 'a slip'\n",
        "[[known]]\nkinds = ['silent']\nreason = 'a slip'\n",
        "[[known]]\ncases = ['*']\nkinds = ['sometimes']\nreason = 'a slip'\n",
        "[[known]]\ncases = ['*']\nkinds = ['silent']\nreason = ' '\n",
        "[[known]]\ncases = ['*']\nkinds = ['silent']\nreason = 1\n",
        "[[known]]\ncases = '*'\nkinds = ['silent']\nreason = 'a slip'\n",
        "[[known]]\ncases = [1]\nkinds = ['silent']\nreason = 'a slip'\n",
        "[[known]]\ncases = ['*']\nkinds = 'silent'\nreason = 'a slip'\n",
        "known = ['a']\n",
        "known = 1\n",
        "[[known]\n",
    ],
    ids=[
        "no reason",
        "no kinds",
        "no cases",
        "unknown kind",
        "blank reason",
        "reason that is no text",
        "cases that are no array",
        "cases that are no texts",
        "kinds that are no array",
        "entries that are no tables",
        "no entries",
        "no TOML",
    ],
)
def test_ledger_that_says_too_little_is_refused_with_its_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LedgerError, match=r"x\.toml"):
        read_ledger(path)
