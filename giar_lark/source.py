"""A text with what is known of it, bytes to text, and offsets to lines: the only module that knows encodings."""

from __future__ import annotations

import codecs
import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, count
from operator import add
from typing import Protocol

from giar_lark.address import Address, Locator
from giar_lark.findings import Edit, Text
from giar_lark.later import kept_property
from giar_lark.named_tuple import NamedTuple
from giar_lark.records import dataclass
from giar_lark.span import Span

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


# above this many characters line starts are collected one by one, so that a file of line breaks costs no more than its size
_FEW = 1_000_000


# a text has next to no other characters
_READABLE = 0.9


class Place(NamedTuple):
    """A line and a column, both from 1, the column in code points."""

    line: int
    column: int


def place_in(line_starts: Sequence[int], offset: int) -> Place:
    """Line and column of an offset into a text of which only the beginnings of its lines are known."""
    line = bisect_right(line_starts, offset)
    return Place(line, offset - line_starts[line - 1] + 1)


@dataclass(frozen=True, slots=True)
class Lines:
    """The addresses of a plain text: its own lines."""

    starts: array[int]

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
    def line_starts(self) -> array[int]:
        """The offset at which each line begins; see `place_in`."""
        if "\r" in self.text:
            return array("L", [0, *(end.end() for end in re.finditer(r"\r\n?|\n", self.text))])
        if len(self.text) >= _FEW:
            return self._many_line_starts()
        *broken, _ = self.text.split("\n")
        return array("L", [0, *map(add, accumulate(map(len, broken)), count(1))])

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


def decode(data: bytes, name: str) -> Source:
    """Plain text to a source. Never raises.

    Encodings are found without asking: a byte order mark, UTF-16 without one (seen by its zero bytes), strict UTF-8,
    then GB18030, which covers GBK and GB2312.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decoded(data, name, encoding, bom)
    if b"\x00" in data[:4096]:
        wide = _utf16_without_bom(data)
        return _decoded(data, name, wide) if wide else _binary(name)
    if data.startswith((b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")):
        return _binary(name)
    try:
        return Source(data.decode("utf-8"), name)
    except UnicodeDecodeError:
        return _best_of(data, name)


def encode(source: Source) -> bytes:
    """The bytes of a source, as it was read: same encoding, same byte order mark, same format."""
    if source.origin is not None:
        return source.origin.encoded()
    return source.mark + source.text.encode(source.encoding)


def _binary(name: str) -> Source:
    return Source("", name, "binary", binary=True)


def _decoded(data: bytes, name: str, encoding: str, mark: bytes = b"") -> Source:
    text = data[len(mark) :].decode(encoding, errors="replace")
    return Source(text, name, encoding, damaged=text.count("\ufffd"), mark=mark)


def _best_of(data: bytes, name: str) -> Source:
    """GB18030 if it decodes, else whichever of UTF-8 and GB18030 loses fewer characters."""
    try:
        return Source(data.decode("gb18030"), name, "gb18030")
    except UnicodeDecodeError:
        sources = [_decoded(data, name, encoding) for encoding in ("utf-8", "gb18030")]
        best = min(sources, key=lambda source: source.damaged)
        return _binary(name) if best.damaged * 10 > len(best.text) else best


def _utf16_without_bom(data: bytes) -> str | None:
    """The byte order of UTF-16 that makes the beginning readable; None if neither does, and the bytes are no text."""
    if len(data) % 2:
        return None
    shares = {
        encoding: _readable(data[:4096].decode(encoding, errors="replace")) for encoding in ("utf-16-le", "utf-16-be")
    }
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] > _READABLE else None


def _readable(text: str) -> float:
    """The share of a text that is Chinese, printable ASCII, full-width or white space."""
    good = sum(
        "\u3000" <= c <= "\u9fff" or "\uff00" <= c <= "\uffef" or (c.isascii() and c.isprintable()) or c.isspace()
        for c in text
    )
    return good / max(len(text), 1)
