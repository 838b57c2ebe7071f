"""The rows of a document as plain values: what goes between processes, what a run keeps on disk, what is written into files."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.lean.named_tuple import NamedTuple

# whole numbers as they are, amounts with a fraction as texts without exponent, days as in ISO 8601
Plain = str | int | None
Row = list[Plain]


class Rows(NamedTuple):
    """What all rows of a document have alike, and the columns behind it, each from the first row to the last.

    A row a report is nothing but what is alike; without a row, the columns are there and empty.
    """

    shared: Row
    columns: list[list[Plain]]

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self.columns[0]) if self.columns else 1

    def each(self) -> Iterator[Row]:
        """The rows, each with the values of all columns in order."""
        return (
            ([*self.shared, *own] for own in zip(*self.columns, strict=True)) if self.columns else iter([self.shared])
        )
