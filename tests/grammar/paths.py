"""Where the grammar and the canonical reports of these tests are."""

from __future__ import annotations

from pathlib import Path

GRAMMAR = Path(__file__).parents[2] / "grammar"
CANONICAL = Path(__file__).parent / "canonical"
REPORTS = ("2021", "2019", "hybrid")


def canonical_report(name: str) -> str:
    """The text of a canonical report written for these tests."""
    return (CANONICAL / f"{name}.txt").read_text(encoding="utf-8")
