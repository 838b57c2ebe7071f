"""Documents in stores, asked for while those in front of them are worked on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from giar_lark.containers.document import Document
from giar_lark.lean.records import replace


@contextmanager
def fetched_ahead(documents: Sequence[Document]) -> Iterator[Sequence[Document]]:
    """The documents; those that are still in a store are asked for as soon as one in front of them is read."""
    held = {number: one.held for number, one in enumerate(documents) if one.held is not None and one.data is None}
    if len(held) < 2:
        yield documents
        return
    from giar_lark.stores.fetching import Ahead
    from giar_lark.stores.held import Held

    files = [file for file in held.values() if isinstance(file, Held)]
    with Ahead(files, documents[0].limits.file_bytes + 1) as ahead:
        coming = dict(zip(held, ahead.files, strict=True))
        yield [replace(one, held=coming[at]) if at in coming else one for at, one in enumerate(documents)]
