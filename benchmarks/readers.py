"""Read speed beside other libraries, and memory on a page of 100 MB. Usage: python benchmarks/readers.py [--table FILE].

The peers only take the texts of the cells, or what they make of a document; ours gives the report's text with the place of
each piece. The jobs of a format take turns, and each figure is the ratio of a peer's time to ours in the same rounds.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from readers_beside import PEERS, Peer
from timing import interleaved

from giar_lark import Limits, read

_REPORT = Path(__file__).parent.parent / "corpus" / "reports" / "county-bureau-2023"
_FORMATS = {"docx": "source.docx", "html": "source.tidy.html", "word.html": "source.word.html"}
_MEGABYTES = 100
# what is run in a process of its own, so that its peak is its own; the bare one says what the libraries take by themselves
_PEAK = """
import sys, pathlib
sys.path.insert(0, sys.argv[1])
from readers_beside import PEERS
from giar_lark import Limits, read
data = pathlib.Path(sys.argv[3]).read_bytes()
jobs = {peer.name: peer.job for peer in PEERS}
if sys.argv[2] == "giar-lark":
    assert "行政规范性文件" in read(data, limits=Limits(file_bytes=1 << 30, expanded_bytes=1 << 31)).text
elif sys.argv[2] != "bytes":
    jobs[sys.argv[2]](data)
print(next(row.split()[1] for row in open("/proc/self/status") if row.startswith("VmHWM")))
"""


def main() -> None:
    """Measure, print each row as soon as it is known, and write the table if asked to."""
    parser = argparse.ArgumentParser(description="Read speed and memory beside other libraries.")
    parser.add_argument("--rounds", type=int, default=9, help="interleaved rounds (default: 9)")
    parser.add_argument("--table", type=Path, metavar="FILE", help="write the table as Markdown")
    options = parser.parse_args()
    lines = []
    for line in _lines(options.rounds):
        print(line, flush=True)
        lines.append(line)
    if options.table:
        options.table.write_text("\n".join((*lines, "")), encoding="utf-8")


def _lines(rounds: int) -> Iterator[str]:
    yield f"Python {platform.python_version()}, report `{_REPORT.name}`, medians of {rounds} rounds"
    yield from ("", "| format | library | time / ours |", "|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for format, data in _documents(Path(folder)):
            yield from _speeds(format, data, rounds)
        yield from ("", f"| page of {_MEGABYTES} MB | peak / size of the page |", "|---|---|")
        yield from _peaks(Path(folder) / "large.html")


def _documents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The report in each format; as PDF where LibreOffice is there to print it."""
    for format, name in _FORMATS.items():
        yield format, (_REPORT / name).read_bytes()
    program = shutil.which("soffice")
    if program is not None:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        convert = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        subprocess.run([*convert, str(_REPORT / "source.docx")], check=True, capture_output=True, timeout=120)
        yield "pdf", (folder / "source.pdf").read_bytes()


def _speeds(format: str, data: bytes, rounds: int) -> Iterator[str]:
    peers = [peer for peer in PEERS if format.endswith(peer.format)]
    jobs: dict[str, Callable[[], object]] = {"giar-lark": _ours(format, data)}
    jobs |= {peer.name: partial(peer.job, data) for peer in peers if peer.is_installed}
    timings = interleaved(jobs, rounds)
    for peer in peers:
        ratio = f"{timings[peer.name].over(timings['giar-lark']):.2f}" if peer.name in timings else "absent"
        yield f"| {format} | {peer.name} {_version(peer)} | {ratio} |"


def _ours(format: str, data: bytes) -> Callable[[], object]:
    """Our reader; that of PDF in this process, for only what this process does is timed."""
    if format == "pdf":
        from giar_lark.readers.pdf.reading import read_document

        return partial(read_document, data, Limits().pages)
    return partial(read, data)


def _peaks(path: Path) -> Iterator[str]:
    """Peak memory of a whole process over that of one that only holds the bytes of the page."""
    _write_large(path)
    size = path.stat().st_size
    bare = _peak("bytes", path) - size
    for name in ("giar-lark", *(peer.name for peer in PEERS if peer.format == "html" and peer.on_large_pages)):
        yield f"| {name} | {(_peak(name, path) - bare) / size:.1f} |"


def _write_large(path: Path) -> None:
    """The report in a page whose list of links makes it so large."""
    page = (_REPORT / _FORMATS["html"]).read_bytes()
    head, body, rest = page.partition(b"<body>")
    link = '<li><a href="/zwgk/content/post_{0}.html" title="通知公告{0}">关于通知公告第{0}号的说明</a></li>\n'
    with path.open("wb") as file:
        file.write(head + body + b"<ul>")
        number = 0
        while file.tell() < _MEGABYTES * 1_000_000:
            file.write("".join(link.format(at) for at in range(number, number + 1000)).encode())
            number += 1000
        file.write(b"</ul>" + rest)


def _peak(name: str, path: Path) -> int:
    command = [sys.executable, "-c", _PEAK, str(Path(__file__).parent), name, str(path)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout) * 1024


def _version(peer: Peer) -> str:
    try:
        return version(peer.name)
    except PackageNotFoundError:
        return ""


if __name__ == "__main__":
    main()
