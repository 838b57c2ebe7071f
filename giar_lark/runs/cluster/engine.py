"""Chunks as Ray tasks, never more than are soon worked on; what is lost on the way is done again."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator

import ray
from ray import exceptions

from giar_lark.lang import Text
from giar_lark.lean.records import dataclass
from giar_lark.runs.chunk import Chunk, Manner, failed
from giar_lark.runs.cluster.connection import at_once, connected
from giar_lark.runs.cluster.task import Task, answers, sent
from giar_lark.runs.entry import Status
from giar_lark.runs.part import Part, joined
from giar_lark.runs.trouble import EngineError
from giar_lark.runs.worker import Fence, seconds_of

# a worker is replaced by a fresh one after so many tasks, whatever has gathered in it
_TASKS_OF_A_WORKER = 16
# a machine may go for reasons of its own: a task is lost so often before its documents are taken for the reason
_LOSSES = 2
# between two looks at the clock
_GLANCE_SECONDS = 0.5
_GONE = "the worker was lost"
_LOST = (
    exceptions.WorkerCrashedError,
    exceptions.NodeDiedError,
    exceptions.OutOfMemoryError,
    exceptions.ObjectLostError,
    exceptions.LocalRayletDiedError,
)


def on_ray(
    chunks: Iterable[Chunk], manner: Manner, fence: Fence, address: str | None, jobs: int | None
) -> Iterator[tuple[Chunk, Part]]:
    """Chunks with what comes of them, as they are done.

    Raises: EngineError, where the cluster cannot do them.
    """
    with connected(address, jobs):
        yield from _Run(iter(chunks), manner, fence).parts()


@dataclass(slots=True)
class _Running:
    """A task under way: when it was begun by a worker, by the clock here; None while it is queued."""

    task: Task
    begun: float | None = None

    def is_late(self, fence: Fence) -> bool:
        """In a chunk each document has its own time within the worker, and this fence is met only if that one fails."""
        seconds = sum(seconds_of(item, fence) for item in self.task.items)
        return self.begun is not None and time.monotonic() - self.begun > seconds


class _Run:
    def __init__(self, chunks: Iterator[Chunk], manner: Manner, fence: Fence) -> None:
        self._chunks, self._manner, self._fence = chunks, manner, fence
        # retried by us: Ray would do a task again as a whole, whatever has ended it
        self._remote = ray.remote(max_retries=0, max_calls=_TASKS_OF_A_WORKER)(answers)
        self._again = deque[Task]()
        self._running: dict[ray.ObjectRefGenerator, _Running] = {}
        self._parts: dict[int, dict[int, Part]] = {}

    def parts(self) -> Iterator[tuple[Chunk, Part]]:
        """Chunks with their parts; no more are taken than can soon be worked on."""
        self._fill()
        while self._running:
            ready, _ = ray.wait(list(self._running), timeout=_GLANCE_SECONDS, fetch_local=False)
            for answer in ready:
                yield from self._answered(answer)
            for answer in [one for one, running in self._running.items() if running.is_late(self._fence)]:
                yield from self._late(answer)
            self._fill()

    def _fill(self) -> None:
        free = at_once() - len(self._running)
        while free > 0 and (task := self._next()) is not None:
            answer = self._remote.remote(sent(task.items), self._manner, self._fence)
            self._running[answer] = _Running(task)
            free -= 1

    def _next(self) -> Task | None:
        if self._again:
            return self._again.popleft()
        chunk = next(self._chunks, None)
        return None if chunk is None else Task(chunk, range(len(chunk.items)))

    def _answered(self, answer: ray.ObjectRefGenerator) -> Iterator[tuple[Chunk, Part]]:
        running = self._running[answer]
        try:
            part: Part | None = ray.get(next(answer))
        except (StopIteration, *_LOST):  # where a worker goes between two answers, they just end
            yield from self._lost(self._running.pop(answer).task)
        except exceptions.RayError as error:
            raise _refusal(error) from None
        else:
            if part is None:
                running.begun = time.monotonic()
            else:
                yield from self._kept(self._running.pop(answer).task, part)

    def _late(self, answer: ray.ObjectRefGenerator) -> Iterator[tuple[Chunk, Part]]:
        task = self._running.pop(answer).task
        ray.cancel(answer, force=True)
        seconds = seconds_of(task.items[0], self._fence)
        yield from self._broken(task, Status.TIMEOUT, f"{seconds:g} s", seconds)

    def _lost(self, task: Task) -> Iterator[tuple[Chunk, Part]]:
        if task.losses + 1 < _LOSSES:
            self._again.append(task.again())
        else:
            yield from self._broken(task, Status.CRASH, _GONE, 0.0)

    def _broken(self, task: Task, status: Status, reason: str, seconds: float) -> Iterator[tuple[Chunk, Part]]:
        """Of several documents each is done by itself, so that only the culprit is given up."""
        if len(task.places) > 1:
            self._again.extend(task.split())
        else:
            yield from self._kept(task, failed(task.items[0], self._manner, status, reason, seconds))

    def _kept(self, task: Task, part: Part) -> Iterator[tuple[Chunk, Part]]:
        """The chunk, when all its documents are there."""
        number = task.chunk.number
        parts = self._parts.setdefault(number, {})
        parts[task.places.start] = part
        if sum(len(one.lines) for one in parts.values()) == len(task.chunk.items):
            del self._parts[number]
            yield task.chunk, joined(parts[start] for start in sorted(parts))


def _refusal(error: exceptions.RayError) -> EngineError:
    """What a machine of the cluster has said instead of an answer."""
    cause = error.cause if isinstance(error, exceptions.RayTaskError) else error
    if isinstance(cause, EngineError):
        return cause
    reason = " ".join(f"{type(cause).__name__}: {cause}".split())[:200]
    return EngineError(
        Text(
            f"集群上运行不了（{reason}）；请在每台机器上运行：pip install 'giar-lark[ray]'",
            f"the cluster cannot do the work ({reason}); run on each of its machines: pip install 'giar-lark[ray]'",
        )
    )
