"""A dataset as JSON Lines: an object a row, numbers as they are, null for what is missing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from giar_lark.extract.schema import Column, Kind
from giar_lark.extract.text_file import Notation, TextSink

# no text has a line feed in it when it is encoded: many are encoded at once, and parted again
_PARTED = "\n"
_encoded = json.JSONEncoder(ensure_ascii=False, separators=(_PARTED, ":")).encode


class JsonlSink(TextSink):
    """UTF-8, a line feed behind each object. Units: an amount as it stands, without exponent."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        """Begin an empty file."""
        marks = ["{", *[", "] * (len(columns) - 1)]
        fronts = [f"{mark}{_encoded(column.name)}: " for mark, column in zip(marks, columns, strict=True)]
        texts = frozenset({Kind.TEXT, Kind.DATE})
        super().__init__(
            path, columns, Notation(fronts=fronts, end="}\n", nothing="null", quoted=_quoted, quoted_kinds=texts)
        )


def _quoted(texts: Sequence[str]) -> Sequence[str]:
    """Texts as they stand in an object."""
    return _encoded(texts)[1:-1].split(_PARTED)
