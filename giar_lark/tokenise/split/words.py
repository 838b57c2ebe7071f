"""Tables whose cells are parted by white space alone: words, with the line breaks before each."""

from __future__ import annotations

import re
from typing import TypeAlias

from giar_lark.lean.memo import remembered_parts
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.cell_text import CellText
from giar_lark.tokenise.split.piece import BLANK, FIXED_SPACES, Layout, Piece, Pieces, content_of
from giar_lark.tokenise.text.characters import FILLER
from giar_lark.tokenise.text.lines import is_page_line, is_rule

_WORD = lazy_pattern(rf"[^\s{FILLER}]\S*")

# the words of a line, each behind where it begins and ends in it, with its reading
_Words: TypeAlias = tuple[tuple[int, int, str, CellText | None], ...]
_BLANK_CELL: _Words = ((0, 0, "", BLANK),)


def split_lines(text: str, start: int, end: int) -> Pieces:
    """The words of a table; a line of fixed spaces alone is a blank cell."""
    out = Pieces(Layout.LINES)
    gap = 0
    for row, line in enumerate(text[start:end].removesuffix("\n").split("\n")):
        words = _words_of(line) if line else ()
        if words is not None:
            for begin, stop, said, cell in words:
                out.pieces.append(Piece(start + begin, start + stop, said, row, 0, gap, cell))
                gap = 0
            gap += 1
        start += len(line) + 1
    out.tail_gap = gap
    return out


@remembered_parts
def _words_of(line: str) -> _Words | None:
    """The words of a line; None if it is the end of a page, and not even the break behind it says anything."""
    if is_page_line(line):
        return None
    if not line.strip():
        if "\f" in line:
            return None
        return _BLANK_CELL if any(char in line for char in FIXED_SPACES) else ()
    return () if is_rule(line) else tuple([_placed(word) for word in _WORD.finditer(line)])


def _placed(word: re.Match[str]) -> tuple[int, int, str, CellText | None]:
    _, said, cell = content_of(word[0])
    return word.start(), word.start() + len(said), said, cell
