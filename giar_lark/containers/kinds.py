"""Which kind of container a stream is, by its bytes; its name only helps where the bytes could be of anything."""

from __future__ import annotations

import io
from importlib import import_module

from giar_lark.containers.member import Kind
from giar_lark.containers.signs import TESTS

# what tests look at: a tar says what it is behind its first name, a line of JSON at its end
HEAD_BYTES = 1 << 16


def kind_of(stream: io.BufferedReader, name: str) -> Kind | None:
    """The kind of container that a stream is; None where it is a document, or nothing known. The stream stays where it is."""
    head = stream.peek(HEAD_BYTES)
    for module, test in TESTS:
        if test(head, name):
            kind: Kind = import_module(f"giar_lark.containers.{module}").KIND
            return kind
    return None
