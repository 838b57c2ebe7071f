"""A memory of the last run, so that only what has changed need be looked at."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from giar_lark.conformance.run import Result
from giar_lark.conformance.shapes import demand, naming
from giar_lark.lean.named_tuple import NamedTuple


class TrackError(ValueError):
    """A file that is no memory of a run."""


class Changed(NamedTuple):
    """A case whose status is not what it was; an empty status for a case that was not there, or is no longer."""

    case: str
    before: str
    now: str


def read_track(path: Path) -> dict[str, dict[str, str]]:
    """The status of each case by parser, as the last run left it; empty if there was none.

    Raises: TrackError.
    """
    if not path.is_file():
        return {}
    with naming(path, TrackError):
        data = json.loads(path.read_text("utf-8"))
        demand(
            isinstance(data, dict) and all(isinstance(entry, dict) for entry in data.values()), "not a memory of a run"
        )
    return dict(data)


def write_track(path: Path, memory: Mapping[str, Mapping[str, str]]) -> None:
    """Keep the memory, sorted, so that it can be compared as a text."""
    path.write_text(json.dumps(memory, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def statuses(results: Iterable[Result]) -> dict[str, str]:
    """The status of each case."""
    return {result.case.name: result.status.value for result in results}


def changes(before: Mapping[str, str], now: Mapping[str, str]) -> list[Changed]:
    """The cases whose status has changed, by name."""
    names = sorted({*before, *now})
    pairs = [Changed(name, before.get(name, ""), now.get(name, "")) for name in names]
    return [pair for pair in pairs if pair.before != pair.now]
