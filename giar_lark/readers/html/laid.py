"""A stream to layout text: blocks to lines, cells to fields, white space as a browser shows it."""

from __future__ import annotations

from collections.abc import Mapping

from giar_lark.lean.records import dataclass, field
from giar_lark.readers.html.lists import ORDINAL
from giar_lark.readers.html.pictures import DRAWN
from giar_lark.readers.html.stream import (
    BREAK,
    CELL,
    CLOSE_NOTE,
    FLAG,
    HARD_LINE,
    HARD_TAB,
    LINE,
    NUMBER,
    OPEN_NOTE,
    PICTURE,
    SPACE,
    TEXT,
    UNSEEN,
    Stream,
)
from giar_lark.readers.layout import LayoutWriter
from giar_lark.readers.unread import Unread, quoted
from giar_lark.readers.wide import is_wide
from giar_lark.source.span import Span

# what a cell may hold that has no number
_MARKS = "-—–－−/／\\无"
_BRACKETS = "([（［〔【"


@dataclass(slots=True)
class Laid:
    """The text as it is written; `told` gets the place in it of each entry of the document that something is to be said of."""

    stream: Stream
    tell: Mapping[int, object]
    writer: LayoutWriter = field(default_factory=LayoutWriter)
    told: dict[int, Span] = field(default_factory=dict)
    struck: list[int] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    # the last character of the field or line; the space, the number and the bracket that the next character may need
    _last: str = ""
    _space: int = -1
    _number: int = -1
    _note: int = -1
    _closing: str = ""
    # the entry of the cell, None outside rows
    _cell: int | None = None
    _line_has_text: bool = False

    def front(self, label: str, start: int, end: int) -> None:
        """A line of what the page says of itself and does not show."""
        self.writer.write(label, start, 0)
        self.writer.write(self.stream.document[start:end], start)
        self.writer.line()

    def write(self) -> None:
        """The whole stream."""
        for number, kind in enumerate(self.stream.kinds):
            if kind == TEXT:
                self._text(number)
            elif kind in (SPACE, BREAK):
                self._space = number if self._space < 0 or kind == SPACE else self._space
            elif kind == LINE:
                self._end_line()
            elif kind == CELL:
                self._begin_cell(number)
            else:
                self._seldom(kind, number)
        self._end_line()

    def _seldom(self, kind: int, number: int) -> None:
        if kind == HARD_LINE:
            self._end_line(always=True)
        elif kind == HARD_TAB:
            self._forget()
            self.writer.tab()
            self._line_has_text = True
        elif kind == NUMBER:
            self._number = number if self.stream.text(number) else -1
        elif kind == OPEN_NOTE:
            self._note = number
        elif kind == CLOSE_NOTE and self._closing:
            self.writer.write(self._closing, self.stream.origins[number], 0)
            self._closing, self._last = "", ")"
        elif kind == FLAG:
            self.struck.append(self.writer.at)
        elif kind == PICTURE and self._cell is not None:
            drawn = self.stream.widths[number] == DRAWN
            self.unread.append(Unread("drawn in a cell" if drawn else "picture in a cell", self.writer.at))
        elif kind == UNSEEN:
            self._unseen(self.stream.text(number))

    def _unseen(self, text: str) -> None:
        """Note what nobody sees; what follows right behind another is part of it."""
        last = self.unread[-1] if self.unread else None
        if last is not None and last.what == "hidden" and last.offset == self.writer.at:
            self.unread[-1] = last._replace(text=quoted(last.text + text))
        elif text.strip():
            self.unread.append(Unread("hidden", self.writer.at, quoted(text)))

    def _text(self, number: int) -> None:
        stream, text = self.stream, self.stream.text(number)
        if self._number >= 0:
            self._write_number(text)
        if self._note >= 0:
            self._open_note(text)
        if self._space >= 0:
            self._write_space(text)
        origin = stream.origins[number]
        if origin in self.tell and origin not in self.told:
            self.told[origin] = Span(self.writer.at, self.writer.at + len(text))
        self.writer.write(text, origin, stream.widths[number])
        self._last, self._line_has_text = text[-1], True

    def _write_space(self, text: str) -> None:
        number, self._space = self._space, -1
        if not self._last or (self.stream.kinds[number] == BREAK and is_wide(self._last) and is_wide(text[0])):
            return
        self.writer.write(" ", self.stream.origins[number], self.stream.widths[number])

    def _write_number(self, text: str) -> None:
        """The number of a list's item, unless the words behind it begin with theirs, so that none is drawn."""
        number, self._number = self._number, -1
        if not ORDINAL.match(text):
            spelled = self.stream.text(number)
            self.writer.write(spelled, self.stream.origins[number], 0)
            self._last, self._line_has_text = spelled[-1], True

    def _open_note(self, text: str) -> None:
        """What is raised behind a number, or a mark for none, is a note, and no digit of it; so are figures behind a word."""
        number, self._note = self._note, -1
        if (
            self._cell is not None
            and self._last
            and ((text[0].isdecimal() and is_wide(self._last)) or self._last.isdigit() or self._last in _MARKS)
            and text[0] not in _BRACKETS
        ):
            self.writer.write("[", self.stream.origins[number], 0)
            self._last, self._closing, self._space = "[", "]", -1

    def _begin_cell(self, number: int) -> None:
        if self._cell is None:
            self._end_line()
        else:
            self._end_cell()
            self.writer.tab()
        self._cell = number
        self._forget()

    def _end_cell(self) -> None:
        if self._cell is not None and not self._last:
            stream = self.stream
            self.writer.write("", stream.origins[self._cell], stream.widths[self._cell])

    def _end_line(self, *, always: bool = False) -> None:
        self._end_cell()
        if always or self._line_has_text or self._cell is not None:
            self.writer.line()
        # the words of an item may begin on the next line
        number = -1 if self._line_has_text else self._number
        self._cell, self._line_has_text = None, False
        self._forget()
        self._number = number

    def _forget(self) -> None:
        self._last, self._space, self._number, self._note, self._closing = "", -1, -1, -1, ""
