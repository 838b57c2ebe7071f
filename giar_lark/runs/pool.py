"""A run in processes beside this one. pebble keeps them: extra `batch`.

A worker that dies or halts costs its chunk, which is then done document by document: only the culprit is given up.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing.context import BaseContext
from threading import Thread
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from giar_lark.outcomes.fault import reason_of
from giar_lark.runs.chunk import Chunk, Item
from giar_lark.runs.entry import Status
from giar_lark.runs.trouble import EndedError
from giar_lark.runs.work import NO_MEMORY, Work
from giar_lark.runs.worker import NO_MEMORY_CODE, Fence, begin, seconds_of, worked

# a worker is replaced by a fresh one after so many chunks, whatever has gathered in it
_CHUNKS_OF_A_WORKER = 32
# chunks that wait beside those that are worked on, so that no worker waits for the next one
_WAITING = 1
# where parts are given in order, chunks begun for each worker: so many are done meanwhile behind one that takes long
_AHEAD = 4
# a pool that was stopped ends at once, or within some seconds where a worker has to be killed
_SECONDS_TO_STOP = 20.0
_SIGNALS = {one.value: one.name for one in signal.Signals}
R = TypeVar("R")


def pooled(chunks: Iterable[Chunk], work: Work[R], jobs: int, fence: Fence) -> Iterator[tuple[Chunk, R]]:
    """Chunks with what comes of them, as they are done.

    Raises: EndedError, where the processes are gone, and cannot be begun again.
    """
    try:
        yield from _in_pool(jobs, lambda pool: _Run(pool, work, fence).parts(iter(chunks), jobs + _WAITING))
    except BrokenProcessPool as error:
        raise EndedError from error


def pooled_in_order(chunks: Iterable[Chunk], work: Work[R], jobs: int, fence: Fence) -> Iterator[tuple[Chunk, R]]:
    """Chunks with what comes of them, each when those in front of it are done. How many are held does not grow."""
    return _in_pool(jobs, lambda pool: _Run(pool, work, fence).parts_in_order(iter(chunks), jobs * _AHEAD))


def _in_pool(jobs: int, parts: Callable[[ProcessPool], Iterator[tuple[Chunk, R]]]) -> Iterator[tuple[Chunk, R]]:
    with _no_broken_pipe():
        pool = ProcessPool(jobs, _CHUNKS_OF_A_WORKER, begin, (), _context())
        try:
            yield from parts(pool)
            pool.close()
        except BaseException:
            pool.stop()
            _joined(pool, _SECONDS_TO_STOP)
            raise
        pool.join()


def _joined(pool: ProcessPool, seconds: float) -> None:
    """Wait until a pool that was stopped has ended, but no longer than so.

    A signal may have come while this process held a lock of the pool, which nobody gives back then. Its workers are daemons,
    as is who waits for them: they end with this process.
    """
    joining = Thread(target=pool.join, daemon=True)
    joining.start()
    joining.join(seconds)


@contextmanager
def _no_broken_pipe() -> Iterator[None]:
    """Let this process not end where it speaks to one that has just ended, but be told."""
    if not hasattr(signal, "SIGPIPE"):
        yield
        return
    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGPIPE, before)


class _Run(Generic[R]):
    def __init__(self, pool: ProcessPool, work: Work[R], fence: Fence) -> None:
        self._pool, self._work, self._fence = pool, work, fence

    def parts(self, chunks: Iterator[Chunk], at_once: int) -> Iterator[tuple[Chunk, R]]:
        """Chunks with their parts; no more are taken than can be worked on."""
        running = {self._started(chunk.items): chunk for chunk in islice(chunks, at_once)}
        while running:
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                chunk = running.pop(future)
                yield chunk, self._part(future, chunk)
                running |= {self._started(chunk.items): chunk for chunk in islice(chunks, 1)}

    def parts_in_order(self, chunks: Iterator[Chunk], at_once: int) -> Iterator[tuple[Chunk, R]]:
        """Chunks with their parts, in the order of the chunks; no more are taken than so many."""
        running = deque((self._started(chunk.items), chunk) for chunk in islice(chunks, at_once))
        while running:
            future, chunk = running.popleft()
            yield chunk, self._part(future, chunk)
            running.extend((self._started(chunk.items), chunk) for chunk in islice(chunks, 1))

    def _started(self, items: tuple[Item, ...]) -> Future[R]:
        """In a chunk each document has its own time within the worker, and this fence is met only if that one fails."""
        seconds = sum(seconds_of(item, self._fence) for item in items)
        return self._pool.schedule(worked, (items, self._work, self._fence), timeout=seconds)

    def _part(self, future: Future[R], chunk: Chunk) -> R:
        return self._one_by_one(chunk) if _error_of(future) else future.result()

    def _one_by_one(self, chunk: Chunk) -> R:
        return self._work.joined([self._alone(item) for item in chunk.items])

    def _alone(self, item: Item) -> R:
        """The part of one document; where it ends a worker by itself, it is given up."""
        started = time.perf_counter()
        future = self._started((item,))
        error = _error_of(future)
        if error is None:
            return future.result()
        status = Status.TIMEOUT if isinstance(error, TimeoutError) else Status.CRASH
        reason = _reason(error, seconds_of(item, self._fence))
        return self._work.lost(item, status, reason, time.perf_counter() - started)


def _error_of(future: Future[R]) -> BaseException | None:
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
        return reason_of(error)
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
    _begin_server()
    return context


def _begin_server() -> None:
    """Begin the server. An interrupt waits until then: from a terminal it reaches all processes, and this one ends the others.

    The server does not hear it before it has said that it will not.
    """
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # by itself it would let interrupts through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
