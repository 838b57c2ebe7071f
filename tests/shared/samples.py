"""The converter samples: what each should give, and how a reading is counted against it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from giar_lark.readers.read import read
from synthetic.reading import Reading, read_source


@dataclass(frozen=True, slots=True)
class Sample:
    """A text that a converter made: its path, tier, true cells (the accepted values of each), and the undecidable ones."""

    path: Path
    tier: str
    truth: dict[str, tuple[Decimal | None, ...]]
    undecidable: frozenset[str]


@dataclass(frozen=True, slots=True)
class Count:
    """The keys of a sample that came out right, wrong, or unread."""

    right: frozenset[str]
    wrong: frozenset[str]
    unread: frozenset[str]


@cache
def samples(shared: Path) -> tuple[Sample, ...]:
    """All samples of the manifest."""
    folder = shared / "layouts"
    entries = json.loads((folder / "manifest.json").read_text("utf-8"))
    return tuple(
        Sample(folder / entry["file"], entry["tier"], _truth(folder / entry["file"]), frozenset(entry["undecidable"]))
        for entry in entries
    )


def _truth(path: Path) -> dict[str, tuple[Decimal | None, ...]]:
    cells = json.loads((path.parent / "truth.json").read_text("utf-8"))["cells"]
    return {key: tuple(map(_number, (cell["value"], *cell.get("accept", ())))) for key, cell in cells.items()}


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(str(text).replace(",", ""))


@cache
def reading_of(path: Path) -> Reading:
    """The reading of a sample."""
    return read_source(read(path))


def count(sample: Sample) -> Count:
    """A sample's reading counted against the truth; a cell that is not among the keys is unread."""
    cells = reading_of(sample.path).cells
    right, wrong, unread = set(), set(), set()
    for key, accepted in sample.truth.items():
        cell = cells.get(key)
        if cell is None or cell.state in ("unreadable", "missing"):
            unread.add(key)
        elif (None if cell.value is None else Decimal(cell.value)) in accepted:
            right.add(key)
        else:
            wrong.add(key)
    return Count(frozenset(right), frozenset(wrong), frozenset(unread))
