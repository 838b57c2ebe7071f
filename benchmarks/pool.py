"""Two processes against one (G11): each worker takes paths in chunks and gives back how much it has found."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

from figures import Figure

import giar_lark

_REPORTS, _CHUNK = 600, 64
# with more load than this, wall time tells of the other tenants
_QUIET = 0.5


def pool(files: list[Path]) -> Iterator[Figure]:
    """The rate where the machine is quiet, and what a report costs in CPU time."""
    paths = [str(files[number % len(files)]) for number in range(_REPORTS)]
    chunks = [paths[at : at + _CHUNK] for at in range(0, len(paths), _CHUNK)]
    quiet = hasattr(os, "getloadavg") and os.getloadavg()[0] < _QUIET
    with get_context("spawn").Pool(2, initializer=_prepare, initargs=(paths[: len(files)],)) as workers:
        workers.map(_checked, [paths[: len(files)]] * 4, chunksize=1)
        start = time.perf_counter()
        costs = workers.map(_checked, chunks, chunksize=1)
        together = time.perf_counter() - start
    _prepare(paths[: len(files)])
    start = time.perf_counter()
    alone = sum(map(_checked, chunks))
    serial = time.perf_counter() - start
    yield Figure("G11-rate", serial / together if quiet else None, f"{len(paths)} reports" if quiet else "not quiet")
    yield Figure("G11-cost", sum(costs) / alone, f"{len(paths)} reports in chunks of {_CHUNK}")


def _prepare(paths: list[str]) -> None:
    _checked(paths)
    gc.collect()
    gc.freeze()


def _checked(paths: list[str]) -> float:
    """The CPU seconds that checking some files took."""
    start = time.process_time()
    for path in paths:
        giar_lark.check(giar_lark.read(path))
    return time.process_time() - start
