"""Columns of a page: where white space keeps values under their headers, a blank cell is a gap in a column.

Converters pad cells with spaces. They count a wide character as one column or as two, align to the left, the right or the
middle, honour merged cells or forget them, and let a long label push the rest of its line to the right. Each habit is a
hypothesis here. It must explain every value of the table; where two explain the table and disagree on a row, the row has
lost its places.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import accumulate, combinations, pairwise
from unicodedata import east_asian_width

from giar_lark.records import dataclass
from giar_lark.tokenise.characters import FILLER
from giar_lark.tokenise.piece import Piece
from giar_lark.tokenise.row import Row

# in a page without exact columns a value may stand this far from its own, and must stand this much nearer than to any other
_REACH, _LEAD = 3, 2
# so many spaces may be a separator
_SEPARATOR = 5

# a value's position among a row's cells, for each of its values
Positions = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Extent:
    """The columns of the page that a piece covers, both ends included."""

    first: int
    last: int

    def distance(self, other: Extent) -> int:
        """How many columns lie between two stretches; 0 if they touch."""
        return max(self.first - other.last, other.first - self.last, 0)


class Page:
    """The text of a table as a page: extents of its pieces, a wide character counted as `wide` columns, one not seen as none."""

    def __init__(self, text: str, wide: int) -> None:
        self._text, self._plain = text, wide == 1 and FILLER not in text
        self._widths = {"W": wide, "F": wide}
        self._counted: dict[int, list[int]] = {}

    def extent(self, piece: Piece) -> Extent:
        """Where a piece stands on its line."""
        return Extent(self._column(piece.start), self._column(piece.end) - 1)

    def _column(self, offset: int) -> int:
        start = self._text.rfind("\n", 0, offset) + 1
        if self._plain:
            return offset - start
        counted = self._counted.get(start)
        if counted is None:
            counted = self._counted[start] = self._count(start)
        return counted[offset - start]

    def _count(self, start: int) -> list[int]:
        """The columns that stand before each character of the line that begins at an offset, and before its end."""
        stop = self._text.find("\n", start)
        line = self._text[start:] if stop < 0 else self._text[start:stop]
        return list(accumulate((self._width(char) for char in line), initial=0))

    def _width(self, char: str) -> int:
        return 0 if char == FILLER else self._widths.get(east_asian_width(char), 1)


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row to place: its values on one line, how many cells it has, and the first word of the label cell before them."""

    values: tuple[Piece, ...]
    wanted: int
    label: Piece | None


Anchor = Callable[[Extent], int]
_ANCHORS: tuple[Anchor, ...] = (lambda e: e.first, lambda e: e.last, lambda e: e.first + e.last)


def place_by_columns(
    text: str, rows: Sequence[Row], headers: Sequence[Piece | None], pieces: Sequence[Piece]
) -> dict[int, Positions]:
    """The positions of the values of each row (by its number in `rows`) that the page settles; other rows are left out.

    `headers` holds the pieces of the column labels in the order of the columns, None for one that was not found.
    """
    wanted = max((row.wanted for row in rows), default=0)
    if not any(row.wanted == wanted > len(row.values) > 0 for row in rows):
        return {}
    page_rows = {n: row for n, r in enumerate(rows) if r.wanted == wanted and (row := _page_row(r)) is not None}
    partial = {n: row for n, row in page_rows.items() if len(row.values) < wanted}
    lines = {row.values[0].row for row in page_rows.values()}
    if not partial or len(lines) < len(page_rows) or not _keeps_columns(page_rows.values()):
        return {}
    for strategy in (_exact, _padded, _pushed):
        placed = strategy(text, page_rows, headers, pieces)
        if placed and _plausible(placed, page_rows):
            return {n: positions for n, positions in placed.items() if n in partial}
    return {n: positions for n, positions in _by_pages(text, page_rows, headers).items() if n in partial}


def _by_pages(text: str, rows: dict[int, PageRow], headers: Sequence[Piece | None]) -> dict[int, Positions]:
    """Loose columns, each printed page by itself: a form feed parts pages, and each has columns of its own."""
    pages: dict[int, dict[int, PageRow]] = {}
    for number, row in rows.items():
        pages.setdefault(_page_of(text, row.values[0]), {})[number] = row
    placed: dict[int, Positions] = {}
    for page, page_rows in pages.items():
        own = [piece if piece is not None and _page_of(text, piece) == page else None for piece in headers]
        found = _loose(text, page_rows, own)
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


def _page_row(row: Row) -> PageRow | None:
    values = tuple(row.values)
    if not values or len({piece.row for piece in values}) != 1:
        return None
    label = [piece for piece in row.zone.spelled if piece.row == values[0].row and piece.end <= values[0].start]
    while len(label) > 1 and label[-2].end + 1 >= label[-1].start:
        label.pop()  # words with one space between them are one cell, and it begins with the first
    return PageRow(values, row.wanted, label[-1] if label else None)


