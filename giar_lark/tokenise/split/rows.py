"""Tables with a row on a line, and a tab or another mark between its cells."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.split.fields import Fields
from giar_lark.tokenise.split.frames import are_closed
from giar_lark.tokenise.split.piece import Layout, Piece, Pieces, content_of, piece_of
from giar_lark.tokenise.split.separators import BLANK_ROW
from giar_lark.tokenise.text.lines import is_page_line

_QUOTED = lazy_pattern(r'[ ]*"(?:[^"\n]|"")*"[ ]*')


def split_rows(text: str, start: int, end: int, separator: str) -> Pieces:
    """The fields of a table, quotation marks around those that hold the separator themselves left out."""
    out = Pieces(Layout.ROWS)
    lines = text[start:end].split("\n")
    closed = are_closed([line.rstrip(" \r") for line in lines if line.strip()], separator)
    for row, line in enumerate(lines):
        if _says_something(line, separator):
            pieces = _row(_unclosed(line, separator) if closed else line, separator, start, row)
            out.widths[row] = len(pieces)
            out.pieces += pieces
        start += len(line) + 1
    return out


def _says_something(line: str, separator: str) -> bool:
    """Whether a line is a row: not blank but for a row of table 4 without a value, and no number of a page."""
    if separator in line:
        return bool(line.strip()) or line.count(separator) >= BLANK_ROW
    return bool(line.strip()) and not is_page_line(line)


def _unclosed(line: str, separator: str) -> str:
    """A line without the separator that closes it."""
    fields, mark, behind = line.rpartition(separator)
    return line if behind.strip() or not mark else fields


def _row(line: str, separator: str, start: int, row: int) -> list[Piece]:
    """The pieces of a line that begins at an offset."""
    if separator != "\t" and '"' in line:
        fields = enumerate(_quoted_fields(line, separator))
        return [piece_of(content_of(field), start + offset, row, column) for column, (offset, field) in fields]
    return Fields(start, line.split(separator)).pieces(row)


def _quoted_fields(line: str, separator: str) -> Iterator[tuple[int, str]]:
    """The fields of a line, some of them in quotation marks, each behind how far in it begins."""
    first, last = 0, len(line)
    while first <= last:
        quoted = _QUOTED.match(line, first)
        if quoted and (quoted.end() == last or line[quoted.end()] == separator):
            begin, stop = first + quoted[0].index('"') + 1, first + quoted[0].rindex('"')
            yield begin, line[begin:stop]
            first = quoted.end() + 1
            continue
        stop = line.find(separator, first)
        stop = last if stop < 0 else stop
        yield first, line[first:stop]
        first = stop + 1
