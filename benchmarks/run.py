"""Measure giar-lark against its goals; see README.md beside this file. Usage: python benchmarks/run.py [--seeds DIR]."""

from __future__ import annotations

import argparse
import platform
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import documents
import memory
import processes
from extracting import extracting
from figures import Figure, line, markdown, plot
from growth import errors, growth, traps
from pool import pool
from relating import relating
from speed import speed

_REQUIREMENTS = Path(__file__).with_name("requirements.txt")


def main() -> None:
    """Check the numbers oracle, then measure; print each figure as soon as it is known, then write table and plot."""
    options = _options()
    files = documents.report_files(options.seeds)
    cells = sum(map(documents.renumbered, files))
    head = [_environment(), f"numbers oracle: {len(files)} reports, {cells} numbers, all read back"]
    print(*head, sep="\n")
    print(f"\n{'goal':<17}{'figure':>9}{'gate':>8}{'target':>8}{'stretch':>8}  {'reaches':<11} what")
    found = []
    for figure in _figures(files, options):
        print(line(figure), flush=True)
        found.append(figure)
    if options.table:
        options.table.write_text(markdown(found, head), encoding="utf-8")
    if options.plot:
        options.plot.write_text(plot(found), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure giar-lark against its goals.")
    parser.add_argument("--seeds", type=Path, metavar="DIR", help="reports to measure, *.txt (default: corpus/reports)")
    parser.add_argument("--rounds", type=int, default=15, help="interleaved rounds (default: 15)")
    parser.add_argument("--stream", type=int, default=5000, help="reports in the stream that must not grow")
    parser.add_argument("--twins", type=int, default=600, help="reports of a whole `extract` (default: 600)")
    parser.add_argument("--region", type=int, default=2000, help="reports that are related (default: 2000)")
    parser.add_argument("--table", type=Path, metavar="FILE", help="write the table as Markdown")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="write the plot as SVG")
    parser.add_argument(
        "--only", nargs="*", default=[], metavar="GOAL", help="measure these only: G1, G6, G7, G8, G9, G11, EX, RL, G12"
    )
    options = parser.parse_args()
    if options.seeds is not None and not options.seeds.is_dir():
        parser.error(f"no such folder: {options.seeds}")
    return options


def _figures(files: list[Path], options: argparse.Namespace) -> Iterator[Figure]:
    parts: dict[str, Callable[[], Iterator[Figure]]] = {
        "G1": lambda: speed(files, options.rounds),
        "G6": growth,
        "G7": lambda: traps(files),
        "G8": lambda: errors(options.rounds),
        "G9": lambda: processes.figures(documents.sound_files()[0], documents.WRONG, options.rounds),
        "G11": lambda: pool(documents.sound_files()),
        "EX": lambda: extracting(options.twins),
        "RL": lambda: relating(options.region),
        "G12": lambda: memory.figures(files, options.stream),
    }
    for name, part in parts.items():
        if not options.only or name in options.only:
            yield from part()


def _environment() -> str:
    peers = [row.partition("==")[0] for row in _REQUIREMENTS.read_text("utf-8").splitlines() if "==" in row]
    names = ("lark", "rich", "typer", *peers)
    return f"Python {platform.python_version()}, " + ", ".join(f"{name} {_version(name)}" for name in names)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


if __name__ == "__main__":
    main()
