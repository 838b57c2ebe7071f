"""A run in this very process: nothing more is needed, and nothing protects it from a document that ends or halts it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from giar_lark.containers.ahead import converted_together
from giar_lark.containers.fetched import fetched_ahead
from giar_lark.lean.records import replace
from giar_lark.runs.chunk import Chunk, Item, Manner, failed, run_chunk
from giar_lark.runs.entry import Status
from giar_lark.runs.part import Part, joined
from giar_lark.runs.work import NO_MEMORY


def serial(chunks: Iterable[Chunk], manner: Manner) -> Iterator[tuple[Chunk, Part]]:
    """Chunks with what comes of them."""
    for chunk in chunks:
        with fetched_ahead(converted_together([item.document for item in chunk.items])) as documents:
            ready = (replace(item, document=document) for item, document in zip(chunk.items, documents, strict=True))
            part = joined(_one(item, manner) for item in ready)
        yield chunk, part


def _one(item: Item, manner: Manner) -> Part:
    try:
        return run_chunk([item], manner)
    except MemoryError:
        return failed(item, manner, Status.CRASH, NO_MEMORY, 0.0)
