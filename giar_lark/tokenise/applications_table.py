"""Table 3 to tokens: its rows, its group labels, its header."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from giar_lark.findings import Finding
from giar_lark.official.templates import tables
from giar_lark.source.span import Span
from giar_lark.tokenise.emit import emit_row, header_token, label_token, misspelt_heads, settle_strange
from giar_lark.tokenise.labels.recognise import Label, index_of
from giar_lark.tokenise.notes.labels import number_beside_group
from giar_lark.tokenise.notes.places import scattered_table
from giar_lark.tokenise.place.extra_columns import leave_out_extra_columns
from giar_lark.tokenise.place.place import place_rows
from giar_lark.tokenise.rows.cell_words import take_in_words
from giar_lark.tokenise.rows.led_values import part_labels_from_cells
from giar_lark.tokenise.rows.moved_rows import have_come_apart, moved_rows, stray_rows
from giar_lark.tokenise.rows.row import Fate, Header, Row
from giar_lark.tokenise.rows.unlabelled import with_unlabelled
from giar_lark.tokenise.rows.values_above import bring_below
from giar_lark.tokenise.rows.zone import Zone
from giar_lark.tokenise.split.piece import Layout, Piece, Pieces
from giar_lark.tokenise.token import TableTokens


def applications_tokens(text: str, pieces: Pieces, zones: Sequence[Zone]) -> TableTokens:
    """The tokens of table 3."""
    out, wanted = TableTokens(), len(tables().applicants)
    bring_below(zones, pieces.layout)
    part_labels_from_cells(zones, pieces.layout)
    zones, out.findings = with_unlabelled(zones, _rows_in_order(zones), wanted, pieces.layout)
    rows: dict[int, Row] = {}
    for number, zone in enumerate(zones):
        if zone.label is not None and zone.label.role == "row" and not _is_group(zones, number):
            rows[number] = Row(zone, wanted)
    nameless = [finding.span.start for finding in out.findings]
    below_heads = list(_unknown_below_heads(zones, rows))
    strays = stray_rows(zones, rows, nameless) if pieces.layout is Layout.ROWS else []
    stray = _has_stray_values(zones, list(rows.values()), pieces.layout) or have_come_apart(strays, rows)
    header = _header(zones)
    for row in rows.values():
        row.header = header
    leave_out_extra_columns(pieces, list(rows.values()))
    for row in rows.values():
        take_in_words(text, row.zone, wanted, pieces.layout)
        finding = settle_strange(row.zone, wanted, "t3")
        if finding:
            out.findings.append(finding)
    out.findings += misspelt_heads(zone for number, zone in enumerate(zones) if number not in rows)
    place_rows(text, pieces, list(rows.values()))
    for row in moved_rows(zones, rows, strays) if strays else ():
        row.lose()
    scattered = _is_scattered(list(rows.values()), stray)
    for number, zone in enumerate(zones):
        if number in rows:
            _emit(out, rows[number], scattered)
        elif zone.label is not None:
            _emit_head(out, zone, None if scattered else pieces.layout)
    if not scattered:
        out.findings += below_heads
    if scattered and rows:
        spans = [row.zone.spelled[0] for row in rows.values()]
        out.findings.append(
            scattered_table(
                Span(spans[0].start, spans[-1].end), "t3", len({row.zone.label for row in rows.values()}) * wanted
            )
        )
    return out


def _unknown_below_heads(zones: Sequence[Zone], rows: Mapping[int, Row]) -> Iterator[Finding]:
    """A finding for rows that no format has between the header, or the head of a group, and the first row below it."""
    for number, zone in enumerate(zones):
        if number not in rows and zone.label is not None and zone.strange and _are_rows(zone):
            finding = settle_strange(zone, 0, "t3")
            if finding:
                yield finding


def _are_rows(zone: Zone) -> bool:
    """Whether words have a row of values each behind them, and those do not merely count the columns."""
    wanted, values = len(tables().applicants), [piece.text for piece in zone.values]
    bounds = [before for _, before in zone.strange]
    are_numbers = values[:wanted] == [str(number) for number in range(1, wanted + 1)]
    return not any(bound % wanted for bound in (*bounds, len(values))) and not are_numbers


def _has_stray_values(zones: Sequence[Zone], rows: Sequence[Row], layout: Layout) -> bool:
    """Whether values stand where no row is.

    White space alone shows nothing else. Where separators part the cells, a whole row in front of the first label, and none
    behind the last one, say that each row stands above its label.
    """
    if layout is Layout.LINES:
        return any(
            zone.values for zone in zones if zone.label is None or zone.label.role in ("column", "note", "group")
        )
    above = sum(len(zone.values) for zone in zones if zone.label is None or zone.label.role in ("column", "note"))
    return bool(rows) and above >= rows[0].wanted and not rows[-1].zone.values


def _rows_in_order(zones: Sequence[Zone]) -> Sequence[Label]:
    """The labels of the rows of the template that a table shows: three of （六） in 2021, one in 2019."""
    terminals = {zone.label.terminal for zone in zones if zone.label}
    is_2019 = "OTHERWISE" in terminals and terminals.isdisjoint(tables().application_groups["OTHERWISE"])
    return _rows_of("2019" if is_2019 else "2021")


@cache
def _rows_of(template: str) -> Sequence[Label]:
    rows = {row.terminal for row in tables().rows_of("t3", template)}
    return [label for label in index_of("t3").rows if label.terminal in rows]


def _emit(out: TableTokens, row: Row, scattered: bool) -> None:
    if scattered:
        row.fate, row.cells = Fate.LOST, row.zone.values
    terminal = row.zone.label.terminal if row.zone.label else ""
    emit_row(out, row, tables().application_rows[terminal].key, quiet=scattered)


def _emit_head(out: TableTokens, zone: Zone, layout: Layout | None) -> None:
    """The token of a header, a note or the head of a group, and what stands beside it, unless the table is scattered."""
    terminal = zone.label.terminal if zone.label else ""
    if zone.label is not None and zone.label.role == "column":
        out.tokens.append(header_token("APPLICANT_COLUMNS", zone))
        return
    out.tokens.append(label_token(terminal, zone))
    if layout is not None and _holds_numbers(zone, layout):
        first = zone.values[0]
        shown = "、".join(piece.text for piece in zone.values[: len(tables().applicants)])
        out.findings.append(number_beside_group(Span(first.start, first.end), terminal, shown))


def _is_group(zones: Sequence[Zone], number: int) -> bool:
    """Whether （六）其他处理 is the head of its three rows (2021) and not a row of its own (2019)."""
    zone = zones[number]
    if zone.label is None or zone.label.terminal != "OTHERWISE":
        return False
    leaves = tables().application_groups["OTHERWISE"]
    near = [z.label.terminal for z in (*zones[max(0, number - 2) : number], *zones[number + 1 : number + 3]) if z.label]
    return any(terminal in leaves for terminal in near) or (
        not zone.items and zone.tail_gap <= len(tables().applicants)
    )


def _holds_numbers(zone: Zone, layout: Layout) -> bool:
    """Whether numbers stand beside a group's head. Zeros alone fill its line; so, in a text of pages, may a page's number."""
    numbers = [piece for piece in zone.values if piece.cell is not None and piece.cell.value is not None]
    lone = layout is Layout.LINES and len(numbers) == 1 and numbers[0].gap > 0
    return any(piece.cell is not None and piece.cell.value for piece in numbers) and not lone


def _header(zones: Sequence[Zone]) -> Header:
    columns: dict[str, Piece] = {}
    for zone in zones:
        if zone.label is not None and zone.label.role == "column":
            for terminal, piece in zone.columns.items():
                columns.setdefault(terminal, piece)
    return Header([columns.get(terminal) for terminal in tables().applicants])


def _is_scattered(rows: Sequence[Row], stray: bool) -> bool:
    """Whether the table as a whole is out of order: numbers stand where no row is, while rows go without."""
    bad = [row for row in rows if row.fate in (Fate.LOST, Fate.MISCOUNTED) or not row.values]
    return (stray and len(bad) > 0) or (len(bad) * 2 > len(rows) and any(row.fate is Fate.MISCOUNTED for row in bad))
