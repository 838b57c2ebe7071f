"""The peers: the rows of table 3 read by other toolkits, each from text that is easier than the one that we are given.

All read normalised text (`documents.normalised`), one heading, label or value a line, or an HTML page with plain tables
(`documents.page`); making either is not charged to them. A peer is a module with `make(words)`, which gives its reader; one
whose library or tool is not installed is None, and reported as skipped.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from goals import PEERS
from rows import Row

from peers.words import Words, words

Reader = Callable[[str], list[Row]]


# the one that G4 is about, and not G3
TREE_SITTER = "treesitter"


class Peer(NamedTuple):
    """A peer: its name in `goals.PEERS` or `TREE_SITTER`, what it reads (`text` or `page`), and its reader; None if it is not installed."""

    id: str
    reads: str
    reader: Reader | None


# these read a page, the others normalised text
_OF_PAGES = frozenset({"pandas", "soup"})


def all_peers() -> list[Peer]:
    """Every peer of the goals."""
    known = words()
    return [
        Peer(id, "page" if id in _OF_PAGES else "text", _made(id, known))
        for id in (*(id for id, *_ in PEERS), TREE_SITTER)
    ]


def _made(id: str, known: Words) -> Reader | None:
    try:
        reader: Reader = import_module(f"peers.with_{id}").make(known)
    except ImportError:
        return None
    return reader
