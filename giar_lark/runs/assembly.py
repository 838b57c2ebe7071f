"""The lines of a run to its files: the dataset, what its columns mean, the manifest, and what has failed."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

from giar_lark.extract.files import write_dictionary
from giar_lark.extract.schema import columns_of
from giar_lark.runs.dataset import dataset
from giar_lark.runs.entry import Entry, Status
from giar_lark.runs.output import Output, made_here
from giar_lark.runs.part import line_of


def assemble(lines: Iterable[str], output: Output, reproduce: Callable[[str], str]) -> Counter[Status]:
    """Write the files of a run, a line in memory at a time; what became of how many documents. Where lines do not come to
    their end, nothing is written.

    `reproduce` is the command that does a document again by itself. Raises: StoreError, where they cannot be put there.
    """
    with made_here(output) as here:
        return _assembled(lines, here, reproduce)


def _assembled(lines: Iterable[str], output: Output, reproduce: Callable[[str], str]) -> Counter[Status]:
    columns = columns_of(output.long)
    counts = Counter[Status]()
    path, quarantined = Path(output.path), Path(output.quarantine)
    with _text(Path(output.manifest)) as manifest:  # the last to take its place: who sees it sees the others
        rows_to = dataset(path, columns, by_year=output.by_year, name=output.part_name)
        with _text(quarantined) as quarantine, rows_to as written:
            for text in lines:
                entry, rows = line_of(text)
                written.write(rows)
                manifest.write(f"{entry.to_json()}\n")
                counts[entry.status] += 1
                if entry.status.has_failed:
                    quarantine.write(f"{_again(entry, reproduce(entry.name))}\n")
        write_dictionary(path, columns)
    if not any(status.has_failed for status in counts):
        quarantined.unlink()
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
