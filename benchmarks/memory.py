"""Memory: what reading one report takes, what its model keeps, and whether a stream of reports grows."""

from __future__ import annotations

import gc
import statistics
import sys
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path

from figures import Figure

import giar_lark

_MIB = 1 << 20


def figures(files: Sequence[Path], stream: int) -> Iterator[Figure]:
    """G12."""
    peak, kept = peak_and_kept(files)
    yield Figure("G12-peak", peak)
    yield Figure("G12-model", kept)
    yield Figure("G12-growth", growth_mib(files, stream), f"{stream} reports")


def peak_and_kept(paths: Sequence[Path]) -> tuple[float, float]:
    """Peak memory while reading a report, and memory of its model, both over the size of its text; medians."""
    peaks, kept = zip(*map(_peak_and_kept, paths), strict=True)
    return statistics.median(peaks), statistics.median(kept)


def growth_mib(paths: Sequence[Path], count: int) -> float:
    """How much memory is held more after a stream of reports than after its first tenth, in MiB."""
    tracemalloc.start()
    held = 0
    for number in range(count):
        giar_lark.check(giar_lark.read(paths[number % len(paths)]))
        if number + 1 == count // 10:
            gc.collect()
            held = tracemalloc.get_traced_memory()[0]
    gc.collect()
    grown = tracemalloc.get_traced_memory()[0] - held
    tracemalloc.stop()
    return grown / _MIB


def _peak_and_kept(path: Path) -> tuple[float, float]:
    source = giar_lark.read(path)
    size = sys.getsizeof(source.text)
    giar_lark.parse(source)
    gc.collect()
    tracemalloc.start()
    report = giar_lark.parse(source).report
    _, peak = tracemalloc.get_traced_memory()
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del report
    return peak / size, kept / size
