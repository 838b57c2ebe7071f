"""parsy: parser combinators."""

from __future__ import annotations

from collections.abc import Callable

import parsy
from rows import Row

from peers.words import Words


def make(words: Words) -> Callable[[str], list[Row]]:
    """The reader."""
    end = parsy.string("\n")
    value = parsy.regex(rf"{words.value}(?=\n)") << end
    label = parsy.regex(rf"{words.label}(?=\n)") << end
    row = parsy.seq(label, value.times(7)).combine(lambda name, values: Row(name, tuple(values)))
    other = (parsy.regex(words.other) << end).result(None)
    document = (row | other).many()
    return lambda text: [line for line in document.parse(text) if line is not None]
