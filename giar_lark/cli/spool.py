"""Checked documents on disk while others are read: of some thousands, memory would hold the texts of all."""

from __future__ import annotations

import pickle
import zlib
from tempfile import SpooledTemporaryFile
from typing import NamedTuple

from giar_lark.outcome import Outcome

# a few hundred documents stay in memory
_IN_MEMORY_BYTES = 4 << 20
# packing must cost no time to speak of
_FASTEST = 1


class Slot(NamedTuple):
    """Where a document is kept."""

    start: int
    size: int


class Spool:
    """A nameless file that is gone with the program. Standard input cannot be read twice, and a file may change meanwhile."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._file = SpooledTemporaryFile(_IN_MEMORY_BYTES)  # noqa: SIM115
        self._end = 0

    def close(self) -> None:
        """Give everything up."""
        self._file.close()

    def put(self, outcome: Outcome) -> Slot:
        """Keep a document."""
        data = zlib.compress(pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL), _FASTEST)
        slot = Slot(self._end, len(data))
        self._file.seek(slot.start)
        self._file.write(data)
        self._end += slot.size
        return slot

    def get(self, slot: Slot) -> Outcome:
        """A document that was kept."""
        self._file.seek(slot.start)
        outcome: Outcome = pickle.loads(zlib.decompress(self._file.read(slot.size)))
        return outcome
