"""The whole of `giar-lark extract` over many reports: beside checking them, beside a script, and in two processes."""

from __future__ import annotations

import ctypes
import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import documents
from figures import Figure
from processes import children_seconds
from twins import write_twins

import giar_lark
from giar_lark.containers.document import Document
from giar_lark.runs.assembly import assemble
from giar_lark.runs.chunk import Item, Manner, run_chunk
from giar_lark.runs.output import Output
from giar_lark.settings.config import Config

# few, so that what is learnt of each by every worker is soon learnt; a chunk has each of them as often
_REPORTS = 12
_CHUNK = 2 * _REPORTS
_ROUNDS = 3
# with more load than this, wall time tells of the other tenants
_QUIET = 0.5
_SET_CHILD_SUBREAPER = 36


class _Spent(NamedTuple):
    """Seconds: of all processors, and by the clock."""

    cpu: float
    wall: float


def extracting(count: int) -> Iterator[Figure]:
    """What a document costs by itself in one process, then whole runs; their starts are left out, for they are paid once."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        reports, one = folder / "reports", folder / "one"
        reports.mkdir()
        one.mkdir()
        paths = write_twins(documents.fresh_files(_REPORTS), reports, count)
        (one / paths[0].name).write_bytes(paths[0].read_bytes())
        note = f"{count} twins, CSV"
        for long in (False, True):
            yield Figure(f"EX-{'long' if long else 'wide'}", _beside(paths, folder, long=long), note)
        yield from _runs(reports, one, folder, count)


def _beside(paths: Sequence[Path], folder: Path, *, long: bool) -> float:
    """The CPU time of reports that become rows and files, over that of as many others that are only checked."""
    chunks = [paths[at : at + _CHUNK] for at in range(0, len(paths), _CHUNK)]
    manner, lines = Manner(long=long, version="", run=""), list[str]()
    _checked(chunks[0])
    _lines_of(chunks[0], manner)
    checking = extracting = 0.0
    gc.collect()
    gc.freeze()
    for one, other in zip(chunks[1::2], chunks[2::2], strict=False):
        start = time.process_time()
        _checked(one)
        between = time.process_time()
        lines += _lines_of(other, manner)
        checking, extracting = checking + between - start, extracting + time.process_time() - between
    start = time.process_time()
    assemble(lines, Output(path=str(folder / "beside.csv"), long=long), str)
    gc.unfreeze()
    return (extracting + time.process_time() - start) / checking


def _checked(paths: Sequence[Path]) -> None:
    for path in paths:
        giar_lark.check(giar_lark.read(path))


def _lines_of(paths: Sequence[Path], manner: Manner) -> tuple[str, ...]:
    found = [Document(path=str(path), file=str(path), order=(str(path),)) for path in paths]
    return run_chunk([Item(number, document, Config()) for number, document in enumerate(found, 1)], manner).lines


def _runs(reports: Path, one: Path, folder: Path, count: int) -> Iterator[Figure]:
    """Whole runs of the program in one process and two, in turn with the script."""
    if not _takes_orphans():
        yield from (Figure(name, None, "needs Linux") for name in ("EX-script", "EX-pool", "EX-rate-1", "EX-rate-2"))
        return
    is_quiet = os.getloadavg()[0] < _QUIET
    commands = (_script(folder), _extract(folder, 1), _extract(folder, 2))
    rounds = [[_less_its_start(command, reports, one) for command in commands] for _ in range(_ROUNDS)]
    script, alone, both = zip(*rounds, strict=True)
    note = f"{count} twins, {_ROUNDS} rounds"
    yield Figure("EX-script", _ratio(alone, script, "cpu"), note)
    yield Figure("EX-pool", _ratio(both, alone, "cpu"), note)
    for name, spent in (("EX-rate-1", alone), ("EX-rate-2", both)):
        yield Figure(name, _ratio(script, spent, "wall") if is_quiet else None, note if is_quiet else "not quiet")


def _script(folder: Path) -> Callable[[Path], list[str]]:
    program = str(Path(__file__).with_name("scripted.py"))
    return lambda reports: [program, str(reports), str(folder / "script.csv")]


def _extract(folder: Path, jobs: int) -> Callable[[Path], list[str]]:
    target = str(folder / f"{jobs}.csv")
    return lambda reports: ["-m", "giar_lark", "extract", str(reports), "-o", target, "--jobs", str(jobs)]


def _less_its_start(command: Callable[[Path], list[str]], reports: Path, one: Path) -> _Spent:
    """What all reports take, less what one of them takes."""
    start, whole = _run(command(one)), _run(command(reports))
    return _Spent(whole.cpu - start.cpu, whole.wall - start.wall)


def _run(arguments: list[str]) -> _Spent:
    others, before, start = _children(), children_seconds(), time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
    wall = time.perf_counter() - start
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(arguments)}: exit code {done.returncode}")
    while left := _children() - others:
        for child in left:
            os.waitpid(child, 0)
    return _Spent(children_seconds() - before, wall)


def _children() -> set[int]:
    """The processes that are ours, or have become so. One that other parts of the benchmark have begun may never end."""
    return set(map(int, Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split()))


def _takes_orphans() -> bool:
    """Whether processes that outlive the one that began them, as those of a pool do, become ours: only then their time is told."""
    return sys.platform == "linux" and bool(ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0)


def _ratio(one: Sequence[_Spent], other: Sequence[_Spent], what: str) -> float:
    ratios: list[float] = [getattr(a, what) / getattr(b, what) for a, b in zip(one, other, strict=True)]
    return statistics.median(ratios)
