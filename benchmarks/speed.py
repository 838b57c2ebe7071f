"""Speed in one interleaved run: ours, the limit, the peers, the script (G1 to G5)."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import documents
from figures import Figure
from peers import TREE_SITTER, Peer, Reader, all_peers
from peers.script import make as make_script
from peers.words import words
from rows import Row
from timing import Job, Timings, interleaved

import giar_lark

_SCAN = re.compile(r"[^\t\n]+")
_FRESH_REPORTS = 60


def speed(files: list[Path], rounds: int) -> Iterator[Figure]:
    """G1 to G5. Every peer is asked first whether it reads what we read.

    Raises: SystemExit, where one does not; its time would mean nothing.
    """
    sound = documents.sound_files()
    reports = [giar_lark.parse(giar_lark.read(path)).report for path in files]
    rows = [documents.table_rows(report) for report in reports]
    given = {"text": list(map(documents.normalised, reports)), "page": list(map(documents.page, rows))}
    raw, script, peers = [path.read_text("utf-8") for path in files], make_script(words()), all_peers()
    jobs: dict[str, Job] = {
        "limit": lambda: [_limit(path) for path in files],
        "ours": lambda: [giar_lark.parse(giar_lark.read(path)) for path in files],
        "sound limit": lambda: [_limit(path) for path in sound],
        "rules": lambda: [giar_lark.check(giar_lark.read(path)) for path in sound],
        "script": lambda: [script(path.read_text("utf-8")) for path in files],
    }
    for peer in peers:
        if peer.reader is not None:
            _must_read(peer, peer.reader, given[peer.reads], rows)
            jobs[peer.id] = partial(_read_all, peer.reader, given[peer.reads])
    times = interleaved(jobs, rounds)
    yield Figure("G1", times["ours"].over(times["limit"]), _spread(times["ours"], len(files)))
    yield Figure("G2", times["rules"].over(times["sound limit"]), _spread(times["rules"], len(sound)))
    yield from _fresh()
    for peer in peers:
        if peer.id == TREE_SITTER:
            continue
        figure = times[peer.id].over(times["ours"]) if peer.id in times else None
        note = f"rows of table 3 from {'normalised text' if peer.reads == 'text' else 'a page of plain tables'}"
        yield Figure(f"G3-{peer.id}", figure, note if figure is not None else "not installed")
    sitter = times.get(TREE_SITTER)
    yield Figure(
        "G4", times["ours"].over(sitter) if sitter else None, "table 3" if sitter else "needs tree-sitter and cc"
    )
    right = sum(set(script(text)) == set(wanted) for text, wanted in zip(raw, rows, strict=True))
    yield Figure("G5", times["ours"].over(times["script"]), f"the script is right on {right} of {len(files)}")


def _fresh() -> Iterator[Figure]:
    """G1 and G2 on reports that come once: what is remembered of one helps with the next only as far as they are alike."""
    files = documents.fresh_files(_FRESH_REPORTS)
    for path in documents.sound_files():
        giar_lark.check(giar_lark.read(path))
    limit = min(_once(_limit, files) for _ in range(3))
    half = len(files) // 2
    parsed = _once(lambda path: giar_lark.parse(giar_lark.read(path)), files[:half]) * len(files) / half
    checked = _once(lambda path: giar_lark.check(giar_lark.read(path)), files[half:]) * len(files) / (len(files) - half)
    yield Figure("G1-fresh", parsed / limit, f"{half} reports, each in another layout")
    yield Figure("G2-fresh", checked / limit, f"{len(files) - half} reports, each in another layout")


def _once(job: Callable[[Path], object], files: list[Path]) -> float:
    start = time.process_time()
    for path in files:
        job(path)
    return time.process_time() - start


def _must_read(peer: Peer, reader: Reader, texts: list[str], rows: list[list[Row]]) -> None:
    if [reader(text) for text in texts] != rows:
        raise SystemExit(f"{peer.id} does not read the same rows")


def _limit(path: Path) -> list[str]:
    """What no reader can do without: read, decode, look at every character once."""
    return _SCAN.findall(path.read_bytes().decode("utf-8"))


def _read_all(reader: Reader, texts: list[str]) -> None:
    for text in texts:
        reader(text)


def _spread(times: Timings, count: int) -> str:
    return f"median {times.median / count * 1e6:.0f} us, least {times.least / count * 1e6:.0f} us a report"
