"""The long way through a table, whatever its layout: pieces, zones, places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise, takewhile

from giar_lark.findings import Finding
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.official.templates import cell_keys, tables
from giar_lark.source.span import Span
from giar_lark.tokenise.applications_table import applications_tokens
from giar_lark.tokenise.arranged.arrangement import Arranged, zones_of
from giar_lark.tokenise.arranged.named_cells import named_cells
from giar_lark.tokenise.arranged.transposed import transposed
from giar_lark.tokenise.cases_table import cases_tokens
from giar_lark.tokenise.cell_text import UNITS
from giar_lark.tokenise.disclosure_table import disclosure_tokens
from giar_lark.tokenise.labels.recognise import index_of
from giar_lark.tokenise.notes.places import lost_rows, scattered_table
from giar_lark.tokenise.rows.zone import Zone
from giar_lark.tokenise.rows.zones import find_zones
from giar_lark.tokenise.split.choice import split_table
from giar_lark.tokenise.split.piece import BLANK, Layout, Piece, Pieces
from giar_lark.tokenise.split.sign_rows import with_cells_marked
from giar_lark.tokenise.text.hard_wraps import unwrapped
from giar_lark.tokenise.token import TableTokens, Token

_WORDY = "。；"
_NUMBERS = lazy_pattern(rf"(?:[\d\s.,，、:：;；。”]|{'|'.join(UNITS)})*")
# so many rows without places are a habit of the converter, and one finding says it for all
_MANY = 3
# no row has more fields
_WIDEST = 40
_READERS = {"t2": disclosure_tokens, "t3": applications_tokens, "t4": cases_tokens}


def any_table(text: str, start: int, end: int, table: str, floor: int) -> TableTokens:
    """Table `t2`, `t3` or `t4`, which begins at `start`, or behind `floor` if it is one in words, and ends before `end`."""
    text = unwrapped(text, start, end)
    arranged = named_cells(text, floor, end) if table == "t3" else None
    if arranged is not None:
        return _read_arranged(text, arranged, table, floor)
    text = with_cells_marked(text, start, end, table)
    pieces = split_table(text, start, end)
    arranged = transposed(pieces) if table == "t3" else None
    if arranged is not None:
        return _read_arranged(text, arranged, table, floor)
    zones = find_zones(pieces, index_of(table))
    cut = _end_of_table(text, zones, table, pieces)
    if cut is not None and cut > start:
        end = cut
        pieces = split_table(text, start, end)
        zones = find_zones(pieces, index_of(table))
    out = _READERS[table](text, pieces, zones)
    out.start, out.end = start, end
    _part(text, out.tokens)
    out.findings = _summed_up(out, table)
    return out


def _read_arranged(text: str, arranged: Arranged, table: str, floor: int) -> TableTokens:
    """A table in another arrangement, which ends with the line of its last cell."""
    pieces, zones = zones_of(arranged)
    out = _READERS[table](text, pieces, zones)
    first, last = min(token.start for token in out.tokens), max(token.end for token in out.tokens)
    out.start = max(text.rfind("\n", 0, first) + 1, floor)
    stop = text.find("\n", last)
    out.end = stop if stop >= 0 else len(text)
    _part(text, out.tokens)
    return out


def _part(text: str, tokens: Sequence[Token]) -> None:
    """End each token where the next one begins: a label that runs over lines may have the values of other rows between them."""
    if all(token.end <= following.start for token, following in pairwise(tokens)):
        return
    for token, following in pairwise(sorted(tokens, key=lambda token: (token.start, token.end))):
        if following.start < token.end:
            token.end = token.start + len(text[token.start : following.start].rstrip())


def _summed_up(out: TableTokens, table: str) -> list[Finding]:
    """One finding for all rows of a table that have lost their places, if there are more than a few.

    Where none is read and most are not even there, it is the table that is not understood, and none of its rows is missing.
    """
    lost, others = list[Finding](), list[Finding]()
    for finding in out.findings:
        (lost if finding.code == "RD-06" and finding.key != table else others).append(finding)
    if len(lost) < _MANY:
        return out.findings
    span = Span(lost[0].span.start, lost[-1].span.end)
    if len(lost) * 2 < len(tables().rows_of(table, "2021")) and all(token.type != "CELL" for token in out.tokens):
        cells = sum(key.startswith(f"{table}.") for key in cell_keys("2021"))
        return [*others, scattered_table(span, table, cells)]
    return [*others, lost_rows(span, table, len(lost))]


def _end_of_table(text: str, zones: Sequence[Zone], table: str, pieces: Pieces) -> int | None:
    """Where the prose behind a table begins: the line of the first words after its last row that no row can own."""
    wanted = 15 if table == "t4" else 1
    if not zones[-1].strange:
        return None
    values = 0 if table != "t4" else sum(len(zone.values) for zone in zones[:-1])
    for piece, before in zones[-1].strange:
        if (values + before >= wanted and not _heads_a_row(piece, before, zones[-1], pieces)) or _is_prose(piece.text):
            return text.rfind("\n", 0, piece.start) + 1
    return None


def _heads_a_row(piece: Piece, before: int, last: Zone, pieces: Pieces) -> bool:
    """Whether words behind the last row have as many values on their line as that row on its own, and no other words.

    Where a line has a cell only, they have as many on the lines below them as stand `before` them.
    """
    first = bisect_left(pieces.pieces, piece.start, key=lambda other: other.start)
    if pieces.layout is Layout.LINES:
        below = takewhile(lambda other: other.cell is not None, pieces.pieces[first + 1 : first + _WIDEST])
        return 1 < before == sum(1 for _ in below)
    line = takewhile(lambda other: other.row == piece.row, pieces.pieces[first + 1 : first + _WIDEST])
    behind = [other for other in line if other.cell is not BLANK]
    own = last.spelled[-1].row if last.spelled else -1
    wanted = sum(value.row == own for value in last.values)
    return 0 < wanted == len(behind) and all(value.cell is not None for value in behind)


def _is_prose(text: str) -> bool:
    """Whether words have stops between them, and say more than numbers with their units: `3件、0件；` is a row in words."""
    return any(char in text for char in _WORDY) and not _NUMBERS.fullmatch(text)
