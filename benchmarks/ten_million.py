"""What measured costs come to for ten million reports, as the part of docs/scale.md between its two marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

BEGIN, END = "<!-- written by benchmarks/cost.py -->\n", "<!-- end of what is written -->\n"
_NAMES = {".txt": "text", ".html": "HTML", ".docx": "DOCX", ".pdf": "PDF (of LibreOffice)"}
# documents of each format, in millions
_MILLIONS = {".html": 6.0, ".docx": 3.0, ".pdf": 0.5, ".txt": 0.5}
_CHUNK = 64
_BUSY = 0.85


class Cost(NamedTuple):
    """CPU milliseconds of a document in each step and in the whole shard function, and the bytes in and out."""

    read: float
    parse: float
    check: float
    extract: float
    whole: float
    slowest: float
    file: float
    line: float


class Front(NamedTuple):
    """CPU milliseconds of the process in front: to look at a file, to save a part, to put a row together."""

    look: float
    save: float
    row: float


def page(costs: Mapping[str, Cost], counts: Mapping[str, int], front: Front) -> str:
    """The table of costs and the arithmetic."""
    rows = [_row(_NAMES.get(ending, ending), counts[ending], cost) for ending, cost in costs.items()]
    head = ("format", "documents", "read", "parse", "check", "extract", "**whole**", "slowest", "file", "line")
    return "\n".join([*_table(head, rows), "", *_in_front(front), "", *_arithmetic(costs, front), ""])


def write_into(file: Path, text: str) -> None:
    """Put the part in place of the one that is there."""
    before, _, rest = file.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    file.write_text(f"{before}{BEGIN}{text}{END}{after}", "utf-8")


def _row(name: str, count: int, cost: Cost) -> Sequence[str]:
    times = [f"{time:.1f}" for time in cost[:4]]
    return name, str(count), *times, f"**{cost.whole:.1f} ms**", f"{cost.slowest:.0f}", _kb(cost.file), _kb(cost.line)


def _in_front(front: Front) -> list[str]:
    return [
        f"The process in front of the others takes {front.look:.2f} ms to look at a file, {front.save:.2f} ms to write down "
        f"a chunk of {_CHUNK}, and meanwhile {front.row:.2f} ms to put a row into CSV or Parquet (the dearer of the two)."
    ]


def _arithmetic(costs: Mapping[str, Cost], front: Front) -> list[str]:
    mix = {ending: millions for ending, millions in _MILLIONS.items() if ending in costs}
    seconds = sum(millions * costs[ending].whole * 1e3 for ending, millions in mix.items())
    sum_of = " + ".join(f"{millions:g}M × {costs[ending].whole:.1f} ms" for ending, millions in mix.items())
    documents = sum(mix.values()) * 1e6
    read = sum(millions * costs[ending].file for ending, millions in mix.items()) / 1e3
    lines = sum(millions * costs[ending].line for ending, millions in mix.items()) / 1e3
    chunk = seconds / documents * _CHUNK
    kept_busy = chunk * 1e3 / ((front.look + front.row) * _CHUNK + front.save)
    rows = [
        ("processor hours", f"{seconds / 3600:,.0f}"),
        (f"on 64 processors, at {_BUSY:.0%}", _time(seconds / 64 / _BUSY)),
        (f"on 512 processors, at {_BUSY:.0%} (by shards)", _time(seconds / 512 / _BUSY)),
        ("to be read", f"{read:,.0f} GB"),
        (f"parts, until the run is at its end, in {documents / _CHUNK:,.0f} chunks of {_CHUNK}", f"{lines:,.0f} GB"),
        ("putting together beside the work, in one process, or in each of 64 shards", f"{_time(documents * front.row / 1e3)}, {_time(documents * front.row / 64e3)}"),
        (f"a chunk of {_CHUNK}", f"{chunk:.2f} s"),
        ("processors that one process in front keeps busy", f"{kept_busy:,.0f}"),
    ]  # fmt: skip
    return [
        f"Say {documents / 1e6:g} million, of which {', '.join(f'{count:g} million {_NAMES[name]}' for name, count in mix.items())}. "
        f"*Computed* from the table: `{sum_of} = {seconds:,.0f} s`.",
        "",
        *_table(("", f"computed for {documents / 1e6:g} million"), rows),
    ]


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    head = list(head)
    return [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows)]


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} seconds"
    return f"{seconds / 60:.0f} minutes" if seconds < 5400 else f"{seconds / 3600:.1f} hours"


def _kb(count: float) -> str:
    return f"{count / 1e3:.1f} kB"