def _keeps_columns(rows: Collection[PageRow]) -> bool:
    """Whether white space shows columns at all: some values stand further apart than one space, and not always equally far.

    Values of several widths that always stand a few spaces apart have a separator of so many spaces between them.
    """
    pairs = [pair for row in rows for pair in pairwise(row.values)]
    gaps = {right.start - left.end for left, right in pairs}
    widths = {len(piece.text) for pair in pairs for piece in pair}
    return not gaps or (max(gaps) > 1 and (len(gaps) > 1 or max(gaps) > _SEPARATOR or len(widths) == 1))


def _full(rows: dict[int, PageRow]) -> list[PageRow]:
    return [row for row in rows.values() if len(row.values) == row.wanted]


# ------------------------------------------------------------------------------------------- exact columns


def _exact(
    text: str, rows: dict[int, PageRow], headers: Sequence[Piece | None], _pieces: Sequence[Piece]
) -> dict[int, Positions] | None:
    """Every value begins, ends or is centred exactly where its column does."""
    readings = [
        found
        for wide in (1, 2)
        for anchor in _ANCHORS
        for columns in _anchor_sets(Page(text, wide), rows, headers, anchor)
        if (found := _match_all(Page(text, wide), rows, columns, anchor)) is not None
    ]
    return _agreeing(readings)


def _anchor_sets(
    page: Page, rows: dict[int, PageRow], headers: Sequence[Piece | None], anchor: Anchor
) -> Iterator[tuple[int, ...]]:
    """The anchors of the columns, as the full rows show them, or else the header."""
    full = {tuple(anchor(page.extent(piece)) for piece in row.values) for row in _full(rows)}
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


def _agreeing(readings: Sequence[dict[int, Positions]]) -> dict[int, Positions] | None:
    """What all readings say alike; None if there is no reading."""
    if not readings:
        return None
    first = readings[0]
    return {n: positions for n, positions in first.items() if all(other.get(n) == positions for other in readings)}


# ------------------------------------------------------------------------------------------- padded cells


def _padded(
    text: str, rows: dict[int, PageRow], _headers: Sequence[Piece | None], pieces: Sequence[Piece]
) -> dict[int, Positions] | None:
    """Cells padded to the width of their column, merged cells forgotten: a row's values follow its label cell by cell."""
    readings = []
    for wide in (1, 2):
        page = Page(text, wide)
        columns = _cell_columns(text, page, pieces)
        found = _follow_labels(page, rows, columns) if columns else None
        if found:
            readings.append(found)
    return _agreeing(readings)


def _cells_of_line(text: str, pieces: Sequence[Piece]) -> list[tuple[Piece, Piece]]:
    """The cells of a page, each by its first and last word: words with a single space between them are one cell."""
    cells: list[tuple[Piece, Piece]] = []
    for piece in pieces:
        if not piece.text:
            continue
        last = cells[-1][1] if cells else None
        if last is not None and last.row == piece.row and text[last.end : piece.start] == " " and piece.cell is None:
            cells[-1] = (cells[-1][0], piece)
        else:
            cells.append((piece, piece))
    return cells


def _cell_columns(text: str, page: Page, pieces: Sequence[Piece]) -> dict[int, int] | None:
    """The number of each column of the page by where it begins.

    A column is as wide as its widest cell and a constant margin; a column that begins further on hides blank ones.
    """
    widths: dict[int, int] = {}
    for first, last in _cells_of_line(text, pieces):
        start = page.extent(first).first
        widths[start] = max(widths.get(start, 0), page.extent(last).last + 1 - start)
    starts = sorted(widths)
    if not 4 <= len(starts) <= 16:
        return None
    gaps = [right - left - widths[left] for left, right in pairwise(starts)]
    margin = min(gaps)
    if margin < 1:
        return None
    numbers, number = {starts[0]: 0}, 0
    for right, gap in zip(starts[1:], gaps, strict=True):
        if gap % margin:
            return None
        number += gap // margin
        numbers[right] = number
    return numbers


def _follow_labels(page: Page, rows: dict[int, PageRow], columns: dict[int, int]) -> dict[int, Positions] | None:
    placed: dict[int, Positions] = {}
    for number, row in rows.items():
        if row.label is None:
            return None
        starts = [page.extent(piece).first for piece in (row.label, *row.values)]
        if any(start not in columns for start in starts):
            return None
        positions = tuple(columns[start] - columns[starts[0]] - 1 for start in starts[1:])
        if positions[-1] >= row.wanted or positions[0] < 0 or (len(positions) == row.wanted and positions[0]):
            return None
        placed[number] = positions
    ends = [positions[-1] for positions in placed.values()]
    return (
        placed
        if ends and ends.count(max(ends)) * 2 > len(ends) and max(ends) == next(iter(rows.values())).wanted - 1
        else None
    )


