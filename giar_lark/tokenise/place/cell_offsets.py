"""How far behind the first cell of a row each of its cells stands: side by side, or with fields between that hold nothing.

A spreadsheet in which cells are merged over columns leaves such fields, blank in every row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from giar_lark.tokenise.place.fielded import Fielded, Offsets, from_first
from giar_lark.tokenise.rows.row import Row
from giar_lark.tokenise.split.piece import Layout, Piece, Pieces

# of so many full rows one may be an exception
_MANY = 8


def with_offsets(table: Pieces, rows: Sequence[Fielded]) -> list[Fielded]:
    """The rows of a table, each with the offsets that all rows of as many cells have."""
    counts = {one.row.wanted for one in rows}
    offsets = {wanted: _offsets(table, [one for one in rows if one.row.wanted == wanted]) for wanted in counts}
    return [one._replace(offsets=offsets[one.row.wanted]) for one in rows]


def header_columns(table: Pieces, row: Row) -> Offsets:
    """The fields that the labels of a row's columns stand in; none if they do not follow one another from left to right."""
    return row.header.fields if table.layout is Layout.ROWS else ()


def beside_header(table: Pieces, row: Row) -> list[Piece]:
    """The values of a row that stand under no label of a column, where all lines of the header are as wide as the row's."""
    columns = header_columns(table, row)
    values = row.zone.values if columns else []
    beside = [piece for piece in values if piece.column not in columns]
    if not beside:
        return []
    widths = {table.widths.get(piece.row) for piece in (*row.header.pieces, *values) if piece is not None}
    return beside if len(widths) == 1 else []


def _offsets(table: Pieces, rows: Sequence[Fielded]) -> Offsets:
    """What full rows show, else the header; where neither does, cells stand side by side, if lines have no room for more."""
    shown = Counter(from_first(one.filled) for one in rows if one.row.is_full and one.is_on_one_line)
    if shown:
        usual, count = shown.most_common(1)[0]
        return usual if (shown.total() - count) * _MANY <= shown.total() else ()
    header = next((columns for one in rows if (columns := header_columns(table, one.row))), None)
    if header is not None:
        return from_first(header)
    close = not _is_spread(rows[0].row) and (sum(one.is_exact for one in rows) * 2 > len(rows) or _end_together(rows))
    return tuple(range(rows[0].row.wanted)) if close else ()


def _is_spread(row: Row) -> bool:
    """Whether something stands on one line between the labels of two columns that are neighbours."""
    labels = pairwise(row.header.pieces)
    return any(left and right and left.row == right.row and right.column > left.column + 1 for left, right in labels)


def _end_together(rows: Sequence[Fielded]) -> bool:
    """Whether the furthest values of all rows stand as many fields behind their labels as there are cells."""
    return max((max(one.filled) - one.label - one.row.wanted for one in rows if one.filled), default=-1) == 0
