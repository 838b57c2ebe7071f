"""Table 4 to tokens: one row of fifteen values under nested headers, with no label of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from giar_lark.lang import Text
from giar_lark.source.span import Span
from giar_lark.tokenise.emit import cell_tokens, misspelt_heads
from giar_lark.tokenise.notes.places import lost_places
from giar_lark.tokenise.place.place import is_marked_lost, place_rows
from giar_lark.tokenise.rows.cell_words import take_in_words
from giar_lark.tokenise.rows.row import Fate, Row
from giar_lark.tokenise.rows.zone import Zone
from giar_lark.tokenise.split.piece import Layout, Piece, Pieces
from giar_lark.tokenise.token import TableTokens, Token


def cases_tokens(text: str, pieces: Pieces, zones: Sequence[Zone]) -> TableTokens:
    """The tokens of table 4."""
    out, wanted = TableTokens(), 15
    header = [piece for zone in zones if zone.label is not None for piece in zone.spelled]
    if not header:
        return out
    out.findings += misspelt_heads(zones)
    zone = Zone(zones[-1].label, [header[-1]])
    items = [piece for z in zones if z.label is not None for piece in z.items]
    values = [piece for piece in items if piece.text]
    zone.items = _data_row(pieces, items, values, header)
    zone.strange = [found for z in zones if z.label is not None for found in z.strange]
    first_value = values[0].start if values else None
    if first_value is not None and all(piece.start > first_value for piece, _ in zone.strange):
        take_in_words(text, zone, wanted, pieces.layout)
        values = zone.values
    row = Row(zone, wanted, values=zone.values)
    before = [piece for piece in header if first_value is None or piece.start < first_value]
    if before:
        out.tokens.append(Token("CASE_COLUMNS", before[0].start, max(piece.end for piece in before)))
    if not values and pieces.layout is not Layout.LINES and _fields_below(zone, header) < wanted:
        return out
    if pieces.layout is Layout.LINES:
        place_rows(text, pieces, [row])
    elif not is_marked_lost(row):
        row.cells = _under_header(pieces, header, row) if len(values) < wanted else []
        if not row.cells:
            _count_cases(row, values)
    mixed = len(before) < len(header) or any(not _is_below(piece, items, pieces) for piece, _ in zone.strange)
    if (mixed or _is_torn(zone, items, wanted, pieces.layout)) and not (
        row.fate is Fate.PLACED and len(values) == wanted and _groups_add_up(row.cells)
    ):
        row.fate, row.cells = Fate.LOST, values
    cells = cell_tokens(row)
    out.tokens.extend(cells)
    if row.fate is Fate.LOST:
        out.findings.append(
            lost_places(Span(cells[0].start, cells[-1].end), Text("表四", "table 4"), None, len(row.cells) or wanted)
        )
    return out


def _is_torn(zone: Zone, items: Sequence[Piece], wanted: int, layout: Layout) -> bool:
    """Whether values stand on several lines, with more or fewer fields than cells: which is above which may have changed.

    The fields on a line of blanks below them are some of these. Not where each value has a line of its own, and none is blank.
    """
    lines = [piece.row for piece in zone.items if piece.text] if layout is Layout.ROWS else []
    apart = len(set(lines))
    if apart < 2:
        return False
    below = sum(piece.row > max(lines) for piece in items)
    return len(zone.items) + below != wanted and not apart == len(lines) == wanted


def _is_below(piece: Piece, items: Sequence[Piece], pieces: Pieces) -> bool:
    """Whether a text stands in a row of its own below all values, where it cannot have moved any: 单位：件 under the table."""
    return pieces.layout is Layout.ROWS and all(item.row < piece.row for item in items if item.text)


def _fields_below(zone: Zone, header: Sequence[Piece]) -> int:
    """How many fields stand below the header; where white space alone parts cells, blank ones leave no field."""
    return sum(piece.start > header[-1].start for piece in zone.items)


def _count_cases(row: Row, values: list[Piece]) -> None:
    """The fifteen cells of a row whose fields are all there; its values alone if they are too few or too many.

    More fields than cells: padding stands in front or behind, or a number of the row in front. The sums decide which, or nothing
    does; a blank behind the row is padding, be its sums wrong, unless they come out better without the first field.
    """
    items = row.zone.items
    filled = [index for index, piece in enumerate(items) if piece.text]
    if len(values) == row.wanted:
        row.cells = values
        return
    lowest = max(filled[-1] - row.wanted + 1, 0) if filled else 0
    highest = min([*filled[:1], len(items) - row.wanted])
    windows = [items[first : first + row.wanted] for first in range(lowest, highest + 1)]
    if filled and len(windows) > 1:
        windows = [cells for cells in windows if _groups_add_up(cells) and _says_something(cells)]
    elif filled and len(items) > row.wanted:
        without_first = _sums(items[lowest + 1 :][: row.wanted])
        windows = [cells for cells in windows if _sums(cells) >= without_first]
    if windows and (len(windows) == 1 or not filled):
        row.cells = windows[0]
    else:
        row.cells, row.fate = (
            values,
            Fate.MISCOUNTED if len(items) < row.wanted or len(values) > row.wanted else Fate.LOST,
        )


def _under_header(pieces: Pieces, header: Sequence[Piece], row: Row) -> list[Piece]:
    """The fields below the lowest labels, if there is one for each cell and every value is in one; none if their lines are not
    equally wide: then fields that a line leaves out have moved others.
    """
    labels, items = [piece for piece in header if piece.row == header[-1].row], row.zone.items
    columns = sorted({piece.column for piece in labels})
    widths = {pieces.widths.get(piece.row) for piece in (*labels, *items)}
    if pieces.layout is not Layout.ROWS or len(columns) != row.wanted or len(widths) != 1:
        return []
    below = {piece.column: piece for piece in items}
    is_whole = len(below) == len(items) and below.keys() >= set(columns)
    return [below[column] for column in columns] if is_whole and _are_blank(below, columns) else []


def _are_blank(below: Mapping[int, Piece], columns: Sequence[int]) -> bool:
    """Whether all fields are blank but those of some columns."""
    return not any(piece.text for column, piece in below.items() if column not in columns)


def _data_row(pieces: Pieces, items: list[Piece], values: list[Piece], header: list[Piece]) -> list[Piece]:
    """The items of the row that holds the values, the padding of the header rows left out."""
    if pieces.layout is not Layout.ROWS:
        return [piece for piece in items if piece.text or piece.start > header[-1].start]
    below = [piece for piece in items if piece.start > header[-1].start]
    rows = {piece.row for piece in values} or {piece.row for piece in below[-1:]}
    found = [piece for piece in items if piece.row in rows]
    return found[1:] if found and not found[0].text and _is_led(pieces) else found


def _is_led(pieces: Pieces) -> bool:
    """Whether a separator opens every line, so that the first field of table 4's row, which has no label, is no cell."""
    firsts = [piece for piece in pieces.pieces if piece.column == 0 and pieces.widths.get(piece.row, 0) > 1]
    return all(not piece.text for piece in firsts)


def _says_something(cells: Sequence[Piece]) -> bool:
    """Whether any cell is more than a zero: sums of zeros prove nothing."""
    return any(piece.cell is not None and piece.cell.value for piece in cells)


def _groups_add_up(cells: Sequence[Piece]) -> bool:
    """Whether each 总计 of table 4 is the sum of its four results."""
    return _sums(cells) == 3


def _sums(cells: Sequence[Piece]) -> int:
    """How many of the three 总计 of table 4 are the sum of their four results; a blank counts nothing."""
    known = [int(c.cell.value) if c.cell is not None and c.cell.value is not None else 0 for c in cells]
    return sum(sum(known[i : i + 4]) == total for i, total in zip((0, 5, 10), known[4::5], strict=False))
