"""The text of a table to runs: lines and fields of words, and the cells behind them.

This is for regular tables only. It knows tabs, bars, commas and spaces between fields, cells on lines of their own, and a tab
or a bar before each cell; it counts no blank fields, for a row that has all its values side by side needs none of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.regular.lines import (
    BLANK_CELL,
    FIELDS,
    MARK,
    MOST_FIELDS,
    NOTHING,
    PAGE,
    SPACED,
    VALUE,
    WORDS,
    Cells,
    line_of,
    numbers_in,
)
from giar_lark.tokenise.split.bars import is_barred
from giar_lark.tokenise.split.piece import BLANK
from giar_lark.tokenise.split.separators import written_separator
from giar_lark.tokenise.text.lines import is_rule
from giar_lark.tokenise.token import Token

_OTHER_MARKS = "│┃¦￨｜║<;；>"
# no table has so many labels without a cell between them, however they are broken
_LONGEST = 100
_WORD = lazy_pattern(r"\S+")
# a tab behind anything else on a line
_FIELDS_OF_LINE = lazy_pattern(r"[^\n ][^\n\t]*\t")
# what else the numbers at the end of a line have beside them
_DIGITS = "0123456789 "


class Run(NamedTuple):
    """Lines and fields of words that follow one another, where each stands, and the cells behind them, each line's or field's
    behind its offset.

    `blanks` has the blank cells between the words: how many words stand before each, and its place.
    """

    words: tuple[str, ...]
    places: list[tuple[int, int]]
    cells: list[tuple[int, Cells]]
    blanks: list[tuple[int, int]]

    @property
    def width(self) -> int:
        """How many cells it has."""
        return sum([len(cells) for _, cells in self.cells])

    @property
    def filled(self) -> int:
        """How many of its cells hold something; a blank one is a line of its own."""
        return sum([len(cells) for _, cells in self.cells if cells[0][2] is not BLANK])

    @property
    def extent(self) -> tuple[int, int]:
        """Where its first cell begins, and its last one ends."""
        (first, (head, *_)), (last, (*_, tail)) = self.cells[0], self.cells[-1]
        return first + head[0], last + tail[1]

    def tokens(self) -> list[Token]:
        """Its cells as tokens."""
        return [Token("CELL", at + start, at + end, cell) for at, cells in self.cells for start, end, cell in cells]


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
    """Collects runs line by line in `found`; `words` and what is beside them are of the run that has begun."""

    def __init__(self, mark: str, *, tabbed: bool) -> None:
        self.mark, self.tabbed, self.written = mark, tabbed, mark in "|,"
        self.numbers = _DIGITS + mark
        self.found: list[Run] = []
        self._begin()
        # in a layout with a tab before each cell, an empty line ends a row, and what is blank before a label belongs to none
        self.closed = True
        # the cells of a row stand beside one another: what follows on another line is none, but the number of a page, or torn off
        self.beside = False

    def _begin(self) -> None:
        self.words: list[str] = []
        self.places: list[tuple[int, int]] = []
        self.cells: list[tuple[int, Cells]] = []
        self.blanks: list[tuple[int, int]] = []
        self.filled = False

    def take(self, line: str, offset: int) -> bool:
        """Take in a line that begins at an offset; say whether it can be told for certain what it is."""
        if not line:  # a page may be mostly this
            return self._nothing()
        head = line.rstrip(self.numbers)
        numbers = numbers_in(line[len(head) :], self.mark) if head and self.mark != " " else ()
        if numbers:
            return self._fields(head, offset) and self._beside(offset + len(head), numbers)
        if self.written and self.mark in line:
            return is_rule(line) or self._fields(line, offset)
        return self._line(line, offset)

    def _line(self, line: str, offset: int) -> bool:
        """A line that does not end in numbers with marks between them."""
        kind, start, end, cells = line_of(line)
        if kind == VALUE:
            if (self.closed and self.tabbed) or self.beside:
                return False
            self._cells(offset, cells)
        elif kind == WORDS:
            self._word(line[start:end], offset + start, offset + end)
            return len(self.words) < _LONGEST
        elif kind in (SPACED, PAGE):
            return self.mark == " " and (kind == PAGE or self._spaced(line, offset))
        elif kind == NOTHING:
            return self._nothing()
        elif kind == BLANK_CELL:
            if self.words and not (self.closed or self.beside):
                self.cells.append((offset, cells))
        else:
            return kind == FIELDS and self._fields(line.rstrip(" \t\r"), offset)
        return True

    def _nothing(self) -> bool:
        """A line that says nothing, which is certain."""
        self.closed = self.closed or bool(self.cells)
        return True

    def _spaced(self, line: str, offset: int) -> bool:
        """A line with white space between its words and cells; say whether it is no more than that."""
        torn = self.beside
        for word in _WORD.finditer(line):
            kind, start, end, cells = line_of(word[0])
            at = offset + word.start()
            if kind == WORDS:
                self._word(word[0][start:end], at + start, at + end)
                torn = False
            elif kind not in (VALUE, MARK) or torn:
                return False
            else:
                self._beside(at, cells)
        return len(self.words) < _LONGEST

    def _word(self, text: str, start: int, end: int) -> None:
        """A line or field of words: part of the next label."""
        if self.cells:
            self.end_row()
        self.beside = False
        self.words.append(text)
        self.places.append((start, end))
        self.closed = False

    def _cells(self, offset: int, cells: Cells) -> None:
        """Cells of a line or field that begins at an offset, not all of them blank."""
        self.cells.append((offset, cells))
        self.filled = True

    def _beside(self, offset: int, cells: Cells) -> bool:
        """The same, beside other cells or words; say that they can be told for certain."""
        self._cells(offset, cells)
        self.beside = True
        return True

    def end_row(self) -> None:
        """The cells so far are a row's, unless all are blank: those pad a header."""
        if self.filled:
            self.found.append(Run(tuple(self.words), self.places, self.cells, self.blanks))
            self._begin()
        else:
            self.blanks.extend((len(self.words), offset + cell[0]) for offset, cells in self.cells for cell in cells)
            self.cells = []

    def _fields(self, line: str, offset: int) -> bool:
        """A line with marks between its fields: words, then cells; say whether it is no more than that."""
        fields = line.split(self.mark)
        if len(fields) > MOST_FIELDS:
            return False
        torn = self.beside
        for field in fields:
            kind, start, end, cells = line_of(field)
            if kind == WORDS:
                self._word(field[start:end], offset + start, offset + end)
                torn = False
            elif kind in (VALUE, MARK) and not torn:
                self._beside(offset, cells)
            elif kind != NOTHING:
                return False
            else:
                torn = torn or self.beside  # a blank cell, perhaps, and a further column makes up the number of values
            offset += len(field) + 1
        return True
