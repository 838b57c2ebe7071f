"""A run in processes beside this one. pebble keeps them: extra `batch`.

A worker that dies or halts costs its chunk, which is then done document by document: only the culprit is given up.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.context import BaseContext

from pebble import ProcessExpired, ProcessPool

from giar_lark.runs.chunk import Chunk, Item, Manner, failed
from giar_lark.runs.entry import Status
from giar_lark.runs.part import Part, joined
from giar_lark.runs.serial import NO_MEMORY
from giar_lark.runs.worker import NO_MEMORY_CODE, Fence, begin, seconds_of, work

# a worker is replaced by a fresh one after so many chunks, whatever has gathered in it
_CHUNKS_OF_A_WORKER = 32
# chunks that wait beside those that are worked on, so that no worker waits for the next one
_WAITING = 1
_SIGNALS = {one.value: one.name for one in signal.Signals}


def pooled(chunks: Iterable[Chunk], manner: Manner, jobs: int, fence: Fence) -> Iterator[tuple[Chunk, Part]]:
    """Chunks with what comes of them, as they are done."""
    pool = ProcessPool(jobs, _CHUNKS_OF_A_WORKER, begin, (), _context())
    try:
        yield from _Run(pool, manner, fence).parts(iter(chunks), jobs + _WAITING)
        pool.close()
    except BaseException:
        pool.stop()
        raise
    finally:
        pool.join()


class _Run:
    def __init__(self, pool: ProcessPool, manner: Manner, fence: Fence) -> None:
        self._pool, self._manner, self._fence = pool, manner, fence

    def parts(self, chunks: Iterator[Chunk], at_once: int) -> Iterator[tuple[Chunk, Part]]:
        """Chunks with their parts; no more are taken than can be worked on."""
        running = {self._started(chunk.items): chunk for chunk in islice(chunks, at_once)}
        while running:
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                chunk = running.pop(future)
                yield chunk, self._part(future, chunk)
                running |= {self._started(chunk.items): chunk for chunk in islice(chunks, 1)}

    def _started(self, items: tuple[Item, ...]) -> Future[Part]:
        """In a chunk each document has its own time within the worker, and this fence is met only if that one fails."""
        seconds = sum(seconds_of(item, self._fence) for item in items)
        return self._pool.schedule(work, (items, self._manner, self._fence), timeout=seconds)

    def _part(self, future: Future[Part], chunk: Chunk) -> Part:
        return self._one_by_one(chunk) if _error_of(future) else future.result()

    def _one_by_one(self, chunk: Chunk) -> Part:
        return joined([self._alone(item) for item in chunk.items])

    def _alone(self, item: Item) -> Part:
        """The part of one document; where it ends a worker by itself, it is given up."""
        started = time.perf_counter()
        future = self._started((item,))
        error = _error_of(future)
        if error is None:
            return future.result()
        status = Status.TIMEOUT if isinstance(error, TimeoutError) else Status.CRASH
        return failed(
            item, self._manner, status, _reason(error, seconds_of(item, self._fence)), time.perf_counter() - started
        )


def _error_of(future: Future[Part]) -> BaseException | None:
    """What has ended a task, if it was its own doing.

    Raises: BrokenProcessPool, where no task can be done at all.
    """
    error = future.exception()
    if isinstance(error, BrokenProcessPool):
        raise error
    return error


def _reason(error: BaseException, seconds: float) -> str:
    if isinstance(error, TimeoutError):
        return f"{seconds:g} s"
    if not isinstance(error, ProcessExpired):
        return " ".join(f"{type(error).__name__}: {error}".split())[:200]
    code = int(error.exitcode)
    if code == NO_MEMORY_CODE:
        return NO_MEMORY
    return _SIGNALS.get(-code) or f"exit code {code}"


def _context() -> BaseContext:
    """A server that has everything loaded and makes workers of itself, where there is one; elsewhere they begin anew."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["giar_lark.runs.warm"])
    return context
