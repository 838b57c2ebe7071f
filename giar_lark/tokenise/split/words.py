"""Tables whose cells are parted by white space alone: words, with the line breaks before each."""

from __future__ import annotations

from typing import TypeAlias

from giar_lark.memo import remembered_parts
from giar_lark.pattern import lazy_pattern
from giar_lark.tokenise.split.piece import BLANK_CONTENT, FIXED_SPACES, Content, Layout, Pieces, content_of, piece_of
from giar_lark.tokenise.text.characters import FILLER
from giar_lark.tokenise.text.lines import is_page_line, is_rule, lines_of

_WORD = lazy_pattern(rf"[^\s{FILLER}]\S*")

# the words of a line, each behind how far in it stands
_Words: TypeAlias = tuple[tuple[int, Content], ...]


def split_lines(text: str, start: int, end: int) -> Pieces:
    """The words of a table; a line of fixed spaces alone is a blank cell."""
    out = Pieces(Layout.LINES)
    gap = 0
    for row, (first, last) in enumerate(lines_of(text, start, end)):
        words = _words_of(text[first:last])
        if words is None:
            continue
        for offset, content in words:
            out.pieces.append(piece_of(content, first + offset, row, 0, gap))
            gap = 0
        gap += 1
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
        return ((0, BLANK_CONTENT),) if any(char in line for char in FIXED_SPACES) else ()
    return () if is_rule(line) else tuple((word.start(), content_of(word[0])) for word in _WORD.finditer(line))
