"""What does the chunks of a run: this process, others beside it, or other machines. It never shows in what comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec

from giar_lark.runs.chunk import Chunk, Manner
from giar_lark.runs.part import Part
from giar_lark.runs.worker import Fence

Engine = Callable[[Iterable[Chunk], Manner], Iterator[tuple[Chunk, Part]]]


def has_ray() -> bool:
    """Whether the extra `ray` is installed, which reaches other machines."""
    return find_spec("ray") is not None


def engine_here(jobs: int | None, fence: Fence) -> Engine:
    """The engine of so many processes beside this one; of none but this one for None."""
    if jobs is None:
        from giar_lark.runs.serial import serial

        return serial
    from giar_lark.runs.pool import pooled

    return lambda chunks, manner: pooled(chunks, manner, jobs, fence)


def engine_on_ray(address: str | None, jobs: int | None, fence: Fence) -> Engine:
    """The engine on a cluster, or on one that begins here with so many processors."""
    from giar_lark.runs.cluster.engine import on_ray

    return lambda chunks, manner: on_ray(chunks, manner, fence, address, jobs)
