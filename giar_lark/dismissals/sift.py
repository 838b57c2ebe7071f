"""Findings sorted into those that are reported and those that are set aside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from giar_lark.dismissals.dismissal import Dismissal
from giar_lark.dismissals.file import Dismissals
from giar_lark.findings import Dismissed, Finding
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.settings.relative import relative
from giar_lark.source.source import Source


class Sifted(NamedTuple):
    """The findings that remain, those set aside with the reason, and the dismissals that did it; all in order."""

    kept: tuple[Finding, ...]
    dismissed: tuple[Dismissed, ...]
    used: tuple[Dismissal, ...]


def sift(path: str, source: Source, findings: Sequence[Finding], dismissals: Dismissals, today: date) -> Sifted:
    """The findings of a file, sorted by some dismissals; each is set aside by the first that speaks of it."""
    name = relative(path, dismissals.folder)
    holding = [entry for entry in dismissals.entries if entry.means_file(name) and not entry.is_expired(today)]
    if not holding:
        return Sifted(tuple(findings), (), ())
    pairs = [(finding, _first(finding, source, holding)) for finding in findings]
    return Sifted(
        tuple(finding for finding, entry in pairs if entry is None),
        tuple(
            Dismissed(finding=finding, reason=entry.reason, until=entry.until)
            for finding, entry in pairs
            if entry is not None
        ),
        tuple(entry for _, entry in pairs if entry is not None),
    )


def _first(finding: Finding, source: Source, entries: Iterable[Dismissal]) -> Dismissal | None:
    return next((entry for entry in entries if entry.means(finding, source)), None)
