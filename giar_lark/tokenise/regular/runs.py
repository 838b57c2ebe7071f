"""The text of a table to runs: lines and fields of words, and the cells behind them.

This is for regular tables only. It knows tabs, bars, commas and spaces between fields, cells on lines of their own, and a tab
or a bar before each cell; it counts no blank fields, for a row that has all its values side by side needs none of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.cell_text import CellText
from giar_lark.tokenise.split.bars import is_barred
from giar_lark.tokenise.split.piece import BLANK, FIXED_SPACES, make_piece
from giar_lark.tokenise.split.separators import written_separator
from giar_lark.tokenise.text.lines import is_page_line, is_rule
from giar_lark.tokenise.token import Token

_OTHER_MARKS = "│┃¦￨｜║<;；>"
# no table has so many labels without a cell between them, however they are broken
_LONGEST = 100
# no table has so many cells and labels, even if it stands on one line
_MOST_FIELDS = 1000
_WORD = lazy_pattern(r"\S+")
# a tab behind anything else on a line
_FIELDS_OF_LINE = lazy_pattern(r"[^\n ][^\n\t]*\t")
# a number behind a space, or a space wide enough to be between two cells
_APART = lazy_pattern(r"\s[0-9.]+(?:\s|$)|\s{2}")
# what a line or field is, is remembered for so many of them
_REMEMBERED = 20_000

_EMPTY, _BLANK, _VALUE, _WORDS, _FIELDS, _MARK, _SPACED, _PAGE, _ODD = range(9)


class _Line(NamedTuple):
    """What a line or field is, where its text begins and ends in it, and its reading if it is a cell."""

    kind: int
    start: int
    end: int
    cell: CellText | None


class Run(NamedTuple):
    """Lines and fields of words that follow one another, where each stands, and the cells behind them.

    `blanks` has the blank cells between the words: how many words stand before each, and its place.
    """

    words: tuple[str, ...]
    places: list[tuple[int, int]]
    cells: list[Token]
    blanks: list[tuple[int, int]]


_lines: dict[str, _Line] = {}


def runs_of(region: str, offset: int) -> Iterator[Run | None]:
    """The runs of a table that begins at an offset; None where it goes on in a way that cannot be told for certain."""
    mark = _mark_of(region)
    if mark is None:
        yield None
        return
    reader = _Reader(mark, tabbed="\t" in region)
    for line in region.split("\n"):
        if not reader.take(line, offset):
            yield None
            return
        offset += len(line) + 1
        if reader.found:
            yield from reader.found
            reader.found.clear()
    reader.end_row()
    yield from reader.found
    if reader.words:
        yield None


def is_by_cells(region: str) -> bool:
    """Whether no line of a table has more than one field of its own."""
    return "|" not in region and "," not in region and _FIELDS_OF_LINE.search(region) is None


def _mark_of(region: str) -> str | None:
    """What parts the fields of a line: a tab, a bar, a comma, or white space; None if that cannot be told at a glance."""
    if any(mark in region for mark in _OTHER_MARKS):
        return None
    if "|" in region:
        return "|" if "\t" not in region and is_barred(region.split("\n")) else None
    if "\t" in region:
        return "\t"
    written = written_separator(region) if "," in region else None
    return written or " " if '"' not in region else None


class _Reader:
    """Collects runs line by line in `found`; `words` has those of the run that has begun."""

    def __init__(self, mark: str, *, tabbed: bool) -> None:
        self.mark, self.tabbed, self.written = mark, tabbed, mark in "|,"
        self.found: list[Run] = []
        self.run = Run((), [], [], [])
        self.words: list[str] = []
        # in a layout with a tab before each cell, an empty line ends a row, and what is blank before a label belongs to none
        self.closed = True
        # the cells of a row stand beside one another: what follows on another line is none, but the number of a page, or torn off
        self.beside = False

    def take(self, line: str, offset: int) -> bool:
        """Take in a line that begins at an offset; say whether it can be told for certain what it is."""
        if self.written and self.mark in line:
            return is_rule(line) or self._fields(line, offset)
        kind, start, end, cell = _lines.get(line) or _line_of(line)
        if kind == _VALUE:
            if (self.closed and self.tabbed) or cell is None or self.beside:
                return False
            self.run.cells.append(Token("CELL", offset + start, offset + end, cell))
        elif kind == _WORDS:
            self._word(line[start:end], offset + start, offset + end)
            return len(self.words) < _LONGEST
        elif kind in (_SPACED, _PAGE):
            return self.mark == " " and (kind == _PAGE or self._spaced(line, offset))
        elif kind == _EMPTY:
            self.closed = self.closed or bool(self.run.cells)
        elif kind == _BLANK:
            if self.words and not (self.closed or self.beside):
                self.run.cells.append(Token("CELL", offset + start, offset + start, BLANK))
        else:
            return kind == _FIELDS and self._fields(line, offset)
        return True

    def _spaced(self, line: str, offset: int) -> bool:
        """A line with white space between its words and cells; say whether it is no more than that."""
        torn = self.beside
        for word in _WORD.finditer(line):
            kind, start, end, cell = _lines.get(word[0]) or _line_of(word[0])
            at = offset + word.start()
            if kind == _WORDS:
                self._word(word[0][start:end], at + start, at + end)
                torn = False
            elif kind in (_VALUE, _MARK) and cell is not None and not torn:
                self.run.cells.append(Token("CELL", at + start, at + end, cell))
                self.beside = True
            else:
                return False
        return len(self.words) < _LONGEST

    def _word(self, text: str, start: int, end: int) -> None:
        """A line or field of words: part of the next label."""
        if self.run.cells:
            self.end_row()
        self.beside = False
        self.words.append(text)
        self.run.places.append((start, end))
        self.closed = False

    def end_row(self) -> None:
        """The cells so far are a row's, unless all are blank: those pad a header."""
        if any(token.cell is not BLANK for token in self.run.cells):
            self.found.append(self.run._replace(words=tuple(self.words)))
            self.run, self.words = Run((), [], [], []), []
        else:
            self.run.blanks.extend((len(self.words), token.start) for token in self.run.cells)
            self.run.cells.clear()

    def _fields(self, line: str, offset: int) -> bool:
        """A line with marks between its fields: words, then cells; say whether it is no more than that."""
        fields = (line.rstrip(" \t\r") if self.mark == "\t" else line).split(self.mark)
        if len(fields) > _MOST_FIELDS:
            return False
        torn = self.beside
        for field in fields:
            kind, start, end, cell = _lines.get(field) or _line_of(field)
            if kind == _WORDS:
                self._word(field[start:end], offset + start, offset + end)
                torn = False
            elif kind in (_VALUE, _MARK) and cell is not None and not torn:
                self.run.cells.append(Token("CELL", offset + start, offset + end, cell))
                self.beside = True
            elif kind != _EMPTY:
                return False
            else:
                torn = torn or self.beside  # a blank cell, perhaps, and a further column makes up the number of values
            offset += len(field) + 1
        return True


