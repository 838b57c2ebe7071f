"""BeautifulSoup on lxml: every row of every table of a page."""

from __future__ import annotations

from collections.abc import Callable

import lxml  # noqa: F401 - the parser that is asked for below
from bs4 import BeautifulSoup
from rows import Row

from peers.words import Words


def make(words: Words) -> Callable[[str], list[Row]]:
    """The reader."""
    known = frozenset(words.labels)

    def read(page: str) -> list[Row]:
        lines = ([cell.get_text(strip=True) for cell in row("td")] for row in BeautifulSoup(page, "lxml")("tr"))
        return [Row(line[0], tuple(line[1:])) for line in lines if len(line) == 8 and line[0] in known]

    return read
