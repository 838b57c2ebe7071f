"""The smallest parts of a table that a layout keeps together: a cell, or a word."""

from __future__ import annotations

from enum import Enum

from giar_lark.lean.memo import remembered_parts
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass, field
from giar_lark.tokenise.cell_text import CellText, read_cell

# what stands where a digit should, and what else may stand in a damaged value
_LIKE_DIGITS = frozenset("OoIl?？")
_IN_DAMAGED_VALUES = _LIKE_DIGITS.union(",，.·+-－")
BLANK = CellText("blank", None, "")
# spaces that a blank cell is given so that it is not empty
FIXED_SPACES = "\xa0\u3000"


class Layout(Enum):
    """What the separators of a table say about its cells.

    ROWS: a line is a row and every cell of it, blank or not, has its separator (tabs, pipes, commas, mark-up).
    CELLS: every cell has its separator, rows have none or their own (a tab or a pipe before each cell).
    LINES: white space only; a blank cell may show as a wider gap, as empty lines, or not at all.
    """

    ROWS = "rows"
    CELLS = "cells"
    LINES = "lines"


@dataclass(slots=True, eq=False)
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

    `tail_gap` counts the line breaks behind the last piece. `broken` says that some cell stands on several lines.
    """

    layout: Layout
    pieces: list[Piece] = field(default_factory=list)
    widths: dict[int, int] = field(default_factory=dict)
    tail_gap: int = 0
    broken: bool = False


class Content(NamedTuple):
    """What a stretch of text holds: how much white space leads it, what it says, and the reading of that (None for words)."""

    lead: int
    text: str
    cell: CellText | None


BLANK_CONTENT = Content(0, "", BLANK)


def make_piece(text: str, start: int, end: int, row: int, column: int = 0, gap: int = 0) -> Piece:
    """A piece of `text[start:end]`, surrounding white space left out; blank if nothing else is there."""
    return piece_of(content_of(text[start:end]), start, row, column, gap)


def piece_of(content: Content, start: int, row: int, column: int = 0, gap: int = 0) -> Piece:
    """A piece with the content of a stretch that begins at an offset."""
    lead, text, cell = content
    start += lead
    return Piece(start, start + len(text), text, row, column, gap, cell)


@remembered_parts
def content_of(stretch: str) -> Content:
    """What a stretch of text holds, BLANK if nothing; tables say the same in hundreds of places."""
    stripped = stretch.strip()
    if not stripped:
        return BLANK_CONTENT
    lead = len(stretch) - len(stretch.lstrip())
    reading = _reading_in(stripped)
    return Content(lead, "" if reading is BLANK else stripped, reading)


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
    if text[-1:] in ".、．。)）" or (_LIKE_DIGITS.isdisjoint(text) and not any(map(str.isdigit, text))):
        return False
    return (len(text) > 40 and text[:40].isdigit()) or all(
        char.isspace() or char.isdigit() or char in _IN_DAMAGED_VALUES for char in {*text}
    )
