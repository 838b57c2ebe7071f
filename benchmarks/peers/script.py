"""A script of tolerant searches on the raw text, one a row: what one writes in an afternoon."""

from __future__ import annotations

import re
from collections.abc import Callable

from rows import Row

from peers.words import Words


def make(words: Words) -> Callable[[str], list[Row]]:
    """The reader."""
    searches = [(label, re.compile(_tolerant(label) + r"(?:\s+(\d+))" * 7)) for label in words.labels]

    def read(text: str) -> list[Row]:
        found = ((label, search.search(text)) for label, search in searches)
        return [Row(label, match.groups()) for label, match in found if match]

    return read


def _tolerant(label: str) -> str:
    """A label with white space between its characters."""
    return r"\s*".join(map(re.escape, label))