# ------------------------------------------------------------------------------------------- pushed lines


def _pushed(
    text: str, rows: dict[int, PageRow], headers: Sequence[Piece | None], _pieces: Sequence[Piece]
) -> dict[int, Positions] | None:
    """Exact columns, but a label longer than its own column pushes the rest of its line to the right."""
    if any(piece is None for piece in headers) or not headers:
        return None
    for wide in (1, 2):
        page = Page(text, wide)
        columns = tuple(page.extent(piece).first for piece in headers if piece is not None)
        if all(left < right for left, right in pairwise(columns)):
            found = _match_pushed(page, rows, columns)
            if found:
                return found
    return None


def _match_pushed(page: Page, rows: dict[int, PageRow], columns: tuple[int, ...]) -> dict[int, Positions] | None:
    """Each row's push is its label's end beyond the label's column; rows with a label at the same place share that column."""
    options = {number: _pushes(page, row, columns) for number, row in rows.items()}
    if any(not found for found in options.values()):
        return None
    placed: dict[int, Positions] = {}
    for number, row in rows.items():
        fitting = {
            push: p for push, p in options[number].items() if push == 0 or _possible(page, row, push, rows, options)
        }
        if 0 in options[number]:
            placed[number] = options[number][0]
        elif len(fitting) == 1:
            placed[number] = next(iter(fitting.values()))
    return placed


def _pushes(page: Page, row: PageRow, columns: tuple[int, ...]) -> dict[int, Positions]:
    starts = [page.extent(piece).first for piece in row.values]
    found: dict[int, Positions] = {}
    for column in columns:
        push = starts[0] - column
        if push >= 0 and all(start - push in columns for start in starts):
            found[push] = tuple(columns.index(start - push) for start in starts)
    return found


def _possible(
    page: Page, row: PageRow, push: int, rows: dict[int, PageRow], options: dict[int, dict[int, Positions]]
) -> bool:
    """Whether a push agrees with the rows whose labels begin at the same place."""
    if row.label is None:
        return False
    label = page.extent(row.label)
    limit = label.last - push
    for number, other in rows.items():
        if other is row or other.label is None or page.extent(other.label).first != label.first:
            continue
        end = page.extent(other.label).last
        if end > limit and end - limit not in options[number]:
            return False
        if end <= limit and 0 not in options[number]:
            return False
    return True


# ------------------------------------------------------------------------------------------- loose columns


def _loose(text: str, rows: dict[int, PageRow], headers: Sequence[Piece | None]) -> dict[int, Positions] | None:
    """Values stand under their columns more or less, as on a printed page: the plainly nearest assignment is taken."""
    best: tuple[int, dict[int, Positions]] | None = None
    for wide in (1, 2):
        page = Page(text, wide)
        columns = _column_extents(page, rows, headers)
        if columns is None:
            continue
        placed, cost = _nearest(page, rows, columns)
        if placed and (best is None or (len(best[1]), -best[0]) < (len(placed), -cost)):
            best = cost, placed
    return best[1] if best else None


def _column_extents(page: Page, rows: dict[int, PageRow], headers: Sequence[Piece | None]) -> list[Extent] | None:
    """The columns by full rows, else by the header; None if they overlap, or if a value of the page is under none."""
    near = 2
    full = [[page.extent(piece) for piece in row.values] for row in _full(rows)]
    if not full and headers and all(piece is not None for piece in headers):
        near, full = 1, [[page.extent(piece) for piece in headers if piece is not None]]
    if not full:
        return None
    columns = [Extent(min(e.first for e in column), max(e.last for e in column)) for column in zip(*full, strict=True)]
    apart = all(left.last < right.first for left, right in pairwise(columns))
    values = [page.extent(piece) for row in rows.values() for piece in row.values]
    under = all(any(column.distance(value) <= near for column in columns) for value in values)
    return columns if apart and under else None


def _nearest(page: Page, rows: dict[int, PageRow], columns: list[Extent]) -> tuple[dict[int, Positions], int]:
    placed: dict[int, Positions] = {}
    total = 0
    for number, row in rows.items():
        extents = [page.extent(piece) for piece in row.values]
        if len(extents) > row.wanted:
            continue
        ranked = sorted(
            (sum(columns[c].distance(e) for c, e in zip(choice, extents, strict=True)), choice)
            for choice in combinations(range(row.wanted), len(extents))
        )
        cost, choice = ranked[0]
        total += cost
        if cost <= _REACH * len(extents) and (len(ranked) == 1 or ranked[1][0] - cost >= _LEAD):
            placed[number] = choice
    return placed, total
