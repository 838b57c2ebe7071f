"""A document that has spots instead of lines, and that nothing is written back into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from giar_lark.address import Address
from giar_lark.findings import Edit, Text
from giar_lark.readers.layout import Layout, LayoutWriter, Spots
from giar_lark.source import Lines, Remark, Source
from giar_lark.span import Span


@dataclass(frozen=True)
class SpotDocument:
    """The bytes of a document, and what was read out of them."""

    data: bytes
    format: str
    layout: Layout
    document: None = None

    @cached_property
    def spots(self) -> Spots:
        """The addresses alone."""
        lines = Lines(Source(self.layout.text).line_starts)
        return Spots(lines, self.layout.spot_starts, self.layout.spots)

    def locator(self) -> Spots:
        """The addresses alone."""
        return self.spots

    def address(self, offset: int, *, end: bool = False) -> Address:
        """The spot, and line and column in the text."""
        return self.spots.address(offset, end=end)

    def offset(self, offset: int, *, end: bool = False) -> int:
        """The offset in the text."""
        return offset

    def highest_number(self) -> int:
        """The highest number of a spot."""
        return self.spots.highest_number()

    def encoded(self) -> bytes:
        """The document as it was."""
        return self.data

    def edited(self, edits: Sequence[Edit]) -> bytes | None:
        """Nothing."""
        return None


def torn_numbers(spans: Iterable[Span], writer: LayoutWriter) -> Iterator[Remark]:
    """What is said of numbers that stand over several cells, once for each."""
    text = writer.layout().text
    for span in spans:
        number = text[slice(*span)].rstrip("?")
        yield Remark(
            "RD-20",
            Text(
                f"{number} 占了几格，不知道属于哪一格",
                f"{number} stands over several cells, and nobody knows for which",
            ),
            Text("拆分单元格，每格各填一个数", "split the merged cell, and write a number into each"),
            span,
        )
