"""Where the rows of a run go: a file, or a folder with a file for each year; there whole, or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from giar_lark.extract.files import YearFolders, sink_of
from giar_lark.extract.rows import Rows
from giar_lark.extract.schema import Column


class Written(Protocol):
    """What rows are written to."""

    def write(self, rows: Rows, /) -> None:
        """Add the rows of a document."""


@contextmanager
def dataset(path: Path, columns: Sequence[Column], *, by_year: bool, name: str) -> Iterator[Written]:
    """A dataset at a path, of the format of its ending. `name` is that of the files in folders of years."""
    if not by_year:
        with sink_of(path.suffix)(path, columns) as sink:
            yield sink
        return
    with _folder(path) as folder:
        years = YearFolders(folder, path.suffix, columns, name)
        try:
            yield years
        except BaseException as error:
            years.close(type(error))
            raise
        years.close()


@contextmanager
def _folder(path: Path) -> Iterator[Path]:
    """A new folder that takes the place of the old one when it is whole."""
    part, old = path.with_name(f".{path.name}.part"), path.with_name(f".{path.name}.old")
    for left in (part, old):
        shutil.rmtree(left, ignore_errors=True)
    part.mkdir()
    try:
        yield part
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    if path.exists():
        os.replace(path, old)
    os.replace(part, path)
    shutil.rmtree(old, ignore_errors=True)
