"""textX: a metamodel, from a PEG."""

from __future__ import annotations

from collections.abc import Callable

from rows import Row
from textx import metamodel_from_str

from peers.words import Words

VALUES = 7


def make(words: Words) -> Callable[[str], list[Row]]:
    """The reader."""
    label, value = words.label.replace("/", r"\/"), "values=Value"
    metamodel = metamodel_from_str(
        rf"""
        Document: lines*=Line;
        Line: Row | Other;
        Row: label=/{label}\n/ {" ".join(VALUES * [value])};
        Value: /{words.value}\n/;
        Other: text=/{words.other}\n/;
        """,
        skipws=False,
    )

    def read(text: str) -> list[Row]:
        lines = metamodel.model_from_str(text).lines
        rows = (line for line in lines if type(line).__name__ == "Row")
        return [Row(row.label.rstrip(), tuple(value.rstrip() for value in row.values)) for row in rows]

    return read
