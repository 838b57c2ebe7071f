"""Relating reports of one region: how time grows with their number, and what memory each takes."""

from __future__ import annotations

import gc
import math
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from figures import Figure
from region import write_region

import giar_lark
from giar_lark.batch.entry import Entry
from giar_lark.batch.reuse import is_available
from giar_lark.batch.shelf import Shelf
from giar_lark.lean.spool import Spool
from giar_lark.relate import entry_in, related
from giar_lark.settings.config import Config

_KIB = 1024
_NAMES = ("RL-growth", "RL-memory")


def relating(count: int) -> Iterator[Figure]:
    """Relate so many reports, and a quarter of them."""
    if not is_available():
        yield from (Figure(name, None, "needs the extra batch") for name in _NAMES)
        return
    fewer = count // 4
    with TemporaryDirectory() as folder, closing(Spool()) as spool:
        shelf = Shelf(spool)
        entries = [shelf.take(_entry(path), str(path)) for path in write_region(Path(folder), count)]
        _relate(entries[: count // 16])
        times, peaks = ([measure(entries[:many]) for many in (fewer, count)] for measure in (_seconds, _peak_kib))
    note = f"{fewer} and {count} reports"
    yield Figure("RL-growth", math.log(times[1] / times[0]) / math.log(4), note)
    yield Figure("RL-memory", (peaks[1] - peaks[0]) / (count - fewer), note)


def _entry(path: Path) -> Entry:
    source = giar_lark.read(path)
    entry = entry_in(str(path), source, giar_lark.parse(source).report)
    assert entry is not None
    return entry


def _relate(entries: Sequence[Entry]) -> None:
    for _ in related(entries, Config().options, lambda _: Config()):
        pass


def _seconds(entries: Sequence[Entry]) -> float:
    gc.collect()
    start = time.process_time()
    _relate(entries)
    return time.process_time() - start


def _peak_kib(entries: Sequence[Entry]) -> float:
    tracemalloc.start()
    _relate(entries)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / _KIB
