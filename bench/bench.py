"""Measure giar-lark against its goals; see README.md beside this file. Usage: python bench/bench.py [--seeds DIR]."""

from __future__ import annotations

import argparse
import platform
import re
from collections.abc import Iterator
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import documents
import memory
import peers
import processes
from goals import GOALS
from timing import Job, Timings, exponent, interleaved, least_time

import giar_lark
from giar_lark.source import Source

_SCAN = re.compile(r"[^\t\n]+")
_SLOW_SECONDS = 5.0

Figure = tuple[str, float | None, str]


def main() -> None:
    """Check the numbers oracle, then measure, and print each figure as soon as it is known."""
    options = _options()
    files = documents.report_files(options.seeds)
    print(_environment())
    cells = sum(map(documents.renumbered, files))
    print(f"numbers oracle: {len(files)} reports, {cells} numbers, all read back\n")
    print(f"{'goal':<16}{'figure':>9}{'gate':>8}{'target':>8}{'stretch':>9}  {'reaches':<11} what")
    for figures in (_speed, _growth, _traps, _errors, _whole_process, _memory):
        for figure in figures(files, options):
            _print(*figure)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure giar-lark against its goals.")
    parser.add_argument("--seeds", type=Path, metavar="DIR", help="reports to measure, *.txt (default: corpus/reports)")
    parser.add_argument("--rounds", type=int, default=15, help="interleaved rounds (default: 15)")
    parser.add_argument("--stream", type=int, default=5000, help="reports in the stream that must not grow")
    options = parser.parse_args()
    if options.seeds is not None and not options.seeds.is_dir():
        parser.error(f"no such folder: {options.seeds}")
    return options


def _environment() -> str:
    names = ("lark", "rich", "typer", "pyparsing", "parsimonious")
    return f"Python {platform.python_version()}, " + ", ".join(f"{name} {_version(name)}" for name in names)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def _print(id: str, figure: float | None, note: str) -> None:
    goal = GOALS[id]
    sign = "≥" if goal.at_least else "≤"
    levels = [f"{sign}{level:g}" if level is not None else "-" for level in (goal.gate, goal.target, goal.stretch)]
    shown, grade = ("-", "skipped") if figure is None else (f"{figure:.2f}", goal.grade(figure))
    note = f" ({note})" if note else ""
    print(f"{id:<16}{shown:>9}{levels[0]:>8}{levels[1]:>8}{levels[2]:>9}  {grade:<11} {goal.what}{note}", flush=True)


def _speed(files: list[Path], options: argparse.Namespace) -> Iterator[Figure]:
    """G1, G2, G3 and G5, in one interleaved run."""
    sound = documents.sound_files()
    reports = [giar_lark.parse(giar_lark.read(path)).report for path in files]
    rows = [documents.table_rows(report) for report in reports]
    texts, raw_texts = [documents.normalised(report) for report in reports], [path.read_text("utf-8") for path in files]
    readers, script = peers.make_readers(), peers.raw_regex()
    _check_peers(readers, texts, rows)
    jobs: dict[str, Job] = {
        "limit": lambda: [_limit(path) for path in files],
        "ours": lambda: [giar_lark.parse(giar_lark.read(path)) for path in files],
        "sound limit": lambda: [_limit(path) for path in sound],
        "rules": lambda: [giar_lark.check(giar_lark.read(path)) for path in sound],
        "script": lambda: [script(path.read_text("utf-8")) for path in files],
    }
    jobs |= {name: partial(_read_all, reader, texts) for name, reader in readers.items() if reader is not None}
    times = interleaved(jobs, options.rounds)
    yield "G1", times["ours"].over(times["limit"]), _spread(times["ours"], len(files))
    yield "G2", times["rules"].over(times["sound limit"]), _spread(times["rules"], len(sound))
    for name in readers:
        figure = times[name].over(times["ours"]) if name in times else None
        yield f"G3-{name}", figure, "rows of table 3 from normalised text" if name in times else "not installed"
    right = sum(set(script(text)) == set(wanted) for text, wanted in zip(raw_texts, rows, strict=True))
    yield "G5", times["ours"].over(times["script"]), f"the script is right on {right} of {len(files)}"


def _check_peers(readers: dict[str, peers.Reader | None], texts: list[str], rows: list[list[documents.Row]]) -> None:
    """Make sure that every peer reads what we read.

    Raises: SystemExit, where one does not; its time would mean nothing.
    """
    for name, reader in readers.items():
        if reader is not None and [reader(text) for text in texts] != rows:
            raise SystemExit(f"{name} does not read the same rows")


