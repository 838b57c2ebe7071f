"""Merged cells: where the cells of a row stand, and what a merged one holds in each place that it covers.

A label is said once, in the row where it begins. Anything else takes a place in each row that it reaches into, and under
each label that it reaches over. A number has one place only: where it covers several, nobody knows which, and it is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass, replace
from giar_lark.readers.grid import Field

# no table of a report has more columns
MOST_COLUMNS = 64
_NUMBER = lazy_pattern(r"[+\-−－~]?[\d０-９][\d０-９,，.．\s]*(?:万元|亿元|元|件|条|项|份|个|起|次|宗|人次)?")
_WORD = lazy_pattern(r"[^\W\d_]")
_MARK = lazy_pattern(r"无|不适用|不涉及|暂无|没有|N/?A", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Box:
    """A cell at the column where it begins, from 0, with how many columns and rows it covers."""

    field: Field
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class _Reaching:
    """A box that is no label, and how many rows below it is still to take a place in."""

    box: Box
    rows: int


def fields_of(rows: Iterable[Sequence[Box]]) -> Iterator[list[Field]]:
    """Each row of a table as its fields. The boxes of a row stand in the order of their columns."""
    reaching: list[_Reaching] = []
    heads: dict[int, int] = {}
    heads_seen = 0
    for row in rows:
        below = [Box(one.box.field, one.box.column, one.box.columns) for one in reaching]
        here = sorted((*row, *below), key=lambda box: box.column)
        yield [field for box in here for field in _places(box, heads, is_repeated=box in below)]
        heads_seen = _note_heads(row, heads, heads_seen)
        reaching = [_Reaching(one.box, one.rows - 1) for one in reaching if one.rows > 1]
        reaching += [
            _Reaching(_marked(box), box.rows - 1) for box in row if box.rows > 1 and not is_label(box.field.text)
        ]


def is_label(text: str) -> bool:
    """Whether a cell holds words that say what stands beside or below it."""
    text = text.strip()
    return _WORD.search(text) is not None and not is_number(text) and not _MARK.fullmatch(text)


def is_number(text: str) -> bool:
    """Whether a cell holds a number, so that it has one place and no more."""
    return _NUMBER.fullmatch(text.strip()) is not None


def _places(box: Box, heads: dict[int, int], *, is_repeated: bool) -> Iterator[Field]:
    """The fields that a box is in a row: one for each label that stands above it."""
    over = {heads.get(column, 0) for column in _columns(box)} - {0}
    if box.columns == 1 or is_label(box.field.text) or len(over) < 2:
        yield _marked(box).field if box.rows > 1 and not is_repeated else box.field
        return
    yield from [_marked(box).field] * len(over)


def _marked(box: Box) -> Box:
    """A box whose number nobody may take for that of one place."""
    field = box.field
    if not is_number(field.text):
        return box
    width = len(field.text) if field.width is None else field.width
    return replace(box, field=replace(field, text=f"{field.text}?", width=width, torn=True))


def _note_heads(row: Sequence[Box], heads: dict[int, int], seen: int) -> int:
    """Note which label stands over which columns, if the row is one of a header: labels, and few blank columns between."""
    filled = [box for box in row if box.field.is_filled]
    is_wide = _width(filled) * 2 >= _width(row)
    if not is_wide or not all(is_label(box.field.text) for box in filled):
        return seen
    for number, box in enumerate(row, seen + 1):
        heads.update(dict.fromkeys(_columns(box), number if box.field.is_filled else 0))
    return seen + len(row)


def _width(boxes: Sequence[Box]) -> int:
    return sum(box.columns for box in boxes)


def _columns(box: Box) -> range:
    return range(box.column, min(box.column + box.columns, box.column + MOST_COLUMNS))
