"""What a page is made of, from the top: lines of text, and tables of rows."""

from __future__ import annotations

from giar_lark.lean.records import dataclass
from giar_lark.readers.pdf.lines import Line
from giar_lark.readers.pdf.page import Page
from giar_lark.source.address import Box


@dataclass(frozen=True, slots=True)
class Entry:
    """A text in a row: its place on the page as it is shown, and the cell around it on the page as it is read.

    `open` says that nothing of the table stands below the cell on its page.
    """

    text: str
    box: Box
    cell: Box
    open: bool = False


Row = list[Entry]


@dataclass(slots=True)
class Table:
    """A table, or what of it stands on one page; `ruled` if there are rules around its cells."""

    page: Page
    box: Box
    rows: list[Row]
    ruled: bool = True

    @property
    def top(self) -> float:
        """Where it begins on its page."""
        return self.box[1]


@dataclass(slots=True)
class TextLine:
    """A line of text outside tables."""

    page: Page
    line: Line

    @property
    def top(self) -> float:
        """Where it begins on its page."""
        return self.line.box[1]


Block = Table | TextLine
