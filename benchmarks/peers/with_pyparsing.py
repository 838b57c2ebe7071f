"""pyparsing."""

from __future__ import annotations

from collections.abc import Callable

import pyparsing as pp
from rows import Row

from peers.words import Words


def make(words: Words) -> Callable[[str], list[Row]]:
    """The reader."""
    value = pp.Regex(rf"{words.value}(?=\n)")
    row = pp.Group(pp.Regex(rf"{words.label}(?=\n)") + value[7])
    heading = pp.Regex(rf"{words.heading}(?=\n)").suppress()
    document = (row | heading | pp.Regex(words.other).suppress())[...]
    return lambda text: [Row(found[0], tuple(found[1:])) for found in document.parse_string(text, parse_all=True)]
