"""What a document costs, by format and step, and what that comes to for ten million.

`python benchmarks/cost.py [FOLDER]` prints it as docs/scale.md has it, `python benchmarks/cost.py --write` writes it there.

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
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import documents
from ten_million import Cost, Front, page, write_into

import giar_lark
from giar_lark.containers.documents import open_document
from giar_lark.containers.files import files_behind
from giar_lark.containers.reading import USUAL
from giar_lark.lean.later import Later
from giar_lark.outcomes.outcome import Outcome
from giar_lark.pipeline import check, parse
from giar_lark.readers.pdf.reading import read_document
from giar_lark.runs.assembly import assemble
from giar_lark.runs.chunk import Item, Manner, run_chunk
from giar_lark.runs.folder import RunFolder
from giar_lark.runs.inventory import Inventory
from giar_lark.runs.output import Output
from giar_lark.runs.plan import CHUNK_DOCUMENTS, Plan, listed
from giar_lark.runs.worker import warm_up
from giar_lark.settings.config import Config
from giar_lark.write.document import document_of
from giar_lark.write.docx import docx_file
from giar_lark.write.html import html_page

_MANNER = Manner(long=False, version=giar_lark.__version__, run="0" * 16)
_REPORTS = 20
_ROUNDS = 3
_PAGES = 100
_ROWS_TOGETHER = 20
_PAGE = Path(__file__).parents[1] / "docs" / "scale.md"
T = TypeVar("T")


def main(argument: str | None = None) -> None:
    """Print the means of each format and the arithmetic, or write them into the page."""
    folder = None if argument == "--write" else argument
    with tempfile.TemporaryDirectory() as made:
        files = sorted(Path(folder).rglob("*.*")) if folder else list(_written(Path(made)))
        warm_up()
        costs: dict[str, list[Cost]] = defaultdict(list)
        lines: list[str] = []
        for file in files:
            cost, line = _cost(file)
            costs[file.suffix].append(cost)
            lines.append(line)
        counts = {ending: len(each) for ending, each in costs.items()}
        text = page({ending: _mean(each) for ending, each in costs.items()}, counts, _front(files, lines, Path(made)))
    if argument == "--write":
        write_into(_PAGE, text)
    else:
        print(text)


def _mean(each: list[Cost]) -> Cost:
    return Cost(*map(statistics.fmean, zip(*each, strict=True)))._replace(slowest=max(one.whole for one in each))


def _front(files: Sequence[Path], lines: Sequence[str], folder: Path) -> Front:
    """What the process in front has to do, for one of each."""
    looking, _ = _best(lambda: listed(files_behind(list(map(str, files))).found, USUAL))
    plan = Plan(version="", inputs="", configuration="", documents=CHUNK_DOCUMENTS, shard="1/1", chunk=CHUNK_DOCUMENTS)
    run = RunFolder(str(folder / "a.csv"))
    run.begin(plan, Inventory((), ()))
    many = [lines[at % len(lines)] for at in range(CHUNK_DOCUMENTS)]
    saving, _ = _best(lambda: run.save(0, range(CHUNK_DOCUMENTS), many))
    rows = many * _ROWS_TOGETHER
    each = [
        _best(lambda ending=ending: assemble(rows, Output(path=str(folder / f"a.{ending}"), long=False), str))[0]  # type: ignore[misc]
        for ending in ("csv", "parquet")
    ]
    return Front(looking / len(files), saving, max(each) / len(rows))


def _cost(file: Path) -> tuple[Cost, str]:
    """The steps by themselves, and the whole, which is what a run does; the first reading of the document counts. Its line.

    A PDF is read by a process beside this one, which lives on: the same work is done here to see what it costs.
    """
    item = Item(1, open_document(file), Config())
    whole, part = _timed(lambda: run_chunk([item], _MANNER))
    read, source = _best(lambda: open_document(file).read())
    beside = _best(lambda: read_document(file.read_bytes(), _PAGES))[0] if file.suffix == ".pdf" else 0.0
    parsing, _ = _best(lambda: parse(source))
    checking, checked = _best(lambda: check(source, Config()))
    outcome = Outcome(path=str(file), source=source, read=Later.of(checked.report), findings=checked.findings)
    assert outcome.report.template, f"{file} is not read as a report"
    line, size = part.lines[0], file.stat().st_size
    extracting = whole - read - checking
    whole += beside
    return Cost(read + beside, parsing, checking - parsing, extracting, whole, whole, size, len(line.encode())), line


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
