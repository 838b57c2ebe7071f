"""The text that is read out of a document, and where each of its pieces stands in the document.

Readers write it from front to back: a paragraph on a line, a row of a table on a line with a tab between its cells. That is
the one layout in which nothing is lost, so that the tokenisers need to know of no format.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass, field
from giar_lark.source.address import Address, Spot
from giar_lark.source.source import Lines

# inside a cell or a paragraph white space of any kind is no layout
_SPACES = lazy_pattern(r"[\t\r\n\f\v\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Layout:
    """A text in lines and tabs; its pieces, where each begins, how long it is, and how much of the document at which offset
    it was read from; its spots, and where each begins to hold.

    Between two pieces stands what the reader has put there: a tab, a line break, a space.
    """

    text: str
    starts: array[int]
    lengths: array[int]
    origins: array[int]
    widths: array[int]
    spot_starts: array[int]
    spots: tuple[Spot, ...]

    def origin(self, offset: int) -> int:
        """The offset in the document of a character of the text; of what was put between pieces, the end of the piece before."""
        number = bisect_right(self.starts, offset) - 1
        if number < 0:
            return 0
        return self._inside(number, offset - self.starts[number])

    def origin_end(self, offset: int) -> int:
        """The offset in the document behind the character of the text in front of an offset."""
        number = bisect_right(self.starts, offset - 1) - 1
        if number < 0:
            return 0
        return self._inside(number, offset - self.starts[number])

    def piece(self, offset: int) -> int | None:
        """The number of the piece that a character is in, or an offset is at the end of; None between pieces."""
        number = bisect_right(self.starts, offset) - 1
        return number if number >= 0 and offset <= self.starts[number] + self.lengths[number] else None

    def spot(self, offset: int) -> Spot | None:
        """The spot that holds at an offset; None in a document that has none."""
        number = bisect_right(self.spot_starts, offset) - 1
        return self.spots[max(number, 0)] if self.spots else None

    def starts_by_spot(self) -> dict[Spot, int]:
        """Where each spot first begins to hold."""
        return dict(zip(reversed(self.spots), reversed(self.spot_starts), strict=True))

    def _inside(self, number: int, into: int) -> int:
        length, width, origin = self.lengths[number], self.widths[number], self.origins[number]
        if into >= length:
            return origin + width
        return origin + (into if length == width else 0)


@dataclass(frozen=True, slots=True)
class Spots:
    """The addresses of a document that has spots; lines and columns are those of the text read out of it."""

    lines: Lines
    starts: array[int]
    spots: tuple[Spot, ...]

    def address(self, offset: int, *, end: bool = False) -> Address:
        """Line and column in the text, and the spot that holds there."""
        number = bisect_right(self.starts, offset - 1 if end and offset else offset) - 1
        line, column, _ = self.lines.address(offset)
        return Address(line, column, self.spots[max(number, 0)] if self.spots else None)

    def offset(self, offset: int, *, end: bool = False) -> int:
        """The offset in the text."""
        return offset

    def highest_number(self) -> int:
        """The highest number of a spot."""
        return max((spot.number for spot in self.spots), default=1)


@dataclass(slots=True)
class LayoutWriter:
    """Grows piece by piece; see `Layout`."""

    _parts: list[str] = field(default_factory=list)
    _at: int = 0
    _starts: array[int] = field(default_factory=lambda: array("L"))
    _lengths: array[int] = field(default_factory=lambda: array("L"))
    _origins: array[int] = field(default_factory=lambda: array("L"))
    _widths: array[int] = field(default_factory=lambda: array("L"))
    _spot_starts: array[int] = field(default_factory=lambda: array("L"))
    _spots: list[Spot] = field(default_factory=list)

    @property
    def at(self) -> int:
        """The length of what is written."""
        return self._at

    def spot(self, spot: Spot) -> None:
        """From here on what is written stands at a spot."""
        self._spot_starts.append(self._at)
        self._spots.append(spot)

    def write(self, text: str, origin: int, width: int | None = None) -> None:
        """Add a piece that was read from `width` characters of the document at an offset; as many as it has itself, if not given.

        Layout characters in it become spaces, one for one. An empty piece marks where a blank cell stands.
        """
        text = _SPACES.sub(lambda match: " " * len(match[0]), text)
        self._starts.append(self._at)
        self._lengths.append(len(text))
        self._origins.append(origin)
        self._widths.append(len(text) if width is None else width)
        self._put(text)

    def tab(self) -> None:
        """End a cell that others of its row follow."""
        self._put("\t")

    def line(self) -> None:
        """End a paragraph or a row."""
        self._put("\n")

    def space(self) -> None:
        """Hold two pieces of one cell or paragraph apart."""
        self._put(" ")

    def layout(self) -> Layout:
        """What was written."""
        text = "".join(self._parts)
        arrays = (self._starts, self._lengths, self._origins, self._widths, self._spot_starts)
        return Layout(text, *arrays, tuple(self._spots))

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._at += len(text)
