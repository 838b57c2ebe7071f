"""A run on this machine: what is left of it is done and written down chunk by chunk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.util import find_spec

from giar_lark.runs.chunk import Chunk, Manner
from giar_lark.runs.chunks import Left
from giar_lark.runs.folder import RunFolder
from giar_lark.runs.part import Part
from giar_lark.runs.serial import serial
from giar_lark.runs.worker import Fence


def has_pool() -> bool:
    """Whether the extra `batch` is installed, which keeps processes beside this one."""
    return find_spec("pebble") is not None


def done(
    chunks: Iterable[Chunk], folder: RunFolder, left: Left, manner: Manner, jobs: int | None, fence: Fence
) -> Iterator[Part]:
    """The parts of chunks, each when it is written down. `jobs` is the number of workers, None for none but this process."""
    for chunk, part in _parts(chunks, manner, jobs, fence):
        folder.save(chunk.number, left[chunk.number], part.lines)
        yield part


def _parts(chunks: Iterable[Chunk], manner: Manner, jobs: int | None, fence: Fence) -> Iterator[tuple[Chunk, Part]]:
    if jobs is None:
        return serial(chunks, manner)
    from giar_lark.runs.pool import pooled

    return pooled(chunks, manner, jobs, fence)
