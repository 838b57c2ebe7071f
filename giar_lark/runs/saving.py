"""Parts of a run, each given on when it is written down: to a store several at a time, for each waits for an answer."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from giar_lark.runs.chunk import Chunk
from giar_lark.runs.chunks import Left
from giar_lark.runs.folder import RunFolder
from giar_lark.runs.part import Part
from giar_lark.stores.address import is_remote

_AT_ONCE = 16


def saved(parts: Iterable[tuple[Chunk, Part]], folder: RunFolder, left: Left) -> Iterator[tuple[int, Part]]:
    """The parts of chunks, of which some places were left, each with the number of its chunk.

    Raises: StoreError, where one cannot be written down.
    """
    if is_remote(folder.path):
        yield from _saved_together(parts, folder, left)
        return
    for chunk, part in parts:
        folder.save(chunk.number, left[chunk.number], part.lines)
        yield chunk.number, part


def _saved_together(parts: Iterable[tuple[Chunk, Part]], folder: RunFolder, left: Left) -> Iterator[tuple[int, Part]]:
    waiting = deque[tuple[Future[None], int, Part]]()
    with ThreadPoolExecutor(_AT_ONCE) as saving:
        for chunk, part in parts:
            saving_it = saving.submit(folder.save, chunk.number, left[chunk.number], part.lines)
            waiting.append((saving_it, chunk.number, part))
            while waiting and (len(waiting) > _AT_ONCE or waiting[0][0].done()):
                yield _first_of(waiting)
        while waiting:
            yield _first_of(waiting)


def _first_of(waiting: deque[tuple[Future[None], int, Part]]) -> tuple[int, Part]:
    future, number, part = waiting.popleft()
    future.result()
    return number, part
