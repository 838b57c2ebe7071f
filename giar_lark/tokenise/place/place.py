"""Zones to cells: which of a row's columns each value stands in, where some of its cells are blank.

A full row needs no thought. A row with blanks is placed by what its layout keeps: separators, empty lines, or columns.
Where the layout has lost the places, the row is left unplaced: a guess is never given as a fact.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.cell_text import MARKS
from giar_lark.tokenise.place.by_fields import place_fields
from giar_lark.tokenise.place.by_lines import place_lines
from giar_lark.tokenise.place.columns import place_by_columns
from giar_lark.tokenise.rows.page_numbers import leave_out_page_numbers
from giar_lark.tokenise.rows.row import Fate, Row
from giar_lark.tokenise.split.piece import Layout, Piece, Pieces
from giar_lark.tokenise.text.fold import key, letters

_MARK_BESIDE_MARK = lazy_pattern(r"[/\\\-—–－][ ]?[,，、;；][ ]?[/\\\-—–－]")


def place_rows(text: str, table: Pieces, rows: Sequence[Row]) -> None:
    """Find the cells of every row of a table."""
    for row in rows:
        row.values = row.zone.values
    unmarked = [row for row in rows if not is_marked_lost(row)]
    leave_out_page_numbers(table, unmarked)
    unmarked = [row for row in unmarked if row.fate is not Fate.LOST]
    in_order = True
    if not all(row.values for row in unmarked):
        _find_told_in_words(table, unmarked)
        in_order = _is_in_order(table, unmarked)
    if table.layout is Layout.LINES:
        by_columns = place_by_columns(text, unmarked, _common_headers(unmarked), table.pieces)
        place_lines(text, unmarked, in_order, by_columns)
    else:
        place_fields(table, unmarked, in_order)


def is_marked_lost(row: Row) -> bool:
    """Whether a row says itself, in the canonical form, that its places are lost (`? 3 1 5`)."""
    if not row.values or not (row.values[0].text + " ").startswith("? "):
        return False
    row.lose()
    return True


def _find_told_in_words(table: Pieces, rows: Sequence[Row]) -> None:
    """Note the rows behind whose label, and in front of the next one, numbers or marks stand among words."""
    numbers = [piece.start for piece in table.pieces if piece.cell is None and _tells(piece.text)]
    starts = sorted(row.zone.spelled[0].start for row in rows)
    owners = {starts[place - 1] for number in numbers if (place := bisect_right(starts, number))}
    for row in rows:
        row.told_in_words = row.zone.spelled[0].start in owners


def _tells(text: str) -> bool:
    """Whether words hold a number other than the ordinal in front of them (`5）` is none), or are marks run together (`/,/,/`)."""
    if any(map(str.isdigit, text)):
        said = key(text).letters
        return any(map(str.isdigit, said)) or (not said and text.endswith((")", "）")))
    run_together = len(text) > 1 and not MARKS.isdisjoint(text) and not letters(text)
    return run_together or _MARK_BESIDE_MARK.search(text) is not None


def _is_in_order(table: Pieces, rows: Sequence[Row]) -> bool:
    """Whether nothing in a table has gone astray: every value is a row's, no row has too many, damaged ones, or strange words."""
    if any(len(row.values) > row.wanted or row.zone.strange for row in rows):
        return False
    if any(piece.cell is not None and piece.cell.state == "unreadable" for row in rows for piece in row.values):
        return False
    owned = {piece.start for row in rows for piece in row.zone.items}
    return not any(piece.text and piece.cell is not None and piece.start not in owned for piece in table.pieces)


def _common_headers(rows: Sequence[Row]) -> Sequence[Piece | None]:
    """The header of all rows, where they share one: in table 2 each block has its own."""
    if not rows or any(row.header is not rows[0].header for row in rows):
        return ()
    return rows[0].header.pieces
