"""The check of documents in processes beside this one: what comes of them is the same, in the same order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from giar_lark.cli.checking.result import Done
from giar_lark.containers.document import Document
from giar_lark.outcomes.fault import Fault
from giar_lark.runs.checking import Checking
from giar_lark.runs.chunk import Chunk, Item
from giar_lark.runs.pool import pooled_in_order
from giar_lark.runs.worker import Fence

if TYPE_CHECKING:
    from giar_lark.cli.configuration import Configuration

# small, so that the first findings are soon there
_CHUNK_DOCUMENTS = 16
# or so many bytes out of containers, which wait in memory
_CHUNK_BYTES = 4 << 20
# no report takes so long, however large: this is for what never ends
_FENCE = Fence(seconds=120.0)


def checked_beside(
    documents: Iterable[Document | Fault], settings: Configuration, jobs: int, *, relates: bool
) -> Iterator[Done | Fault]:
    """Documents with what has come of them, in their order. A document that ends or halts its process is a fault."""
    planned = _Planned(settings)
    chunks = planned.chunks(documents)
    for chunk, results in pooled_in_order(chunks, Checking(relates), jobs, _FENCE):
        for item, result in zip(chunk.items, results, strict=True):
            yield from planned.faults_before(item.number)
            yield result if isinstance(result, Fault) else Done(item.document, result)
    yield from planned.faults_before(planned.count + 1)


class _Planned:
    """The documents of a run in chunks, and the faults that were met in listing them."""

    def __init__(self, settings: Configuration) -> None:
        self._settings = settings
        self.count = 0
        self._faults: deque[tuple[int, Fault]] = deque()

    def chunks(self, documents: Iterable[Document | Fault]) -> Iterator[Chunk]:
        """Chunks of documents, as they come."""
        items: list[Item] = []
        size, number = 0, 0
        for one in documents:
            if isinstance(one, Fault):
                self._faults.append((self.count, one))
                continue
            self.count += 1
            items.append(Item(self.count, one, self._settings.of(one.file)))
            size += len(one.data or b"")
            if len(items) == _CHUNK_DOCUMENTS or size > _CHUNK_BYTES:
                yield Chunk(number, tuple(items))
                items, size, number = [], 0, number + 1
        if items:
            yield Chunk(number, tuple(items))

    def faults_before(self, number: int) -> Iterator[Fault]:
        """The faults that were met in front of a document, each once."""
        while self._faults and self._faults[0][0] < number:
            yield self._faults.popleft()[1]
