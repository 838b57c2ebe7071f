"""The smallest parts of a table that a layout keeps together: a cell, or a word."""

from __future__ import annotations

from enum import Enum

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
    reading = read_cell(stripped)
    if reading.state == "blank":
        return Piece(start, start, "", row, column, gap, BLANK)
    value = reading if reading.state in ("given", "na", "inferred") else (BLANK if reading.state == "blank" else None)
    if value is None and reading.state == "unreadable" and _is_no_word(stripped):
        value = reading
    return Piece(start, start + len(stripped), stripped, row, column, gap, value)


def _is_no_word(text: str) -> bool:
    """Whether a text that is no number is no word either, so that it can only be a damaged value: `1 2`, `O`, `1,2`, `?`."""
    if text.startswith("? "):
        return True
    if text[-1:] in ".、．。)）" or not any(char.isdigit() or char in "OoIl?？" for char in text):
        return False
    return (len(text) > 40 and text[:40].isdigit()) or all(
        char.isspace() or char.isdigit() or char in ",，.·OoIl?？+-－" for char in text
    )