def _line_of(line: str) -> _Line:
    if len(_lines) >= _REMEMBERED:
        _lines.clear()
    found = _lines[line] = _read_line(line)
    return found


def _read_line(line: str) -> _Line:
    body, stripped = line.lstrip(" "), line.strip()
    if not stripped:
        if body.startswith("\t"):
            return _Line(_BLANK if body.count("\t") == 1 else _FIELDS, len(line), len(line), None)
        return _Line(_ODD if any(char in line for char in FIXED_SPACES) else _EMPTY, 0, 0, None)
    if is_page_line(line) or "\f" in line:
        return _Line(_ODD if "\f" in line else _PAGE, 0, 0, None)
    led = len(body) - len(body.lstrip("\t"))
    if "\t" in stripped or (not led and "\t" in line):
        return _Line(_FIELDS, 0, 0, None)
    piece = make_piece(line, 0, len(line), 0)
    if led > 1 and piece.cell is not None:
        return _Line(_FIELDS, 0, 0, None)
    if piece.cell is None:
        kind = _SPACED if _APART.search(piece.text) else _WORDS
        return _Line(kind, piece.start, piece.end, None)
    others = _SPACED if _APART.search(piece.text) else _ODD
    kind = {"given": _VALUE, "na": _MARK}.get(piece.cell.state, others)
    return _Line(kind, piece.start, piece.end, piece.cell)
