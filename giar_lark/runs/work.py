"""What is done with documents, wherever it is done: a chunk at a time, to a result that says what has come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from giar_lark.runs.chunk import Item
    from giar_lark.runs.entry import Status

# the reason of a document that takes more memory than it may
NO_MEMORY = "MemoryError"
R = TypeVar("R")


class Work(Protocol[R]):
    """A pure function of documents. It is plain data, as its results are: both go from process to process."""

    def run_on(self, items: Sequence[Item], begin: Callable[[], None]) -> R:
        """What comes of some documents; `begin` is called in front of each.

        A fault of the program in one of them is told in the result. Raises: MemoryError, which may be another's doing.
        """
        ...

    def lost(self, item: Item, status: Status, reason: str, seconds: float) -> R:
        """What comes of a document that was given up."""
        ...

    def joined(self, parts: Iterable[R]) -> R:
        """What comes of stretches of documents, as of all of them together."""
        ...
