"""A worker of the pool: it begins warm, and is ended from outside where a document takes too long or too much memory."""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from giar_lark.check import check
from giar_lark.readers.read import read_bytes
from giar_lark.resources import read_sample
from giar_lark.runs.chunk import Item, Manner, run_chunk
from giar_lark.runs.part import Part

# what a worker that has run out of memory ends with
NO_MEMORY_CODE = 77
# of the time for a document, what a program beside this one may take: it is ended first, so that none is left behind
_SHARE_BESIDE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
    """What a document may take. Units: seconds by the clock, bytes of address space of the worker."""

    seconds: float = 10.0
    memory_bytes: int = 4 << 30


def begin(fence: Fence) -> None:
    """Make a worker ready: what all documents need is loaded, and never looked at again by the garbage collector."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (fence.memory_bytes, fence.memory_bytes))
    warm_up()


def warm_up() -> None:
    """Load what the first report would load."""
    check(read_bytes(read_sample("2021").encode(), "-"))
    gc.collect()
    gc.freeze()


def work(items: Sequence[Item], manner: Manner, fence: Fence) -> Part:
    """The part of some documents. The worker ends, and with it its part, where one of them goes beyond the fence.

    The time of a document that is alone is watched from outside: that tells what has happened.
    """
    seconds = fence.seconds if len(items) > 1 else fence.seconds * 2
    try:
        return run_chunk([_within(item, fence) for item in items], manner, lambda: _wake_after(seconds))
    except MemoryError:
        os._exit(NO_MEMORY_CODE)
    finally:
        _sleep_on()


def _within(item: Item, fence: Fence) -> Item:
    limits = item.document.limits
    seconds = min(limits.seconds, max(1, int(fence.seconds * _SHARE_BESIDE)))
    return replace(item, document=replace(item.document, limits=replace(limits, seconds=seconds)))


def _wake_after(seconds: float) -> None:
    """Let the system end this process then. Nothing is raised: what was interrupted half-way might else be gone on with."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
    else:
        faulthandler.dump_traceback_later(seconds, exit=True, file=_nowhere())


def _sleep_on() -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)
    else:
        faulthandler.cancel_dump_traceback_later()


def _nowhere() -> int:
    return os.open(os.devnull, os.O_WRONLY)
