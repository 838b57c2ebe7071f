"""Time work so that others get the same: interleaved rounds, CPU time, medians of pairwise ratios."""

from __future__ import annotations

import gc
import math
import random
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from giar_lark.lean.garbage import look_seldom

Job = Callable[[], object]

_SLICE = 0.005


@dataclass(frozen=True, slots=True)
class Timings:
    """CPU seconds of one job, a figure for each round."""

    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The usual time."""
        return statistics.median(self.rounds)

    @property
    def least(self) -> float:
        """The best time."""
        return min(self.rounds)

    def over(self, other: Timings) -> float:
        """The median of the ratios to another job, round by round."""
        return statistics.median(a / b for a, b in zip(self.rounds, other.rounds, strict=True))


def interleaved(jobs: Mapping[str, Job], rounds: int) -> dict[str, Timings]:
    """The timings of jobs that take turns, in another order each round; every job has run once before."""
    loops = {name: _loops(job) for name, job in jobs.items()}
    found: dict[str, list[float]] = {name: [] for name in jobs}
    gc.collect()
    gc.freeze()
    order, shuffle = list(jobs), random.Random(20211001).shuffle
    for _ in range(rounds):
        shuffle(order)
        for name in order:
            found[name].append(_timed(jobs[name], loops[name]))
    gc.unfreeze()
    return {name: Timings(tuple(times)) for name, times in found.items()}


def least_time(job: Job, runs: int = 3) -> float:
    """The least CPU time of a few runs."""
    return min(_timed(job, 1) for _ in range(runs))


def least_times(one: Job, other: Job, runs: int = 3) -> tuple[float, float]:
    """The least CPU time of each of two jobs that take turns, so that they have the same good and bad moments."""
    times = [(_timed(one, 1), _timed(other, 1)) for _ in range(runs)]
    return min(first for first, _ in times), min(second for _, second in times)


def exponent(small: float, large: float, factor: float) -> float:
    """How time grows with size: 1 is linear, 2 quadratic."""
    return math.log(large / small) / math.log(factor)


@contextmanager
def program_garbage() -> Iterator[None]:
    """Look for garbage as seldom as the program does: by itself Python walks all that a large document comes to again and again."""
    usual = gc.get_threshold()
    gc.collect()
    look_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _loops(job: Job) -> int:
    """How often a job must run to fill a slice."""
    job()
    return max(1, math.ceil(_SLICE / max(_timed(job, 1), 1e-6)))


def _timed(job: Job, loops: int) -> float:
    start = time.process_time()
    for _ in range(loops):
        job()
    return (time.process_time() - start) / loops
