"""The failures of a parser that are known: which cases, in which ways, and why."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from giar_lark.conformance.score import Kind
from giar_lark.conformance.shapes import are_texts, naming
from giar_lark.lean.records import dataclass


class LedgerError(ValueError):
    """A ledger that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Cases (names, or patterns with `*`) that are known to fail in these ways and no other, and the reason."""

    cases: tuple[str, ...]
    kinds: frozenset[Kind]
    reason: str

    def holds_for(self, case: str) -> bool:
        """Whether a case is one of these."""
        return any(fnmatchcase(case, pattern) for pattern in self.cases)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The known failures of one parser."""

    entries: tuple[Entry, ...] = ()

    def of(self, case: str) -> tuple[Entry, ...]:
        """The entries that hold for a case."""
        return tuple(entry for entry in self.entries if entry.holds_for(case))

    def stale(self, cases: Iterable[str]) -> list[str]:
        """The patterns that hold for no case at all."""
        names = list(cases)
        patterns = [pattern for entry in self.entries for pattern in entry.cases]
        return [pattern for pattern in patterns if not any(fnmatchcase(name, pattern) for name in names)]


def read_ledger(path: Path) -> Ledger:
    """The ledger in a file; an empty one if there is no such file.

    Raises: LedgerError, where an entry has no cases, no reason or an unknown way to fail.
    """
    if not path.is_file():
        return Ledger()
    with naming(path, LedgerError):
        return Ledger(tuple(map(_entry, tomllib.loads(path.read_text("utf-8")).get("known", []))))


def _entry(entry: Mapping[str, object]) -> Entry:
    cases, kinds, reason = entry["cases"], entry["kinds"], entry["reason"]
    if not are_texts(cases) or not are_texts(kinds):
        raise ValueError("cases and kinds are arrays of texts")
    if not isinstance(reason, str) or not reason.strip():
        raise ValueError(f"no reason for {', '.join(cases)}")
    return Entry(cases=tuple(cases), kinds=frozenset(map(Kind, kinds)), reason=reason)
