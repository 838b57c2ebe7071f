"""What a dataset is written into: a file that is there whole, or not at all."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from giar_lark.extract.rows import Rows
from giar_lark.extract.schema import Column


class Sink(ABC):
    """A file that grows document by document under another name, and takes its own when it is whole."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        """Begin a file. An old one is left as it is until the new one is whole."""
        self.path, self.columns = path, columns
        self.part = path.with_name(f".{path.name}.part")

    @abstractmethod
    def write(self, rows: Rows) -> None:
        """Add the rows of a document, with every column."""

    @abstractmethod
    def finish(self) -> None:
        """Write what is still held, and close the file."""

    @abstractmethod
    def discard(self) -> None:
        """Close the file without a care for what is in it."""

    def __enter__(self) -> Self:
        """Begin to write."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the file in its place; after an error, here or before, take away what there is of it."""
        try:
            if kind is None:
                self.finish()
                os.replace(self.part, self.path)
            else:
                self.discard()
        finally:
            self._take_away()

    def _take_away(self) -> None:
        """Let there be no part. A library may hold it open still: its room on the disk is given back before its name is."""
        with suppress(FileNotFoundError):
            os.truncate(self.part, 0)
            self.part.unlink()