def _limit(path: Path) -> list[str]:
    """What no reader can do without: read, decode, look at every character once."""
    return _SCAN.findall(path.read_bytes().decode("utf-8"))


def _read_all(reader: peers.Reader, texts: list[str]) -> None:
    for text in texts:
        reader(text)


def _spread(times: Timings, count: int) -> str:
    return f"median {times.median / count * 1e6:.0f} us, least {times.least / count * 1e6:.0f} us a report"


def _parse(text: str) -> giar_lark.Parsed:
    return giar_lark.parse(Source(text))


def _growth(files: list[Path], options: argparse.Namespace) -> Iterator[Figure]:
    """G6."""
    text = _canonical()
    for id, grown in (("G6-narrative", documents.with_narrative), ("G6-rows", documents.with_rows)):
        small, large = grown(text, 100), grown(text, 1000)
        before, after = least_time(partial(_parse, small)), least_time(partial(_parse, large))
        yield id, exponent(before, after, len(large) / len(small)), f"{len(large):,} characters in {after:.2f} s"


def _traps(files: list[Path], options: argparse.Namespace) -> Iterator[Figure]:
    """G7: the worst growth and the worst cost of all traps."""
    text = _canonical()
    texts = [path.read_text("utf-8") for path in files]
    per_mb = least_time(lambda: [_parse(one) for one in texts]) / sum(len(one.encode()) for one in texts)
    growth, cost = {}, {}
    smaller = dict(documents.traps(text, 1_000))
    for (name, small), (_, large) in zip(documents.traps(text, 10_000), documents.traps(text, 100_000), strict=True):
        seconds = least_time(partial(_parse, small))
        if seconds > _SLOW_SECONDS:  # the larger one would take minutes, and the verdict is clear
            small, large, seconds = smaller[name], small, least_time(partial(_parse, smaller[name]))
        longer = least_time(partial(_parse, large))
        growth[name] = exponent(seconds, longer, 10)
        cost[name] = longer / len(large.encode()) / per_mb
    yield "G7-growth", max(growth.values()), _worst(growth, GOALS["G7-growth"].gate)
    yield "G7-cost", max(cost.values()), _worst(cost, GOALS["G7-cost"].gate)


def _worst(figures: dict[str, float], gate: float) -> str:
    """The traps that miss the gate, or the worst of those that all keep it."""
    ranked = sorted(figures.items(), key=lambda pair: -pair[1])
    return ", ".join(f"{name} {figure:.2f}" for name, figure in ranked if figure > gate or (name, figure) == ranked[0])


def _errors(files: list[Path], options: argparse.Namespace) -> Iterator[Figure]:
    """G8."""
    clean = Source(_canonical())
    wrong = Source(documents.with_unknown_rows(clean.text, 100))
    count = len(giar_lark.check(wrong).findings)
    jobs: dict[str, Job] = {"clean": partial(giar_lark.check, clean), "wrong": partial(giar_lark.check, wrong)}
    times = interleaved(jobs, options.rounds)
    yield "G8", times["wrong"].over(times["clean"]), f"{count} findings"


def _whole_process(files: list[Path], options: argparse.Namespace) -> Iterator[Figure]:
    """G9, G10 and G13."""
    sound = documents.sound_files()[0]
    wrong = documents.CORPUS.parent / "examples" / "town-2024-three-errors.txt"
    yield "G9", processes.start_up_ratio(sound, options.rounds), ""
    yield "G10", processes.drawing_ratio(wrong, sound, options.rounds), ""
    peak = processes.peak_ratio(sound)
    yield "G13", peak, "" if peak is not None else "needs /proc"


def _memory(files: list[Path], options: argparse.Namespace) -> Iterator[Figure]:
    """G12."""
    peak, kept = memory.peak_and_kept(files)
    yield "G12-peak", peak, ""
    yield "G12-model", kept, ""
    yield "G12-growth", memory.growth_mib(files, options.stream), f"{options.stream} reports"


def _canonical() -> str:
    """A sound report in canonical form: one paragraph or row a line, which is easy to repeat."""
    from giar_lark.write.document import document_of
    from giar_lark.write.text import canonical_text

    source = giar_lark.read(documents.sound_files()[-1])
    return canonical_text(document_of(giar_lark.parse(source).report, source.text))


if __name__ == "__main__":
    main()
