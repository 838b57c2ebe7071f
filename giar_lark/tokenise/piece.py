"""The smallest parts of a table that a layout keeps together: a cell, or a word."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from giar_lark.records import dataclass, field
from giar_lark.tokenise.cell_text import CellText, read_cell

BLANK = CellText("blank", None, "")


class Layout(Enum):
    """What the separators of a table say about its cells.

    ROWS: a line is a row and every cell of it, blank or not, has its separator (tabs, pipes, commas, mark-up).
    CELLS: every cell has its separator, rows have none or their own (a tab or a pipe before each cell).
    LINES: white space only; a blank cell may show as a wider gap, as empty lines, or not at all.
    """

    ROWS = "rows"
    CELLS = "cells"
    LINES = "lines"


@dataclass(slots=True)
class Piece:
    """A stretch of the source inside a table.

    `cell` is its reading if it can be a value (a blank piece is empty and has its separator to prove it), None if it is
    words. `row` and `column` count rows and fields of the layout (`column` only in ROWS), `gap` the line breaks before it.
    """

    start: int
    end: int
    text: str
    row: int
    column: int = 0
    gap: int = 0
    cell: CellText | None = None


@dataclass(slots=True)
class Pieces:
    """A table cut into pieces, in reading order; `widths` holds the number of fields of each row of a ROWS layout.

    `tail_gap` counts the line breaks behind the last piece.
    """

    layout: Layout
    pieces: list[Piece] = field(default_factory=list)
    widths: dict[int, int] = field(default_factory=dict)
    tail_gap: int = 0


def make_piece(text: str, start: int, end: int, row: int, column: int = 0, gap: int = 0) -> Piece:
    """A piece of `text[start:end]`, surrounding white space left out; blank if nothing else is there."""
    raw = text[start:end]
    stripped = raw.strip()
    if not stripped:
        return Piece(start, start, "", row, column, gap, BLANK)
    start += len(raw) - len(raw.lstrip())
    reading = _reading_in(stripped)
    if reading is BLANK:
        return Piece(start, start, "", row, column, gap, BLANK)
    return Piece(start, start + len(stripped), stripped, row, column, gap, reading)


@lru_cache(maxsize=16384)
def _reading_in(text: str) -> CellText | None:
    """The reading of a piece that can be a value, a damaged one included; BLANK if nothing is in it, None if it is words."""
    reading = read_cell(text)
    if reading.state == "blank":
        return BLANK
    is_value = reading.state != "unreadable" or _is_no_word(text)
    return reading if is_value else None


def _is_no_word(text: str) -> bool:
    """Whether a text that is no number is no word either, so that it can only be a damaged value: `1 2`, `O`, `1,2`, `?`."""
    if text.startswith("? "):
        return True
    if text[-1:] in ".、．。)）" or not any(char.isdigit() or char in "OoIl?？" for char in text):
        return False
    return (len(text) > 40 and text[:40].isdigit()) or all(
        char.isspace() or char.isdigit() or char in ",，.·OoIl?？+-－" for char in text
    )
