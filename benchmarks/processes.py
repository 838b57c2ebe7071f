"""Whole processes: CPU time and memory of `giar-lark check`, against the bare interpreter."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from compileall import compile_dir
from pathlib import Path

from figures import Figure

import giar_lark

if sys.platform != "win32":
    import resource

_ROOT = Path(__file__).parents[1]
_BARE = ("-c", "pass")
_LIBRARIES = ("-c", "import lark, rich.console, typer")
# VmHWM is the peak of this very process; what wait4 reports may be that of the process that started it.
_PEAK = """
import runpy, sys
try:
    if len(sys.argv) > 1:
        runpy.run_module("giar_lark", run_name="__main__")
except SystemExit:
    pass
finally:
    sys.stdout.flush()
    line = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
    print(line.split()[1], file=sys.stderr)
"""


def figures(sound: Path, wrong: Path, pairs: int) -> Iterator[Figure]:
    """G9, G10 and G13, of a package whose modules are compiled, as those of an installed one are."""
    compile_dir(Path(giar_lark.__file__).parent, quiet=1)
    yield Figure("G9", _median_ratio(_check(sound), _BARE, pairs))
    yield Figure("G9-libraries", _median_ratio(_check(sound), _LIBRARIES, pairs))
    yield Figure("G10", _median_ratio(_check(wrong), _check(sound), pairs))
    peak = peak_ratio(sound)
    yield Figure("G13", peak, "" if peak is not None else "needs /proc")


def peak_ratio(report: Path) -> float | None:
    """Peak resident memory of `check` over that of a bare interpreter; None where the system does not tell."""
    if not Path("/proc/self/status").exists():
        return None
    return _peak("check", str(report)) / _peak()


def _check(report: Path) -> tuple[str, ...]:
    return ("-m", "giar_lark", "check", str(report))


def _median_ratio(one: tuple[str, ...], other: tuple[str, ...], pairs: int) -> float | None:
    """CPU of one command over that of another, the median of pairs; None where it is not told."""
    if sys.platform == "win32":
        return None
    _cpu(one), _cpu(other)
    return statistics.median(_cpu(one) / _cpu(other) for _ in range(pairs))


def _cpu(arguments: tuple[str, ...]) -> float:
    before = children_seconds()
    done = subprocess.run([sys.executable, *arguments], cwd=_ROOT, env=_environment(), capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(arguments)}: exit code {done.returncode}")
    return children_seconds() - before


def _environment() -> dict[str, str]:
    """The environment with bytecode written, as in an installed package: else every start would compile the program anew."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def children_seconds() -> float:
    """The CPU time of all processes that this one has begun and waited for."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _peak(*arguments: str) -> int:
    command = [sys.executable, "-c", _PEAK, *arguments]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, check=False, text=True, encoding="utf-8")
    return int(done.stderr.split()[-1])
