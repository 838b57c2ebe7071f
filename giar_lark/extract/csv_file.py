"""A dataset as CSV, which a spreadsheet opens by a double click without taking any text for a formula."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from pathlib import Path

from giar_lark.extract.schema import Column, Kind
from giar_lark.extract.text_file import Notation, TextSink

# what a spreadsheet takes for the beginning of a formula, and the mark that we put in front of it, itself included
_FORMULA = frozenset("=+-@\t\r'＝＋－＠")
_GUARD = "'"
# the codec that writes the mark by itself is slow
_MARK = "\ufeff"
_END = "\r\n"
# what a field has to stand in quotes for, and what no text has
_QUOTED, _NONE = ',"\r\n', "\0"
_first = itemgetter(slice(1))


class CsvSink(TextSink):
    """UTF-8 with a byte order mark, by which a spreadsheet knows it; lines end as RFC 4180 has it. Blank: an empty field."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        """Begin with the line of the columns' names."""
        fronts = ["", *[","] * (len(columns) - 1)]
        notation = Notation(fronts=fronts, end=_END, nothing="", quoted=_fields, quoted_kinds=frozenset({Kind.TEXT}))
        head = ",".join(_fields([column.name for column in columns]))
        super().__init__(path, columns, notation, head=f"{_MARK}{head}{_END}")


def _fields(texts: Sequence[str]) -> Sequence[str]:
    """Texts as fields. Nearly none has anything to be guarded from."""
    together = _NONE.join(texts)
    if _FORMULA.isdisjoint(map(_first, texts)) and not any(mark in together for mark in _QUOTED):
        return texts
    return [_field(text) for text in texts]


def _field(text: str) -> str:
    """A text as a field: in quotes where it has to, with a mark in front where it begins like a formula."""
    guarded = f"{_GUARD}{text}" if text[:1] in _FORMULA else text
    return '"' + guarded.replace('"', '""') + '"' if any(mark in guarded for mark in _QUOTED) else guarded


def text_of(field: str) -> str:
    """A text as it was before it became a field."""
    return field[1:] if field.startswith(_GUARD) else field
