"""A document that has spots instead of lines, and that nothing is written back into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from giar_lark.lang import Text
from giar_lark.lean.records import dataclass
from giar_lark.readers.layout import Layout, LayoutWriter, Spots
from giar_lark.readers.merged import merged_number
from giar_lark.source.address import Address
from giar_lark.source.source import Lines, Remark, Source
from giar_lark.source.span import Edit, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotDocument:
    """The bytes of a document, and where the text that was read out of it stands.

    `refusal` says why nothing is written back, where that has a reason of its own.
    """

    data: bytes
    format: str
    spots: Spots
    refusal: Text | None = None

    @property
    def document(self) -> None:
        """None: places are told as spots, and in what was read."""
        return None

    @property
    def takes_edits(self) -> bool:
        """False."""
        return False

    def locator(self) -> Spots:
        """The spots."""
        return self.spots

    def address(self, offset: int, *, end: bool = False) -> Address:
        """The spot that holds at an offset."""
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

    def edited(self, edits: Sequence[Edit]) -> Text | None:
        """The refusal."""
        return self.refusal


def spots_of(layout: Layout) -> Spots:
    """The addresses in a layout."""
    return Spots(Lines(Source(layout.text).line_starts), layout.spot_starts, layout.spots)


def torn_numbers(spans: Iterable[Span], writer: LayoutWriter) -> Iterator[Remark]:
    """What is said of numbers that stand over several cells, once for each."""
    text = writer.layout().text
    for span in spans:
        yield merged_number(text[slice(*span)].rstrip("?"), (span,))
