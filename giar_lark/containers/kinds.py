"""Which kind of container a stream is, by its bytes; its name only helps where the bytes could be of anything."""

from __future__ import annotations

import io

from giar_lark.containers import foreign, jsonl, parquet, tar, warc, zip
from giar_lark.containers.member import Kind

# in order: the first whose test is passed
KINDS: tuple[Kind, ...] = (zip.KIND, tar.KIND, warc.KIND, parquet.KIND, foreign.KIND, jsonl.KIND)

# what tests look at: a tar says what it is behind its first name, a line of JSON at its end
HEAD_BYTES = 1 << 16


def kind_of(stream: io.BufferedReader, name: str) -> Kind | None:
    """The kind of container that a stream is; None where it is a document, or nothing known. The stream stays where it is."""
    head = stream.peek(HEAD_BYTES)
    return next((kind for kind in KINDS if kind.test(head, name)), None)
