"""What a line or a field of a regular table is: nothing, words, a cell, the number of a page."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from giar_lark.lean.memo import remembered_parts
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.cell_text import CellText
from giar_lark.tokenise.split.piece import BLANK, FIXED_SPACES, make_piece
from giar_lark.tokenise.text.lines import is_page_line

# no table has so many cells and labels, even if it stands on one line
MOST_FIELDS = 1000
# so many ends of lines are remembered
_ENDS = 1024
# a number behind a space, or a space wide enough to be between two cells
_APART = lazy_pattern(r"\s[0-9.]+(?:\s|$)|\s{2}")

# nothing, one blank cell, a value, words, fields, a mark, words and values with white space between them, the number of a page
NOTHING, BLANK_CELL, VALUE, WORDS, FIELDS, MARK, SPACED, PAGE, ODD = range(9)

# cells of a line or field: where each begins and ends in it, and its reading
Cells: TypeAlias = tuple[tuple[int, int, CellText], ...]


class Line(NamedTuple):
    """What a line or field is, where its text begins and ends in it, and the cell that it is."""

    kind: int
    start: int
    end: int
    cells: Cells = ()


@remembered_parts
def line_of(line: str) -> Line:
    """What a line or field is."""
    body, stripped = line.lstrip(" "), line.strip()
    if not stripped:
        if body.startswith("\t"):
            end = len(line)
            return Line(BLANK_CELL if body.count("\t") == 1 else FIELDS, end, end, ((end, end, BLANK),))
        return Line(ODD if any(char in line for char in FIXED_SPACES) else NOTHING, 0, 0)
    if is_page_line(line) or "\f" in line:
        return Line(ODD if "\f" in line else PAGE, 0, 0)
    led = len(body) - len(body.lstrip("\t"))
    if "\t" in stripped or (not led and "\t" in line):
        return Line(FIELDS, 0, 0)
    piece = make_piece(line, 0, len(line), 0)
    if led > 1 and piece.cell is not None:
        return Line(FIELDS, 0, 0)
    if piece.cell is None:
        kind = SPACED if _APART.search(piece.text) else WORDS
        return Line(kind, piece.start, piece.end)
    others = SPACED if _APART.search(piece.text) else ODD
    kind = {"given": VALUE, "na": MARK}.get(piece.cell.state, others)
    return Line(kind, piece.start, piece.end, ((piece.start, piece.end, piece.cell),))


@lru_cache(maxsize=_ENDS)
def numbers_in(end: str, mark: str) -> Cells:
    """The cells at the end of a line, a mark in front of each, if all hold plain numbers: most rows have the same few ends."""
    before, _, numbers = end.rstrip(" " + mark).partition(mark)
    if before.strip() or numbers.count(mark) >= MOST_FIELDS:
        return ()
    found, at = [], len(before) + 1
    for field in numbers.split(mark):
        kind, start, stop, cells = line_of(field)
        if kind != VALUE:
            return ()
        found.append((at + start, at + stop, cells[0][2]))
        at += len(field) + 1
    return tuple(found)
