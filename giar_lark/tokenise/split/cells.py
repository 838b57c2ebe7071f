"""Tables with a mark between cells that may run over lines: a tab, or a bar on a line of its own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from giar_lark.lean.memo import remembered_parts
from giar_lark.tokenise.split.piece import BLANK_CONTENT, FIXED_SPACES, Content, Layout, Pieces, content_of, piece_of
from giar_lark.tokenise.text.lines import ROW_MARK, is_page_line, lines_of

# the lines of a field that say something, each behind how far in it begins
_Lines: TypeAlias = tuple[tuple[int, Content], ...]
# with so many marks between rows, or blank cells that hold a fixed space, a table has them throughout
_FEW = 2
# no row has so many blank cells side by side: more of them are padding, and say nothing new
_MOST_BLANKS = 60


def split_cells(text: str, start: int, end: int, mark: re.Pattern[str]) -> Pieces:
    """The pieces of a table, a field for what stands between two marks.

    Where lines of their own mark the rows as well, the layout is as good as rows on lines. Where some blank cells hold a
    fixed space, a field of nothing at all is no cell.
    """
    marks = [found.start() for found in mark.finditer(text, start, end)]
    row_marks = _row_marks(text, marks) if ROW_MARK.search(text, start, end) else []
    bounds = [start - 1, *(sorted({*marks}.difference(row_marks)) if row_marks else marks), end]
    rowed = len(row_marks) > _FEW
    out = Pieces(Layout.ROWS if rowed else Layout.CELLS)
    by_fixed = _shows_blanks_by_fixed_spaces(text, bounds)
    row = column = blanks = 0
    for number, (before, last) in enumerate(pairwise(bounds)):
        first = before + 1
        field = text[first:last]
        if blanks > _MOST_BLANKS and not rowed and not field.strip(" "):
            continue
        row, column = _place(out, bisect_left(row_marks, first)) if rowed else (number, 0)
        lines = _lines_of(field)
        blanks = 0 if lines else blanks + 1
        for offset, content in lines:
            out.pieces.append(piece_of(content, first + offset, row, column))
        is_inner = number > 0 and (rowed or number < len(bounds) - 2)
        if is_inner and 0 < blanks <= _MOST_BLANKS and (not by_fixed or _holds_fixed_space(field)):
            at = first + field.startswith("\n")  # on the line between two marks, not on that of the first
            out.pieces.append(piece_of(BLANK_CONTENT, at, row, column))
    return out


def _row_marks(text: str, marks: Sequence[int]) -> list[int]:
    """The marks that begin rows; none where one follows another again and again: those are cells that hold a dash."""
    found = [at for at in marks if ROW_MARK.match(text, at)]
    begun = {*found}
    beside = sum(before in begun and after in begun for before, after in pairwise(marks))
    return [] if beside > _FEW else found


def _place(out: Pieces, row: int) -> tuple[int, int]:
    """The row and the column of one more field in a row."""
    column = out.widths.get(row, 0)
    out.widths[row] = column + 1
    return row, column


def _shows_blanks_by_fixed_spaces(text: str, bounds: Sequence[int]) -> bool:
    """Whether some of the fields in which nothing stands hold a fixed space, so that they are blank cells, and others none."""
    if not _holds_fixed_space(text[bounds[0] + 1 : bounds[-1]]):
        return False
    fields = (text[before + 1 : after] for before, after in pairwise(bounds))
    return sum(field.isspace() and _holds_fixed_space(field) for field in fields) > _FEW


def _holds_fixed_space(text: str) -> bool:
    return any(char in text for char in FIXED_SPACES)


@remembered_parts
def _lines_of(field: str) -> _Lines:
    """The lines of a field that say something: no numbers of pages, no marks of rows."""
    lines = () if not field.strip() else lines_of(field, 0, len(field))
    return tuple(
        (first, content_of(line))
        for first, last in lines
        if (line := field[first:last]).strip() and not is_page_line(line) and not ROW_MARK.match(line)
    )
