"""The documents of a run in chunks, as they are still to be done; what is done already is not even opened."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from giar_lark.containers.document import Document
from giar_lark.containers.documents import whole_document
from giar_lark.containers.reading import Reading
from giar_lark.runs.chunk import Chunk, Item
from giar_lark.runs.plan import Listed, Plan, listed_in
from giar_lark.settings.config import Config

# the documents of each chunk that are to be done, by their places in it
Left = Mapping[int, Collection[int]]


class ChangedError(Exception):
    """A file has other documents in it than when the run was planned; its argument is the path."""


def chunks(
    every: Listed, plan: Plan, left: Left, reading: Reading, config_of: Callable[[str], Config]
) -> Iterator[Chunk]:
    """What is left, in order. The documents of one chunk are held at a time.

    Raises: ChangedError; StoreError, where a store does not give an archive.
    """
    gathered: list[Item] = []
    own = plan.own
    for at, document in _numbered(every, plan, left, reading):
        number, place = divmod(at - own.start, plan.chunk)
        if place in left[number]:
            gathered.append(Item(at + 1, document, config_of(document.file)))
        if place + 1 == plan.chunk or at + 1 == own.stop:
            yield Chunk(number, tuple(gathered))
            gathered = []


def _numbered(every: Listed, plan: Plan, left: Left, reading: Reading) -> Iterator[tuple[int, Document]]:
    """The documents of chunks in which something is left, each with its number among all, from 0."""
    first, own = 0, plan.own
    for found, count, is_whole in zip(every.files, every.counts, every.whole, strict=True):
        within = range(max(first, own.start), min(first + count, own.stop))
        numbers = range((within.start - own.start) // plan.chunk, (within.stop - 1 - own.start) // plan.chunk + 1)
        if within and any(map(left.__contains__, numbers)):
            seen = 0
            documents = [whole_document(found, reading)] if is_whole else listed_in(found, reading)
            for at, document in enumerate(documents, first):
                seen += 1
                if seen <= count and at in within and (at - own.start) // plan.chunk in left:
                    yield at, document
            if seen != count:
                raise ChangedError(found.path)
        first += count
