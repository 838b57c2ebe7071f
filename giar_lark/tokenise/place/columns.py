"""Columns of a page: where white space keeps values under their headers, a blank cell is a gap in a column.

Converters pad cells with spaces. They count a wide character as one column or as two, align to the left, the right or the
middle, honour merged cells or forget them, and let a long label push the rest of its line to the right. Each habit is a
hypothesis here. It must explain every value of the table; where two explain the table and disagree on a row, the row has
lost its places.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from giar_lark.tokenise.place.columns_exact import exact_columns
from giar_lark.tokenise.place.columns_loose import loose_columns
from giar_lark.tokenise.place.columns_padded import padded_columns
from giar_lark.tokenise.place.columns_pushed import pushed_columns
from giar_lark.tokenise.place.page import Page, PageRow, Positions, page_row
from giar_lark.tokenise.rows.row import Row
from giar_lark.tokenise.split.piece import Piece

# so many spaces may be a separator
_SEPARATOR = 5


def place_by_columns(
    text: str, rows: Sequence[Row], headers: Sequence[Piece | None], pieces: Sequence[Piece]
) -> dict[int, Positions]:
    """The positions of the values of each row (by its number in `rows`) that the page settles; other rows are left out.

    `headers` holds the pieces of the column labels in the order of the columns, None for one that was not found.
    """
    wanted = max((row.wanted for row in rows), default=0)
    if not any(row.wanted == wanted > len(row.values) > 0 for row in rows):
        return {}
    page_rows = {n: row for n, r in enumerate(rows) if r.wanted == wanted and (row := page_row(r)) is not None}
    partial = {n: row for n, row in page_rows.items() if len(row.values) < wanted}
    lines = {row.values[0].row for row in page_rows.values()}
    if not partial or len(lines) < len(page_rows) or not _keeps_columns(page_rows.values()):
        return {}
    pages = (Page(text, 1), Page(text, 2))
    for strategy in (exact_columns, padded_columns, pushed_columns):
        placed = strategy(pages, page_rows, headers, pieces)
        if placed and _plausible(placed, page_rows):
            return {n: positions for n, positions in placed.items() if n in partial}
    return {n: positions for n, positions in _by_pages(pages, page_rows, headers).items() if n in partial}


def _by_pages(views: Sequence[Page], rows: dict[int, PageRow], headers: Sequence[Piece | None]) -> dict[int, Positions]:
    """Loose columns, each printed page by itself: a form feed parts pages, and each has columns of its own."""
    text, pages = views[0].text, dict[int, dict[int, PageRow]]()
    for number, row in rows.items():
        pages.setdefault(_page_of(text, row.values[0]), {})[number] = row
    placed: dict[int, Positions] = {}
    for page, page_rows in pages.items():
        own = [piece if piece is not None and _page_of(text, piece) == page else None for piece in headers]
        found = loose_columns(views, page_rows, own)
        if found and _plausible(found, page_rows):
            placed.update(found)
    return placed


def _page_of(text: str, piece: Piece) -> int:
    return text.rfind("\f", 0, piece.start)


def _plausible(placed: dict[int, Positions], rows: dict[int, PageRow]) -> bool:
    """Whether the placed rows of table 3 mostly add up to their totals: columns read askew never do."""
    tested = [(rows[n], positions) for n, positions in placed.items() if rows[n].wanted == 7 and len(positions) > 1]
    askew = sum(not _adds_up(row, positions) for row, positions in tested)
    return askew <= max(1, len(tested) // 8) and (askew == 0 or len(tested) > 2)


def _adds_up(row: PageRow, positions: Positions) -> bool:
    numbers = [piece.cell.value if piece.cell and piece.cell.value is not None else 0 for piece in row.values]
    return positions[-1] == row.wanted - 1 and sum(numbers[:-1]) == numbers[-1]


def _keeps_columns(rows: Collection[PageRow]) -> bool:
    """Whether white space shows columns at all: some values stand further apart than one space, and not always equally far.

    Values of several widths that always stand a few spaces apart have a separator of so many spaces between them. Where each
    row has but one value, white space shows something if it is more than a space behind some label.
    """
    pairs = [pair for row in rows for pair in pairwise(row.values)]
    gaps = {right.start - left.end for left, right in pairs}
    widths = {len(piece.text) for pair in pairs for piece in pair}
    if not gaps:
        return any(row.label is None or row.values[0].start - row.label.end > 1 for row in rows)
    return max(gaps) > 1 and (len(gaps) > 1 or max(gaps) > _SEPARATOR or len(widths) == 1)
