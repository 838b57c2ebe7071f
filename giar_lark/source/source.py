"""A text with what is known of it, and offsets to lines."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, count
from operator import add
from typing import Protocol

from giar_lark.lang import Text
from giar_lark.lean.later import kept_property
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass
from giar_lark.source.address import Address, Locator, Spot
from giar_lark.source.span import Edit, Span

# above this many characters line starts are collected one by one, so that a file of line breaks costs no more than its size
_FEW = 1_000_000


class Place(NamedTuple):
    """A line and a column, both from 1, the column in code points."""

    line: int
    column: int


class Addresses(NamedTuple):
    """Some addresses: their lines, their columns, and their spots; without the last, where none has one."""

    lines: list[int]
    columns: list[int]
    spots: list[Spot | None] | None = None


def place_in(line_starts: Sequence[int], offset: int) -> Place:
    """Line and column of an offset into a text of which only the beginnings of its lines are known."""
    line = bisect_right(line_starts, offset)
    return Place(line, offset - line_starts[line - 1] + 1)


@dataclass(frozen=True, slots=True)
class Lines:
    """The addresses of a plain text: its own lines."""

    starts: Sequence[int]

    def address(self, offset: int, *, end: bool = False) -> Address:
        """Line and column; the end of the text is a place too."""
        line = bisect_right(self.starts, offset)
        return Address(line, offset - self.starts[line - 1] + 1)

    def offset(self, offset: int, *, end: bool = False) -> int:
        """The offset itself."""
        return offset

    def highest_number(self) -> int:
        """How many lines the text has."""
        return len(self.starts)


class Origin(Locator, Protocol):
    """The document of another format that the text of a source was read out of."""

    @property
    def format(self) -> str:
        """What the format is called: `html`, `docx`, …."""
        ...

    @property
    def document(self) -> str | None:
        """The decoded document, where it is a text that spans are told in; None where they are told in what was read."""
        ...

    @property
    def takes_edits(self) -> bool:
        """Whether anything can be written back into a document of this format."""
        ...

    def locator(self) -> Locator:
        """The addresses alone, without the document, to be kept for long."""
        ...

    def encoded(self) -> bytes:
        """The document as it was."""
        ...

    def edited(self, edits: Sequence[Edit]) -> bytes | Text | None:
        """The document with some edits of the text made in it, all else as it was; why not, or None, where that cannot be done."""
        ...


class Remark(NamedTuple):
    """What a reader has come upon in a document, told by the rule of reading that has this code, at a place of the text.

    What is `passing` lies in no document: another time it may be read.
    """

    code: str
    message: Text
    help: Text | None = None
    span: Span = Span(0, 0)
    related: tuple[tuple[Span, Text], ...] = ()
    passing: bool = False


@dataclass(frozen=True)
class Source:
    """A decoded document. Every span in the program points into `text`, which is never edited.

    `encoding` is what the bytes were read as, `mark` the byte order mark in front of them; `damaged` counts the characters
    that no encoding could settle (they stand as U+FFFD in the text); `binary` says that the bytes are no text at all, and
    `text` is then empty. `origin` is the document of another format that the text was read out of, `remarks` what its
    reader has to say of it; `enclosed` says that it stands inside another file or in a store, into which nothing is written.
    """

    text: str
    name: str = "-"
    encoding: str = "utf-8"
    damaged: int = 0
    binary: bool = False
    mark: bytes = b""
    origin: Origin | None = None
    remarks: tuple[Remark, ...] = ()
    enclosed: bool = False

    @property
    def takes_edits(self) -> bool:
        """Whether what is mended in the text can be written back into the document that the user has."""
        unfit = self.binary or self.damaged or self.enclosed
        return not unfit and (self.origin is None or self.origin.takes_edits)

    @kept_property
    def locator(self) -> Locator:
        """Where each offset stands in the document that the user has."""
        return Lines(self.line_starts) if self.origin is None else self.origin.locator()

    def address(self, offset: int) -> Address:
        """Where a character stands in the document that the user has."""
        return self.locator.address(offset)

    def addresses(self, offsets: Sequence[int]) -> Addresses:
        """Where some characters stand; for many this takes a fraction of what it takes one by one."""
        if self.origin is not None:
            found = list(map(self.locator.address, offsets))
            return Addresses([one.line for one in found], [one.column for one in found], [one.spot for one in found])
        starts = self.line_starts
        lines = [bisect_right(starts, offset) for offset in offsets]
        return Addresses(lines, [offset - starts[line - 1] + 1 for offset, line in zip(offsets, lines, strict=True)])

    def end_address(self, offset: int) -> Address:
        """Where a stretch that ends at an offset ends in the document that the user has."""
        return self.locator.address(offset, end=True)

    def told(self, span: Span) -> Span:
        """A span as users are told it: into the decoded document."""
        start = self.locator.offset(span.start)
        end = self.locator.offset(span.end, end=True) if span.end > span.start else start
        return Span(start, max(start, end))

    @property
    def document(self) -> str:
        """The decoded document that spans are told in: the text itself, or the mark-up that it was read out of."""
        whole = self.origin.document if self.origin else None
        return self.text if whole is None else whole

    @kept_property
    def line_starts(self) -> Sequence[int]:
        """The offset at which each line begins; see `place_in`."""
        if "\r" in self.text:
            return array("L", [0, *(end.end() for end in re.finditer(r"\r\n?|\n", self.text))])
        if len(self.text) >= _FEW:
            return self._many_line_starts()
        *broken, _ = self.text.split("\n")
        return [0, *map(add, accumulate(map(len, broken)), count(1))]

    def _many_line_starts(self) -> array[int]:
        starts, at = array("L", [0]), self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def place(self, offset: int) -> Place:
        """Line and column of an offset; the end of the text is a place too."""
        return Place(1, 1) if offset == 0 else place_in(self.line_starts, offset)

    def line_count(self) -> int:
        """How many lines the text has; an empty text has one."""
        return len(self.line_starts)

    def line_span(self, line: int) -> tuple[int, int]:
        """Start and end offset of a line (from 1), its line break left out."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end
