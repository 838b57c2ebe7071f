"""Placed rows to tokens, with a finding for what the layout has done to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from giar_lark.findings import Finding
from giar_lark.lang import Text
from giar_lark.official.vocabulary import official
from giar_lark.source.span import Span
from giar_lark.tokenise.cell_text import CellText
from giar_lark.tokenise.labels.respelling import respelling
from giar_lark.tokenise.notes.labels import misspelt_label
from giar_lark.tokenise.notes.places import inferred_row, lost_places
from giar_lark.tokenise.notes.rows import row_without_label, unknown_row
from giar_lark.tokenise.rows.row import Fate, Row
from giar_lark.tokenise.rows.zone import Zone
from giar_lark.tokenise.text.characters import FILLER
from giar_lark.tokenise.token import TableTokens, Token


def label_token(kind: str, zone: Zone) -> Token:
    """The label of a zone: its pieces up to the first value."""
    if len(zone.spelled) == 1:
        return Token(kind, zone.spelled[0].start, zone.spelled[0].end)
    first_item = zone.items[0].start if zone.items else None
    spelled = [p for p in zone.spelled if first_item is None or p.start < first_item] or zone.spelled[:1]
    line = [spelled[0]]
    for piece in spelled[1:]:
        if piece.start >= line[-1].end:
            line.append(piece)
    return Token(kind, line[0].start, line[-1].end)


def header_token(kind: str, zone: Zone) -> Token:
    """The header of a table, from its first label to its last; padding of its rows may stand between them."""
    return Token(kind, zone.spelled[0].start, max(piece.end for piece in zone.spelled))


def cell_tokens(row: Row) -> list[Token]:
    """The cells of a row, or one UNPLACED for all of them where their places are lost. A blank cell has an empty span."""
    if row.fate is Fate.LOST:
        values = sorted(row.cells, key=lambda piece: piece.start)
        if not values:
            at = row.zone.spelled[-1].end
            return [Token("UNPLACED", at, at)]
        raw = " ".join(" ".join(piece.text for piece in values).replace(FILLER, "").removeprefix("?").split())
        return [Token("UNPLACED", values[0].start, values[-1].end, CellText("unreadable", None, raw))]
    inferred = row.fate is Fate.INFERRED
    return [Token("CELL", piece.start, piece.end, piece.cell, inferred) for piece in row.cells]


def settle_strange(zone: Zone, wanted: int, table: str) -> Finding | None:
    """Give the words that are no label what is theirs: the values behind an unknown row; a page header owns none."""
    values = zone.values if zone.strange else []
    if not zone.strange or len(values) == wanted:
        return None
    for piece, before in zone.strange:
        if before == wanted and len(values) > wanted:
            theirs = values[wanted:]
            first = zone.items.index(theirs[0])
            zone.items = zone.items[:first]
            return unknown_row(Span(piece.start, piece.end), table, piece.text[:30], len(theirs))
    return None


def _misspelt(zone: Zone, token: Token, key: str) -> Finding:
    """The finding for a misspelt label; with the edits that mend it where it stands in one piece."""
    first = zone.spelled[0]
    whole = (first.start, first.end) == token.span
    edits = respelling(first.text, first.start, official(token.type)) if whole else ()
    return misspelt_label(token.span, token.type, first.text, key, edits)


def misspelt_heads(zones: Iterable[Zone]) -> Iterator[Finding]:
    """A finding for each misspelt label of zones that hold no row: of a group, a caption, a note, of columns."""
    for zone in zones:
        heads = list(zone.misspelt)
        if zone.near and zone.label is not None:
            heads.insert(0, (zone.spelled[0], zone.label))
        for piece, label in heads:
            edits = respelling(piece.text, piece.start, official(label.terminal))
            yield misspelt_label(Span(piece.start, piece.end), label.terminal, piece.text, None, edits, label.role)


def emit_row(out: TableTokens, row: Row, key: str, *, quiet: bool) -> None:
    """The tokens of a row, and a finding for a misspelt label, a lost or an inferred place (`quiet` leaves the last out)."""
    label = row.zone.label
    if label is None:
        return
    if row.zone.unlabelled and row.fate is Fate.PLACED:
        row.fate = Fate.INFERRED
    token = label_token(label.terminal, row.zone)
    cells = cell_tokens(row)
    out.tokens += [token, *cells]
    if row.zone.near:
        out.findings.append(_misspelt(row.zone, token, key))
    doubt = _doubt(row, label.terminal, cells or [token], key, quiet=quiet)
    if doubt is not None:
        out.findings.append(doubt)


def _doubt(row: Row, terminal: str, cells: Sequence[Token], key: str, *, quiet: bool) -> Finding | None:
    """What is to be said of the places of a row's cells, if they are not certain. A row without any is told by its label."""
    if row.fate is Fate.LOST and not quiet:
        return lost_places(_span_of(cells), _name(terminal), key, len(row.cells))
    if row.zone.unlabelled and not quiet:
        return row_without_label(_span_of(cells), terminal, key)
    if row.fate is Fate.INFERRED or any([cell.cell is not None and cell.cell.state == "inferred" for cell in cells]):
        reading = "、".join(piece.text or "空" for piece in row.cells)
        return inferred_row(_span_of(cells), _name(terminal), key, reading)
    return None


def _span_of(cells: Sequence[Token]) -> Span:
    return Span(min(cell.start for cell in cells), max(cell.end for cell in cells))


def _name(terminal: str) -> Text:
    return Text(f"“{official(terminal)}”", f"“{official(terminal)}”")
