"""A worker of the pool: it begins warm, and is ended from outside where a document takes too long or too much memory."""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
from collections.abc import Sequence
from contextlib import suppress
from typing import TypeVar

from giar_lark.containers.ahead import converted_together, takes_a_program
from giar_lark.containers.document import Document
from giar_lark.containers.fetched import fetched_ahead
from giar_lark.lean.garbage import look_seldom
from giar_lark.lean.records import dataclass, replace
from giar_lark.lean.resources import read_sample
from giar_lark.pipeline import check
from giar_lark.readers.read import read_bytes
from giar_lark.runs.chunk import Item
from giar_lark.runs.work import Work

# what a worker that has run out of memory ends with
NO_MEMORY_CODE = 77
R = TypeVar("R")
# of the time for a document, what a program beside this one may take: it is ended first, so that none is left behind
_SHARE_BESIDE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
    """What a document may take. Units: seconds by the clock, bytes of address space of the worker."""

    seconds: float = 10.0
    memory_bytes: int | None = 4 << 30


def begin() -> None:
    """Make a worker ready: what all documents need is loaded, and never looked at again by the garbage collector."""
    warm_up()


def warm_up() -> None:
    """Load what the first report would load, and look for garbage as seldom as the program does."""
    look_seldom()
    check(read_bytes(read_sample("2021").encode(), "-"))
    gc.collect()
    gc.freeze()


def worked(items: Sequence[Item], work: Work[R], fence: Fence) -> R:
    """What comes of some documents. The worker ends, and with it what it has done, where one of them goes beyond the fence.

    The time of a document that is alone is watched from outside: that tells what has happened.
    """
    fences = iter([_own(item, fence, alone=len(items) == 1) for item in items])
    try:
        with fetched_ahead(converted_together([_within(item, fence) for item in items])) as documents:
            ready = [replace(item, document=document) for item, document in zip(items, documents, strict=True)]
            return work.run_on(ready, lambda: _stand_in(next(fences)))
    except MemoryError:
        os._exit(NO_MEMORY_CODE)
    finally:
        _stand_in(None)


def seconds_of(item: Item, fence: Fence) -> float:
    """How long a document may take: where another program converts it, that has its own limit, which comes on top."""
    more = item.document.limits.seconds if takes_a_program(item.document) else 0
    return fence.seconds + more


def _within(item: Item, fence: Fence) -> Document:
    """A document; a program that reads beside this one is ended before this one is."""
    document, limits = item.document, item.document.limits
    if takes_a_program(document):
        return document
    seconds = min(limits.seconds, max(1, int(fence.seconds * _SHARE_BESIDE)))
    return replace(document, limits=replace(limits, seconds=seconds))


def _own(item: Item, fence: Fence, *, alone: bool) -> Fence:
    """The fence around one document. A program that converts it would have no more memory than this process may take."""
    memory = None if takes_a_program(item.document) else fence.memory_bytes
    return Fence(seconds=seconds_of(item, fence) * (2 if alone else 1), memory_bytes=memory)


def _stand_in(fence: Fence | None) -> None:
    """Let the system keep a fence around this process, in place of the one before; None for none."""
    _end_after(0 if fence is None else fence.seconds)
    with suppress(ImportError, ValueError, OSError):
        import resource

        most = resource.RLIM_INFINITY if fence is None or fence.memory_bytes is None else fence.memory_bytes
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _end_after(seconds: float) -> None:
    """End this process then; 0 for never. Nothing is raised: what was interrupted half-way might else be gone on with."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
    elif seconds:
        faulthandler.dump_traceback_later(seconds, exit=True)
    else:
        faulthandler.cancel_dump_traceback_later()
