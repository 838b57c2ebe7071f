"""A PDF as the origin of a source: its spots; it is never edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from giar_lark.address import Address
from giar_lark.findings import Edit, Text
from giar_lark.readers.layout import Spots

_PRINTED = Text(
    "PDF 不能直接改，请在 Word 原件中改好后重新导出",
    "a PDF cannot be mended itself: mend the Word file, and export it again",
)


@dataclass(frozen=True, slots=True)
class PdfOrigin:
    """The bytes of a PDF, and where the text that was read out of it stands."""

    data: bytes
    spots: Spots
    format: str = "pdf"

    @property
    def document(self) -> None:
        """None: places are told as spots, and in what was read."""
        return None

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
        """The number of the last page that has text."""
        return self.spots.highest_number()

    def encoded(self) -> bytes:
        """The PDF as it was."""
        return self.data

    def edited(self, edits: Sequence[Edit]) -> Text:
        """Why not: a PDF is as good as printed, and is mended where it was made."""
        return _PRINTED
