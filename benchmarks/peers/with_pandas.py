"""pandas.read_html: all tables of a page."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO

import pandas as pd
from rows import Row

from peers.words import Words


def make(words: Words) -> Callable[[str], list[Row]]:
    """The reader."""
    known = frozenset(words.labels)

    def read(page: str) -> list[Row]:
        lines = (line for table in pd.read_html(StringIO(page)) for line in table.astype(str).values.tolist())
        return [Row(line[0], tuple(line[1:8])) for line in lines if line[0] in known and len(line) == 8]

    return read
