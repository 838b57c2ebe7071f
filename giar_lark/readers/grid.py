"""Rows of cells to layout text: where the rows of a sheet are rows of a table, and where they are paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass
from giar_lark.readers.layout import LayoutWriter
from giar_lark.source.address import Spot
from giar_lark.source.span import Span

_SENTENCE = lazy_pattern(r"[。；;！？]")
# the longest label of the three tables has fewer
_LABEL_CHARS = 60
_DIGIT = lazy_pattern(r"\d")


@dataclass(frozen=True, slots=True)
class Field:
    """A cell of a sheet: its text, how much of the document at which offset it was read from, and its spot.

    `framed` says that lines are drawn around it, so that it is a cell of a table even if it is blank. `torn` says that its
    number stands over several cells, and nobody knows for which.
    """

    text: str
    origin: int = 0
    width: int | None = None
    spot: Spot | None = None
    framed: bool = False
    torn: bool = False

    @property
    def is_filled(self) -> bool:
        """Whether anything can be seen in it."""
        return not self.text.isspace() and self.text != ""


class GridWriter:
    """Writes rows from top to bottom.

    A sheet has no paragraphs: a title or a sentence is a row that is filled in one cell, and so is a row of a table with
    nothing but blanks behind its label. What stands above it tells them apart, and lines that are drawn around cells.
    `torn` has the first place of each number that stands over several cells, by its spot and origin.
    """

    def __init__(self, writer: LayoutWriter) -> None:
        """Write into a layout."""
        self.writer = writer
        self.in_table = False
        self.below_words = False
        self.torn: dict[tuple[Spot | None, int], Span] = {}

    def row(self, fields: Sequence[Field]) -> None:
        """Add a row; blank cells beside a paragraph are left out."""
        filled = [field for field in fields if field.is_filled]
        cells = self._cells(fields, filled)
        if cells:
            self._write(cells)
        self.writer.line()
        self.in_table = len(cells) > 1
        self.below_words = len(filled) > 1 and not any(_DIGIT.search(field.text) for field in filled)

    def _cells(self, fields: Sequence[Field], filled: Sequence[Field]) -> Sequence[Field]:
        """The cells of a row of a table; the one that is filled, where the row is a paragraph; none of an empty row."""
        if len(filled) > 1 or sum(field.framed for field in fields) > 1:
            return fields
        if not filled:
            return fields if self.below_words else ()
        return fields if self.in_table and _may_be_label(filled[0].text) else filled

    def _write(self, cells: Sequence[Field]) -> None:
        for number, field in enumerate(cells):
            if number:
                self.writer.tab()
            if field.spot is not None:
                self.writer.spot(field.spot)
            start = self.writer.at
            self.writer.write(field.text, field.origin, field.width)
            if field.torn:
                self.torn.setdefault((field.spot, field.origin), Span(start, self.writer.at))


def _may_be_label(text: str) -> bool:
    return len(text) <= _LABEL_CHARS and not _SENTENCE.search(text)
