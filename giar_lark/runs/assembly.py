"""The lines of a run to its files: the dataset, what its columns mean, the manifest, and what has failed."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path

from giar_lark.extract.files import write_dictionary
from giar_lark.extract.row import record_of
from giar_lark.extract.schema import columns_of
from giar_lark.runs.dataset import dataset
from giar_lark.runs.entry import Entry, Status
from giar_lark.runs.part import line_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """Where the files of a run are, and how the dataset is laid out."""

    path: Path
    long: bool
    by_year: bool = False
    part_name: str = "part-0"

    @property
    def manifest(self) -> Path:
        """A line a document."""
        return self._beside("manifest.jsonl")

    @property
    def quarantine(self) -> Path:
        """A line for each document that was given up."""
        return self._beside("quarantine.jsonl")

    @property
    def dictionary(self) -> Path:
        """What the columns mean."""
        return self.path.with_name(f"{self.path.stem}.dictionary.csv")

    def _beside(self, what: str) -> Path:
        return self.path.with_name(f"{self.path.name}.{what}")


def assemble(lines: Iterable[str], output: Output, reproduce: Callable[[str], str]) -> Counter[Status]:
    """Write the files of a run, a line in memory at a time; what became of how many documents.

    `reproduce` is the command that does a document again by itself.
    """
    columns = columns_of(output.long)
    counts = Counter[Status]()
    with (
        dataset(output.path, columns, by_year=output.by_year, name=output.part_name) as records,
        _text(output.manifest) as manifest,
        _text(output.quarantine) as quarantine,
    ):
        for text in lines:
            entry, rows = line_of(text)
            records.write([record_of(row, columns) for row in rows])
            manifest.write(f"{entry.to_json()}\n")
            counts[entry.status] += 1
            if entry.status.has_failed:
                quarantine.write(f"{_again(entry, reproduce(entry.name))}\n")
    if not any(status.has_failed for status in counts):
        output.quarantine.unlink()
    write_dictionary(output.path, columns)
    return counts


def _again(entry: Entry, command: str) -> str:
    told = {"id": entry.id, "name": entry.name, "status": entry.status, "reason": entry.reason, "reproduce": command}
    return json.dumps(told, ensure_ascii=False)


@contextmanager
def _text(path: Path) -> Iterator[TextIOWrapper]:
    """A text that takes its place when it is whole."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
