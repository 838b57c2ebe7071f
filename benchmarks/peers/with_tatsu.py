"""TatSu: a PEG with semantics."""

from __future__ import annotations

from collections.abc import Callable

import tatsu
from rows import Row

from peers.words import Words


class Rows:
    """Keeps the rows."""

    def row(self, parts: tuple[str, list[str]]) -> Row:
        """A label and its values."""
        label, *values = parts
        return Row(str(label).rstrip(), tuple(str(value).rstrip() for value in values))

    def start(self, lines: list[object]) -> list[Row]:
        """The whole text."""
        return [line for line in lines if isinstance(line, Row)]


def make(words: Words) -> Callable[[str], list[Row]]:
    """The reader."""
    label = words.label.replace("/", r"\/")
    model = tatsu.compile(rf"""
        @@whitespace :: //
        @@nameguard :: False
        start = {{ row | other }} $ ;
        row = label value value value value value value value ;
        label = /{label}\n/ ;
        value = /{words.value}\n/ ;
        other = /{words.other}\n/ ;
    """)
    semantics = Rows()
    return lambda text: model.parse(text, semantics=semantics)
