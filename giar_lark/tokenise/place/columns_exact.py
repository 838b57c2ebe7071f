"""Exact columns of a page: every value begins, ends or is centred just where its column does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from giar_lark.tokenise.place.page import Extent, Page, PageRow, Positions, agreeing, full_rows
from giar_lark.tokenise.split.piece import Piece

Anchor = Callable[[Extent], int]
_ANCHORS: tuple[Anchor, ...] = (lambda e: e.first, lambda e: e.last, lambda e: e.first + e.last)


def exact_columns(
    pages: Sequence[Page], rows: dict[int, PageRow], headers: Sequence[Piece | None], _pieces: Sequence[Piece]
) -> dict[int, Positions] | None:
    """Every value begins, ends or is centred exactly where its column does."""
    readings = [
        found
        for page in pages
        for anchor in _ANCHORS
        for columns in _anchor_sets(page, rows, headers, anchor)
        if (found := _match_all(page, rows, columns, anchor)) is not None
    ]
    return agreeing(readings)


def _anchor_sets(
    page: Page, rows: dict[int, PageRow], headers: Sequence[Piece | None], anchor: Anchor
) -> Iterator[tuple[int, ...]]:
    """The anchors of the columns, as the full rows show them, or else the header."""
    full = {tuple(anchor(page.extent(piece)) for piece in row.values) for row in full_rows(rows.values())}
    if len(full) == 1:
        yield next(iter(full))
    elif not full and headers and all(piece is not None for piece in headers):
        columns = tuple(anchor(page.extent(piece)) for piece in headers if piece is not None)
        if all(left < right for left, right in pairwise(columns)):
            yield columns


def _match_all(
    page: Page, rows: dict[int, PageRow], columns: tuple[int, ...], anchor: Anchor
) -> dict[int, Positions] | None:
    placed: dict[int, Positions] = {}
    for number, row in rows.items():
        anchors = [anchor(page.extent(piece)) for piece in row.values]
        if any(value not in columns for value in anchors):
            return None
        placed[number] = tuple(columns.index(value) for value in anchors)
    return placed
