"""Offsets into a text, and the positions of a client, which counts columns in the units of its encoding."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate

from lsprotocol import types

from giar_lark.lean.later import kept_property
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.source.source import Source
from giar_lark.source.span import Span

_ASTRAL = lazy_pattern("[\U00010000-\U0010ffff]")


def _utf16_width(char: str) -> int:
    return 2 if char > "\uffff" else 1


def _utf8_width(char: str) -> int:
    return 1 if char < "\x80" else 2 if char < "\u0800" else 3 if char < "\U00010000" else 4


_WIDTHS: dict[str, Callable[[str], int]] = {"utf-16": _utf16_width, "utf-8": _utf8_width}


class Positions:
    """The positions of a text in one encoding: `utf-16`, `utf-8` or `utf-32`. Lines end as the protocol has it: \\n, \\r\\n, \\r."""

    def __init__(self, text: str, encoding: str) -> None:
        self._source, self._encoding = Source(text), encoding

    @kept_property
    def _units(self) -> array[int] | None:
        """How many units stand in front of each offset; None where every character is one."""
        text = self._source.text
        if self._encoding not in _WIDTHS or (self._encoding == "utf-16" and not _ASTRAL.search(text)):
            return None
        return array("Q", accumulate(map(_WIDTHS[self._encoding], text), initial=0))

    def position(self, offset: int) -> types.Position:
        """The position of an offset."""
        place = self._source.place(offset)
        start = offset - place.column + 1
        units = self._units
        return types.Position(place.line - 1, offset - start if units is None else units[offset] - units[start])

    def range(self, span: tuple[int, int]) -> types.Range:
        """The range of a span."""
        return types.Range(self.position(span[0]), self.position(span[1]))

    def offset(self, position: types.Position) -> int:
        """The offset of a position. One behind the end of its line means that end, one behind the text the end of the text.

        One inside a character means the beginning of that character.
        """
        if position.line >= self._source.line_count():
            return len(self._source.text)
        start, end = self._source.line_span(position.line + 1)
        units = self._units
        if units is None:
            return min(start + position.character, end)
        return bisect_right(units, units[start] + position.character, start, end + 1) - 1

    def span(self, range: types.Range) -> Span:
        """The span of a range."""
        return Span(self.offset(range.start), self.offset(range.end))


class SourcePositions(Positions):
    """The positions of a source in the document that it was read out of.

    A document without lines has one place only, its beginning; what is said of it names the spot in words.
    """

    def __init__(self, source: Source, encoding: str, *, is_inside: bool = False) -> None:
        super().__init__(source.document, encoding)
        self._read, self._is_inside = source, is_inside

    @property
    def are_lines(self) -> bool:
        """Whether the document has lines that an editor could show; one inside an archive has none."""
        return not self._is_inside and (self._read.origin is None or self._read.origin.document is not None)

    def position(self, offset: int) -> types.Position:
        """The position of an offset into the source's text."""
        return super().position(self._read.locator.offset(offset)) if self.are_lines else types.Position(0, 0)

    def range(self, span: tuple[int, int]) -> types.Range:
        """The range of a span of the source's text."""
        if not self.are_lines:
            return types.Range(types.Position(0, 0), types.Position(0, 0))
        start, end = self._read.told(Span(*span))
        return types.Range(super().position(start), super().position(end))

    def offset(self, position: types.Position) -> int:
        """The offset into the source's text of a position; one in the mark-up means what stands in front of it."""
        told, locator = super().offset(position), self._read.locator
        if self._read.origin is None:
            return told
        size = len(self._read.text)
        found = bisect_left(range(size + 1), told + 1, key=locator.offset) - 1
        return min(max(found, 0), size)
