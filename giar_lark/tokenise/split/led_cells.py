"""Tables with a tab before each cell and a blank line behind each row; a cell may run over lines, and may begin on a later one."""

from __future__ import annotations

from giar_lark.lean.memo import remembered_parts
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.tokenise.split.piece import BLANK_CONTENT, Content, Layout, Pieces, content_of, piece_of
from giar_lark.tokenise.text.lines import is_page_line, lines_of

# so many line breaks behind a tab say that its cell is blank, and that what follows is none
_LATE = 2


class _Field(NamedTuple):
    """What stands behind a tab, up to the next: lines, each behind how far in it begins and how many rows further.

    `is_blank` says that the cell of the tab is blank, whatever follows; `rows` is how many rows have ended in all.
    """

    is_blank: bool
    lines: tuple[tuple[int, int, Content], ...]
    rows: int


def split_led_cells(text: str, start: int, end: int) -> Pieces:
    """The pieces of a table, and whatever stands behind its rows."""
    out = Pieces(Layout.CELLS)
    first, *fields = text[start:end].split("\t")
    # what stands in front of the first tab is no cell
    row = _add(out, _field_of(first)._replace(is_blank=False), start, 0) if first.strip() else 0
    start += len(first) + 1
    for field in fields:
        row = _add(out, _field_of(field), start, row)
        start += len(field) + 1
    return out


def _add(out: Pieces, field: _Field, start: int, row: int) -> int:
    """Add the cell of a field, and return the row that the next cell belongs to."""
    if field.is_blank:
        out.pieces.append(piece_of(BLANK_CONTENT, start, row))
    for offset, further, content in field.lines:
        out.pieces.append(piece_of(content, start + offset, row + further))
    return row + field.rows


@remembered_parts
def _field_of(field: str) -> _Field:
    spans = [(first, last) for first, last in lines_of(field, 0, len(field)) if not is_page_line(field[first:last])]
    filled = [number for number, (first, last) in enumerate(spans) if field[first:last].strip()]
    if not filled:
        return _Field(True, (), int(len(spans) > 1))
    lines, rows, previous = [], 0, filled[0]
    for number in filled:
        rows += number - previous > 1
        previous = number
        first, last = spans[number]
        lines.append((first, rows, content_of(field[first:last])))
    return _Field(filled[0] >= _LATE, tuple(lines), rows + (previous + 1 < len(spans)))
