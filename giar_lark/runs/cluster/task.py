"""What a machine of the cluster does: it says that it has begun, and then gives the part of some documents."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from giar_lark import __version__
from giar_lark.containers.document import Document
from giar_lark.lang import Text
from giar_lark.lean.records import dataclass, replace
from giar_lark.runs.chunk import Chunk, Item, Manner
from giar_lark.runs.part import Part
from giar_lark.runs.trouble import EngineError
from giar_lark.runs.worker import Fence, warm_up, worked
from giar_lark.stores.trouble import StoreError


@dataclass(frozen=True, slots=True)
class Task:
    """A stretch of the documents of a chunk, by their places in it, and how often it was lost before."""

    chunk: Chunk
    places: range
    losses: int = 0

    @property
    def items(self) -> tuple[Item, ...]:
        """Its documents."""
        return self.chunk.items[self.places.start : self.places.stop]

    def again(self) -> Task:
        """The same once more."""
        return replace(self, losses=self.losses + 1)

    def split(self) -> Iterator[Task]:
        """Each of its documents by itself."""
        return (Task(self.chunk, range(place, place + 1)) for place in self.places)


def sent(items: Sequence[Item]) -> list[Item]:
    """The documents as another process finds them, whose working folder is another one.

    What is gone here too is told of: it would be missed there, and the machine blamed for it.
    """
    return [replace(one, document=_absolute(one.document)) for one in items]


def _absolute(document: Document) -> Document:
    if document.held is not None:
        return document
    if document.data is None and not os.path.lexists(document.file):
        return document.loaded()
    return replace(document, file=os.path.abspath(document.file))


def answers(items: Sequence[Item], manner: Manner, fence: Fence) -> Iterator[Part | None]:
    """None as soon as work begins, by which its time counts from there and not from when it was queued; then the part.

    Raises: EngineError, where this machine would say something else of the documents than the one that has sent them.
    """
    _same_here(items, manner)
    _begin(fence)
    yield None
    yield worked(items, manner, replace(fence, memory_bytes=None))


def _same_here(items: Sequence[Item], manner: Manner) -> None:
    if manner.version != __version__:
        raise EngineError(
            Text(
                f"集群上的 giar-lark 是 {__version__} 版，这里是 {manner.version} 版；请装成一样的",
                f"the cluster has giar-lark {__version__}, and this machine {manner.version}; install the same on both",
            )
        )
    for item in items:
        document = item.document
        if document.held is not None:
            _reaches(document.held.address)
        elif document.data is None and document.remark is None and not os.path.lexists(document.file):
            raise EngineError(
                Text(
                    f"集群的机器上没有 {document.file}；请把文件放到各机器都能读的文件夹",
                    f"the cluster has no {document.file}; put the files where every machine can read them",
                )
            )


def _reaches(address: str) -> None:
    """Stop where a machine lacks the driver for a store, instead of calling all that is in it unreadable."""
    from giar_lark.stores.reach import reached

    try:
        reached(address)
    except StoreError as error:
        reason, help = error.reason, error.help
        text = Text(f"集群的机器上{reason.zh}；{help.zh}", f"on a machine of the cluster {reason.en}; {help.en}")
        raise EngineError(text) from None


@cache
def _begin(fence: Fence) -> None:
    """Make a worker ready, once. What it may take comes on top of what Ray has taken in it."""
    if fence.memory_bytes is not None:
        _limit_memory(fence.memory_bytes)
    warm_up()


def _limit_memory(more: int) -> None:
    with suppress(ImportError, ValueError, OSError, StopIteration):
        import resource

        status = Path("/proc/self/status").read_text("utf-8").splitlines()
        taken = next(int(line.split()[1]) << 10 for line in status if line.startswith("VmData:"))
        most = taken + more
        # not the address space, as in other workers: the memory that all workers share counts for that
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
