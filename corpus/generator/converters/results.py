"""A report through all converters: its sources and their texts into its folder, and a ledger of how each was made."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.converters.converter import Converter, NotInstalledError
from generator.converters.office import office_version, print_pdfs
from generator.converters.registry import CONVERTERS
from generator.converters.sources import SOURCES, probes, source_files
from generator.converters.worker import ConversionError, converted_apart
from generator.report import read_report

LEDGER = "converted.json"
_ENDINGS = {"docx": ".docx", "tidy": ".html", "word": ".html"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one converter made of one input: the text, and how it was made (an entry of the ledger)."""

    text: str
    entry: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The files of one input: the report first, then its probes, whose rows are named; `cells` of the report, as written."""

    paths: Sequence[Path]
    rows: Sequence[str]
    cells: Sequence[str]


def convert_report(folder: Path) -> None:
    """Write the sources of the report in a folder, their texts and the ledger; what is skipped is said on stderr.

    What a skipped converter made before stays, if the report is still the same.
    """
    spec = read_report(folder / "report.toml")
    sources = source_files(spec)
    before = _kept(folder, sources)
    with TemporaryDirectory() as scratch:
        tried = list(probes(spec))
        files = [sources, *(probe.files for probe in tried)]
        cells = [value.raw for value in spec.numbers.cells.values()]
        made = _converted(_batches(files, [probe.row for probe in tried], cells, Path(scratch)))
    for name, data in sources.items():
        (folder / SOURCES[name]).write_bytes(data)
    ledger: dict[str, Any] = {}
    for name in _names():
        if name in made:
            (folder / name).write_text(made[name].text, encoding="utf-8", newline="")
            ledger[name] = made[name].entry
        elif name in before and (folder / name).is_file():
            ledger[name] = before[name]
        else:
            (folder / name).unlink(missing_ok=True)
    (folder / LEDGER).write_text(json.dumps(ledger, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _names() -> Iterable[str]:
    """The names of all texts, in the order of the ledger."""
    return (
        _name(source, converter)
        for source in (*SOURCES, "pdf")
        for converter in CONVERTERS
        if source in converter.tiers
    )


def _name(source: str, converter: Converter) -> str:
    return f"{source}.{converter.name}.txt"


def _kept(folder: Path, sources: Mapping[str, bytes]) -> dict[str, Any]:
    """The ledger as it is, if the sources of the report have not changed since."""
    files = {folder / SOURCES[name]: data for name, data in sources.items()}
    if not (folder / LEDGER).is_file() or any(not p.is_file() or p.read_bytes() != data for p, data in files.items()):
        return {}
    ledger: dict[str, Any] = json.loads((folder / LEDGER).read_text("utf-8"))
    return ledger


def _batches(
    files: Sequence[Mapping[str, bytes]], rows: Sequence[str], cells: Sequence[str], scratch: Path
) -> dict[str, Batch]:
    """The files on disk by input, and the PDF that LibreOffice prints of them, if it is there."""
    batches: dict[str, Batch] = {}
    for source in SOURCES:
        (scratch / source).mkdir()
        paths = [scratch / source / f"{number:03}{_ENDINGS[source]}" for number in range(len(files))]
        for path, file in zip(paths, files, strict=True):
            path.write_bytes(file[source])
        batches[source] = Batch(paths=paths, rows=rows, cells=cells)
    try:
        office_version()
        batches["pdf"] = Batch(paths=print_pdfs(batches["docx"].paths, scratch / "pdf"), rows=rows, cells=cells)
    except NotInstalledError as missing:
        _say(f"no PDF: {missing} is not installed")
    except subprocess.SubprocessError as error:
        _say(f"no PDF: {error}")
    return batches


def _converted(batches: Mapping[str, Batch]) -> dict[str, Outcome]:
    """The outcomes by the names of their files."""
    installed = _installed()
    jobs = [(source, converter) for source in batches for converter in installed if source in converter.tiers]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        outcomes = pool.map(lambda job: _outcome(job[0], job[1], batches[job[0]]), jobs)
        return {_name(*job): made for job, made in zip(jobs, outcomes, strict=True) if made is not None}


def _installed() -> list[Converter]:
    """The converters that can run here."""
    found = []
    for converter in CONVERTERS:
        try:
            converter.version()
            found.append(converter)
        except NotInstalledError as missing:
            _say(f"{converter.name} is skipped: {missing} is not installed")
    return found


def _outcome(source: str, converter: Converter, batch: Batch) -> Outcome | None:
    tier = converter.tiers[source]
    paths = batch.paths if tier in "AB" else batch.paths[:1]
    try:
        text, *tried = converted_apart(converter.name, paths)
    except ConversionError as error:
        _say(f"{source}.{error}")
        return None
    if str(batch.paths[0].parent) in text:
        raise ValueError(f"{_name(source, converter)} tells where the source stood")
    if _breaks_numbers(text, batch.cells):
        tier = max(tier, "C")
    printed = f"{office_version()} PDF + " if source == "pdf" else ""
    return Outcome(
        text=text,
        entry={
            "converter": converter.name,
            "version": printed + converter.version(),
            "input": source,
            "tier": tier,
            "undecidable": "all" if tier in "CD" else _same(text, tried, batch.rows),
        },
    )


def _breaks_numbers(text: str, cells: Sequence[str]) -> bool:
    """Whether a number stands whole less often in a text than in the cells: some column was too narrow for it."""
    plain = text.replace("\\", "")  # as in 418\.36, where Markdown is careful
    return any(
        len(re.findall(rf"(?<![\d,.]){re.escape(raw)}(?![\d,.])", plain)) < times
        for raw, times in Counter(cells).items()
        if len(raw) > 1 and re.fullmatch(r"[\d,.]+", raw)
    )


def _same(text: str, tried: Sequence[str], rows: Sequence[str]) -> list[str]:
    """The rows of which a probe gave the same text."""
    return list(dict.fromkeys(row for row, other in zip(rows, tried, strict=True) if other == text))


def _say(text: str) -> None:
    print(text, file=sys.stderr)
