"""What a document costs, by format and step, for the arithmetic of docs/scale.md: `python benchmarks/cost.py [FOLDER]`.

Without a folder twenty reports of the corpus are written as text, HTML and DOCX, and as PDF where LibreOffice is installed.
Each document is read once, as in a large run: what is remembered of one helps with the next only as far as they are alike.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

import documents

import giar_lark
from giar_lark.config import Config
from giar_lark.containers.documents import open_document
from giar_lark.outcome import Outcome
from giar_lark.pipeline import check, parse
from giar_lark.readers.pdf.reading import read_document
from giar_lark.runs.chunk import Item, Manner, run_chunk
from giar_lark.runs.worker import warm_up
from giar_lark.write.document import document_of
from giar_lark.write.docx import docx_file
from giar_lark.write.html import html_page

_MANNER = Manner(long=False, version=giar_lark.__version__, run="0" * 16)
_REPORTS = 20
_ROUNDS = 3
_PAGES = 100
T = TypeVar("T")


class Cost(NamedTuple):
    """CPU milliseconds of a document in each step and in the whole shard function, and the bytes in and out."""

    read: float
    parse: float
    check: float
    whole: float
    file: float
    line: float


def main(folder: str | None = None) -> None:
    """Print a table: the mean of each format, and the slowest document of it."""
    with tempfile.TemporaryDirectory() as made:
        files = sorted(Path(folder).rglob("*.*")) if folder else list(_written(Path(made)))
        warm_up()
        costs: dict[str, list[Cost]] = defaultdict(list)
        for file in files:
            costs[file.suffix].append(_cost(file))
        print("format  documents  read ms  parse ms  check ms  extract ms  whole ms  slowest ms  file kB  line kB")
        for ending, each in costs.items():
            print(_row(ending, each))


def _row(ending: str, each: list[Cost]) -> str:
    mean = Cost(*map(statistics.fmean, zip(*each, strict=True)))
    extract = mean.whole - mean.read - mean.parse - mean.check
    slowest = max(one.whole for one in each)
    times = (mean.read, mean.parse, mean.check, extract, mean.whole, slowest, mean.file / 1e3, mean.line / 1e3)
    return f"{ending:<7} {len(each):>9}" + "".join(f"{time:>11.2f}" for time in times)


def _cost(file: Path) -> Cost:
    """The steps by themselves, and the whole, which is what a run does; the first reading of the document counts.

    A PDF is read by a process beside this one, which lives on: the same work is done here to see what it costs.
    """
    item = Item(1, open_document(file), Config())
    whole, part = _timed(lambda: run_chunk([item], _MANNER))
    read, source = _best(lambda: open_document(file).read())
    beside = _best(lambda: read_document(file.read_bytes(), _PAGES))[0] if file.suffix == ".pdf" else 0.0
    parsing, _ = _best(lambda: parse(source))
    checking, checked = _best(lambda: check(source, Config()))
    outcome = Outcome(path=str(file), source=source, report=checked.report, findings=checked.findings)
    assert outcome.report.template, f"{file} is not read as a report"
    return Cost(
        read + beside, parsing, checking - parsing, whole + beside, file.stat().st_size, len(part.lines[0].encode())
    )


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    start = _cpu()
    done = work()
    return (_cpu() - start) * 1e3, done


def _cpu() -> float:
    """The CPU seconds so far, those of programs that have ended included."""
    each = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in each)


def _best(work: Callable[[], T]) -> tuple[float, T]:
    return min((_timed(work) for _ in range(_ROUNDS)), key=lambda one: one[0])


def _written(folder: Path) -> Iterator[Path]:
    """The reports of the corpus in each format."""
    for text in documents.fresh_files(_REPORTS):
        source = giar_lark.read(text)
        document = document_of(parse(source).report, source.text)
        for ending, data in {
            "txt": text.read_bytes(),
            "html": html_page(document).encode(),
            "docx": docx_file(document),
        }.items():
            file = folder / f"{text.parent.name}.{ending}"
            file.write_bytes(data)
            yield file
    yield from _as_pdf(folder)


def _as_pdf(folder: Path) -> Iterator[Path]:
    office = shutil.which("soffice")
    if office is None:
        print("PDF is skipped: LibreOffice is not installed", file=sys.stderr)
        return
    words = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    texts = [str(file) for file in sorted(folder.glob("*.docx"))]
    out = folder / "pdf"
    subprocess.run([*words, "--outdir", str(out), *texts], capture_output=True, check=True)
    yield from sorted(out.glob("*.pdf"))


if __name__ == "__main__":
    main(*sys.argv[1:2])
