"""Tables to pieces: one splitter for each kind of separator, and the choice between them."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from giar_lark.pattern import lazy_pattern
from giar_lark.tokenise.cell_text import CellText
from giar_lark.tokenise.fold import letters
from giar_lark.tokenise.piece import BLANK, Layout, Piece, Pieces, make_piece

_TAB = lazy_pattern("\t")
# no table of the report has so many columns; a longer line holds several rows
_WIDEST = 40
_BAR = lazy_pattern(r"[|│┃¦￨｜║]")
_RULE = lazy_pattern(r"[\s|+\-=:_─━┄┅┼├┤┌┐└┘┬┴╞╡╪═╔╗╚╝╠╣╬╦╩│┃║]+$")
# signs that are no part of a number or label, and do not stand for "not applicable"
_SIGN = lazy_pattern(
    r"[^\w\s|\-−–—―─－/\\.．。、，,;；：()（）\[\]〔〕《》〈〉“”\"'‘’「」『』【】…?？*＊+＋~～\u2060\ufffd]"
)
_DRAWN = lazy_pattern(r"[-=─━═]{3}|[┌┐└┘├┤┬┴┼╔╗╚╝╠╣╬╦╩]")
_PAGE = lazy_pattern(
    r"(?:第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|共\s*\d+\s*页\s*[,，/]?\s*第\s*\d+\s*页|[-—–－─]+\s*\d+\s*[-—–－─]+|\d+\s*/\s*\d+"
    r"|[Pp]age\s+\d+.*|https?://\S+(?:\s+\d+\s*/\s*\d+)?|\d+/\d+/\d+,\s.*|第?\s*\d+\s*页|·\s*\d+\s*·)$"
)
_FILLED = lazy_pattern(r"[^\W_]")
# what a page line begins with, but for digits
_PAGE_BEGINS = frozenset("第共-—–－─Pph·")
_QUOTED = lazy_pattern(r'[ ]*"(?:[^"\n]|"")*"[ ]*')
# a line that only begins or ends a row or table (`|-`, `|}`)
_ROW_MARK = lazy_pattern(r"[|{][-+}]-*[^\S\n]*(?=\n|$)")
# a table with so many rule lines has one between any two rows
_RULED = 6
# a line of so many separators and nothing else is a row of table 4 without a single value
_BLANK_ROW = 14
# spaces that a blank cell is given so that it is not empty
_FIXED = "\xa0\u3000"
_WORD = lazy_pattern(r"\S+")


def lines_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each line of a stretch, line breaks left out."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def is_page_line(line: str) -> bool:
    """Whether a line is the number, header address or footer that a page break leaves behind."""
    text = line.strip()
    if text[:1] not in _PAGE_BEGINS and not text[:1].isdigit():
        return False
    return len(line) < 300 and _PAGE.match(text) is not None


def split_table(text: str, start: int, end: int) -> Pieces:
    """The pieces of the table in `text[start:end]`, cut by the separators that are there."""
    region = text[start:end]
    lines = region.split("\n")
    bars = [line for line in lines if _BAR.search(line)]
    if _parts(bars, "|"):
        rowed = sum(map(is_rule, lines)) >= _RULED or _has_bar_rows(bars)
        return split_bar_rows(text, start, end) if rowed else split_bar_cells(text, start, end)
    tabbed = [line for line in lines if "\t" in line]
    if _parts(tabbed, "\t") and not _tabs_only_indent(region, tabbed):
        return _split_tabs(text, start, end, tabbed)
    separator = written_separator(region)
    return _split_rows(text, start, end, separator) if separator else split_lines(text, start, end)


def is_barred(lines: list[str]) -> bool:
    """Whether bars part the cells of a table, and no rule lines part its rows."""
    bars = [line for line in lines if "|" in line]
    rules = sum(map(is_rule, lines))
    return _parts(bars, "|") and rules < _RULED and (not rules or _has_bar_rows(bars))


def _has_bar_rows(bars: list[str]) -> bool:
    """Whether lines with bars are rows of a table, for bars part them inside, and not only stand between cells."""
    filled = [line for line in bars if _FILLED.search(line)]
    return sum(_inner_bars(line) > 0 for line in filled) * 3 >= len(filled) > 0


def _parts(lines: list[str], mark: str) -> bool:
    """Whether a mark parts cells: it stands on several lines, or often on one (table 4 has a single row)."""
    return len(lines) >= 3 or any(line.count(mark) > 3 or line.startswith("\t? ") for line in lines)


def _split_tabs(text: str, start: int, end: int, tabbed: list[str]) -> Pieces:
    """A tab before each cell, a tab between the cells of a line, or a tab as one more kind of space around single cells."""
    led = sum(line.lstrip(" ").rfind("\t") <= 0 for line in tabbed)
    alone = sum(line.strip(" \r") == "\t" for line in tabbed)
    wrapped = sum(line.count("\t") <= 2 and line.startswith("\t") and line.endswith("\t") for line in tabbed)
    if alone * 10 > len(tabbed) * 9 or (wrapped * 10 > len(tabbed) * 9 and led * 2 <= len(tabbed)):
        return _split_cells(text, start, end, _TAB)
    if led * 2 > len(tabbed):
        return split_tab_cells(text, start, end)
    if max(line.count("\t") for line in tabbed) > _WIDEST:
        return _split_cells(text, start, end, _TAB)
    return split_tab_rows(text, start, end)


def _inner_bars(line: str) -> int:
    """The bars of a line but for one at either end."""
    return len(_BAR.findall(line.strip()[1:-1]))


def _tabs_only_indent(region: str, tabbed: list[str]) -> bool:
    """Whether tabs stand only in front of whole lines (an indent), while other lines carry cells without one."""
    plain = [line for line in region.split("\n") if line.strip() and "\t" not in line]
    return len(plain) > 3 * len(tabbed)


def written_separator(region: str) -> str | None:
    """The mark that parts the cells of a line (`,` `;`, their wide forms, `&` …), if most lines with numbers have one.

    A mark that also stands inside numbers or labels counts only where a line has several of them.
    """
    lines = [line for line in region.split("\n") if line.strip()]
    for mark in (";", "；", ",", "，", *_foreign_marks(region)):
        marked = [line for line in lines if line.count(mark) >= 3 and _parting(line, mark)]
        if len(marked) < 2 and not any(_parting(line, mark) >= 6 for line in marked):
            continue
        plain = [line for line in lines if mark not in line and any(char.isdigit() for char in letters(line)[-3:])]
        if len(marked) > len(plain) and any(
            mark * 2 in line or _parting(line, mark) >= 6 or _cells_of(line, mark) for line in marked
        ):
            return mark
    return None


def _foreign_marks(region: str) -> list[str]:
    """Signs that stand so often in a table that they may part its cells: none of a number, a label or a cell without one."""
    found = Counter(_SIGN.findall(region))
    return [sign for sign, count in found.most_common(2) if count >= _BLANK_ROW]


def _parting(line: str, mark: str) -> int:
    """How often a mark stands in a line other than between the thousands of a number."""
    return line.count(mark) - len(re.findall(rf"(?<=\d){mark}(?=\d{{3}}(?!\d))", line))


def _cells_of(line: str, mark: str) -> bool:
    """Whether a line ends in at least three short fields that could be cells."""
    fields = line.split(mark)
    return len(fields) >= 4 and all(len(field.strip()) <= 12 for field in fields[-3:])


def split_bar_rows(text: str, start: int, end: int) -> Pieces:
    """Pipe tables: a row on a line, or, between rule lines, on several lines whose fields are joined column by column."""
    out = Pieces(Layout.ROWS)
    spans = list(lines_of(text, start, end))
    barred = [text[a:b].strip() for a, b in spans if _BAR.search(text[a:b])]
    opened = _are_framed(barred, [line for line in barred if _BAR.match(line)], _BAR, 0.5)
    closed = _are_closed(barred, _BAR)
    ruled = sum(is_rule(text[a:b]) for a, b in spans) >= _RULED
    group: list[list[tuple[int, int]]] = []
    row = 0
    for first, last in spans:
        line = text[first:last]
        if is_rule(line):
            row = _flush(out, text, group, row)
            group = []
        elif is_page_line(line) or _ROW_MARK.match(line.lstrip()):
            continue
        elif not _BAR.search(line):
            row = _flush(out, text, group, row)
            group = []
            if line.strip():
                row += 1
                out.pieces.append(make_piece(text, first, last, row))
                out.widths[row] = 1
        else:
            fields = _bar_fields(text, first, last, opened, closed)
            if not ruled or (group and len(group[0]) != len(fields)):
                row = _flush(out, text, group, row)
                group = []
            group.append(fields)
            if not ruled:
                row = _flush(out, text, group, row)
                group = []
    _flush(out, text, group, row)
    return out


def _are_closed(lines: list[str], mark: re.Pattern[str]) -> bool:
    """Whether lines end with a mark that closes them, and does not open one more cell that happens to be blank."""
    return _are_framed(lines, [line for line in lines if mark.match(line[-1:])], mark, 0.95)


def _are_framed(lines: list[str], framed: list[str], mark: re.Pattern[str], share: float) -> bool:
    """Whether the marks at one end of the `framed` lines are a frame, and no cell is blank there.

    One is, where a line without the mark at that end has as many: the column is blank but for its header or its labels.
    """
    if not framed or len(framed) < len(lines) * share:
        return False
    usual = max(len(mark.findall(line)) for line in framed)
    return all(len(mark.findall(line)) < usual for line in lines if line not in framed)


def is_rule(line: str) -> bool:
    """Whether a line is drawn: of signs alone, with a stroke or a corner among them, and not of cells that hold a dash."""
    return len(line.strip()) > 3 and _RULE.match(line) is not None and _DRAWN.search(line) is not None


def _bar_fields(text: str, first: int, last: int, opened: bool, closed: bool) -> list[tuple[int, int]]:
    bounds = [first - 1, *(bar.start() for bar in _BAR.finditer(text, first, last)), last]
    fields = [(a + 1, b) for a, b in itertools.pairwise(bounds)]
    if opened and len(fields) > 1 and not text[slice(*fields[0])].strip():
        del fields[0]
    if closed and len(fields) > 1 and not text[slice(*fields[-1])].strip():
        del fields[-1]
    return fields


def _flush(out: Pieces, text: str, group: list[list[tuple[int, int]]], row: int) -> int:
    if not group:
        return row
    row += 1
    width = max(len(fields) for fields in group)
    out.widths[row] = width
    for column in range(width):
        parts = [fields[column] for fields in group if column < len(fields) and text[slice(*fields[column])].strip()]
        if not parts:
            first = group[0][column][0] if column < len(group[0]) else group[0][-1][1]
            out.pieces.append(Piece(first, first, "", row, column, 0, BLANK))
        pieces = [make_piece(text, first, last, row, column) for first, last in parts]
        if len(pieces) > 1 and all(piece.cell is not None for piece in pieces):
            pieces = [_torn(pieces)]
        out.pieces.extend(pieces)
    return row


def _torn(pieces: list[Piece]) -> Piece:
    """A cell whose number a narrow column has broken over lines: shown as it stands, and read by nobody."""
    first = pieces[0]
    first.text = " ".join(piece.text for piece in pieces)
    first.cell = CellText("unreadable", None, first.text)
    return first


def split_bar_cells(text: str, start: int, end: int) -> Pieces:
    """A pipe behind or between cells that stand on lines of their own: a field is what stands between two pipes."""
    return _split_cells(text, start, end, _BAR)


def _split_cells(text: str, start: int, end: int, mark: re.Pattern[str]) -> Pieces:
    """Cells that may run over lines, with a mark between them.

    Where lines of their own mark the rows as well, the layout is as good as rows on lines. Where some blank cells hold a
    fixed space, a field of nothing at all is no cell.
    """
    marks = [found.start() for found in mark.finditer(text, start, end)]
    row_marks = [at for at in marks if _ROW_MARK.match(text, at)]
    bounds = [start - 1, *(at for at in marks if not _ROW_MARK.match(text, at)), end]
    fields = [(a + 1, b) for a, b in itertools.pairwise(bounds)]
    fixed = sum(1 for a, b in fields if not text[a:b].strip() and any(char in text[a:b] for char in _FIXED)) > 2
    rowed = len(row_marks) > 2
    out = Pieces(Layout.ROWS if rowed else Layout.CELLS)
    for number, (first, last) in enumerate(fields):
        row = bisect_left(row_marks, first) if rowed else number
        column = out.widths.get(row, 0)
        out.widths[row] = column + 1
        cell = not fixed or any(char in text[first:last] for char in _FIXED)
        blank = cell and number > 0 and (rowed or number < len(fields) - 1)
        _add_lines(out, text, first, last, row, column, blank_if_empty=blank)
    return out


def _add_lines(out: Pieces, text: str, start: int, end: int, row: int, column: int, *, blank_if_empty: bool) -> None:
    lines = [] if not text[start:end].strip() else list(lines_of(text, start, end))
    lines = [(a, b) for a, b in lines if text[a:b].strip() and not is_page_line(text[a:b])]
    lines = [(a, b) for a, b in lines if not _ROW_MARK.match(text, a)]
    if not lines and blank_if_empty:
        at = start + text.startswith("\n", start, end)  # on the line between two marks, not on that of the first
        out.pieces.append(Piece(at, at, "", row, column, 0, BLANK))
    for first, last in lines:
        out.pieces.append(make_piece(text, first, last, row, column))


def split_tab_cells(text: str, start: int, end: int) -> Pieces:
    """A tab before each cell, a blank line behind each row; a cell may run over lines, and may begin on a later one."""
    out = Pieces(Layout.CELLS)
    tabs = [start - 1, *(tab.start() for tab in re.finditer("\t", text[start:end]))]
    tabs[1:] = [start + tab for tab in tabs[1:]]
    row = 0
    for number, (before, after) in enumerate(zip(tabs, [*tabs[1:], end], strict=True)):
        row = _tab_cell(out, text, before + 1, after, row, led=number > 0)
    return out


def _tab_cell(out: Pieces, text: str, start: int, end: int, row: int, *, led: bool) -> int:
    """Add the cell behind one tab and whatever stands after its row; return the row that the next cell belongs to."""
    lines = [(a, b) for a, b in lines_of(text, start, end) if not is_page_line(text[a:b])]
    filled = [index for index, (a, b) in enumerate(lines) if text[a:b].strip(" \t\r\f\ufeff")]
    filled = [index for index in filled if text[slice(*lines[index])].strip() or not led]
    filled = [index for index in filled if text[slice(*lines[index])].strip()]
    if led and (not filled or filled[0] >= 2):
        out.pieces.append(Piece(start, start, "", row, 0, 0, BLANK))
    if not filled:
        return row + 1 if len(lines) > 1 and led else row
    previous = filled[0]
    for index in filled:
        if index - previous > 1:
            row += 1
        out.pieces.append(make_piece(text, *lines[index], row))
        previous = index
    return row + 1 if len(lines) - 1 - previous >= 1 else row


def split_tab_rows(text: str, start: int, end: int) -> Pieces:
    """A row on a line, a tab between cells."""
    return _split_rows(text, start, end, "\t")


def _split_rows(text: str, start: int, end: int, separator: str) -> Pieces:
    """A row on a line, a mark between cells, quotation marks around cells that hold the mark themselves."""
    out = Pieces(Layout.ROWS)
    lines = [text[a:b].rstrip(" \r") for a, b in lines_of(text, start, end) if text[a:b].strip()]
    closed = _are_closed(lines, re.compile(re.escape(separator)))
    for row, (first, last) in enumerate(lines_of(text, start, end)):
        line = text[first:last]
        if (not line.strip() and line.count(separator) < _BLANK_ROW) or (separator not in line and is_page_line(line)):
            continue
        fields = list(_fields(text, first, last, separator))
        if closed and len(fields) > 1 and not text[slice(*fields[-1])].strip():
            del fields[-1]
        out.widths[row] = len(fields)
        for column, (a, b) in enumerate(fields):
            out.pieces.append(make_piece(text, a, b, row, column))
    return out


def _fields(text: str, first: int, last: int, separator: str) -> Iterator[tuple[int, int]]:
    while first <= last:
        quoted = _QUOTED.match(text, first, last) if separator != "\t" else None
        if quoted and (quoted.end() == last or text[quoted.end()] == separator):
            yield first + quoted[0].index('"') + 1, first + quoted[0].rindex('"')
            first = quoted.end() + 1
            continue
        stop = text.find(separator, first, last)
        stop = last if stop < 0 else stop
        yield first, stop
        first = stop + 1


def split_lines(text: str, start: int, end: int) -> Pieces:
    """White space only: words, with the line breaks before each; a line of fixed spaces alone is a blank cell."""
    out = Pieces(Layout.LINES)
    gap = 0
    for row, (first, last) in enumerate(lines_of(text, start, end)):
        line = text[first:last]
        if is_page_line(line):
            continue
        if not line.strip():
            if "\f" in line:
                continue
            if any(char in line for char in _FIXED):
                out.pieces.append(Piece(first, first, "", row, 0, gap, BLANK))
                gap = 0
            gap += 1
            continue
        if is_rule(line):
            gap += 1
            continue
        for word in _WORD.finditer(text, first, last):
            out.pieces.append(make_piece(text, word.start(), word.end(), row, 0, gap))
            gap = 0
        gap += 1
    out.tail_gap = gap
    return out
