"""Table 2 to tokens: blocks by item of article 20, each in the template that its own header shows."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.findings import Finding
from giar_lark.official.templates import tables
from giar_lark.source.span import Span
from giar_lark.tokenise.emit import emit_row, header_token, label_token, misspelt_heads, settle_strange
from giar_lark.tokenise.labels.recognise import index_of
from giar_lark.tokenise.notes.labels import missing_caption
from giar_lark.tokenise.notes.places import scattered_table
from giar_lark.tokenise.notes.rows import misplaced_row
from giar_lark.tokenise.place.extra_columns import leave_out_extra_columns
from giar_lark.tokenise.place.place import place_rows
from giar_lark.tokenise.rows.cell_words import take_in_words
from giar_lark.tokenise.rows.disclosure_blocks import BlockPlan, plan_blocks
from giar_lark.tokenise.rows.led_values import part_labels_from_cells
from giar_lark.tokenise.rows.row import Fate, Header, Row
from giar_lark.tokenise.rows.unlabelled import with_unlabelled
from giar_lark.tokenise.rows.values_above import bring_below
from giar_lark.tokenise.rows.zone import Zone
from giar_lark.tokenise.split.piece import Layout, Pieces
from giar_lark.tokenise.token import TableTokens, Token


def disclosure_tokens(text: str, pieces: Pieces, zones: Sequence[Zone]) -> TableTokens:
    """The tokens of table 2."""
    out = TableTokens()
    bring_below(zones, pieces.layout)
    part_labels_from_cells(zones, pieces.layout)
    plan = plan_blocks(zones)
    if pieces.layout is Layout.ROWS:
        for entry in plan:
            out.findings += _find_unlabelled(entry)
    for entry in plan:
        header = _header(entry)
        for row in entry.rows:
            row.header = header
    rows = [row for entry in plan for row in entry.rows]
    leave_out_extra_columns(pieces, rows)
    for row in rows:
        take_in_words(text, row.zone, row.wanted, pieces.layout)
        finding = settle_strange(row.zone, row.wanted, "t2")
        if finding:
            out.findings.append(finding)
    out.findings += misspelt_heads(zone for zone in zones if zone.label is None or zone.label.role != "row")
    place_rows(text, pieces, rows)
    disordered = _is_disordered(zones, pieces)
    for entry in plan:
        _emit_block(out, entry, disordered)
    if disordered and rows:
        out.findings.clear()
        lost = sum(row.wanted for row in rows)
        out.findings.append(
            scattered_table(
                Span(
                    zones[0].spelled[0].start if zones[0].spelled else rows[0].zone.spelled[0].start,
                    rows[-1].zone.spelled[-1].end,
                ),
                "t2",
                lost,
            )
        )
    return out


def _find_unlabelled(entry: BlockPlan) -> list[Finding]:
    """Add the rows of a block that have lost their label, and return findings for what could be several rows."""
    header, data = entry.header, tables()
    block = next(block for block in data.blocks if block.caption == entry.caption)
    due = {row.terminal for row in data.rows_of("t2", header.template)}.intersection(block.rows)
    due |= {row.zone.label.terminal for row in entry.rows if row.zone.label}
    labels = [label for label in index_of("t2").rows if label.terminal in due]
    zones = [*entry.header_zones, *(row.zone for row in entry.rows)]
    found, findings = with_unlabelled(zones, labels, len(header.columns), Layout.ROWS)
    entry.rows = [Row(zone, len(header.columns)) for zone in found if zone.label and zone.label.role == "row"]
    return findings


def _header(entry: BlockPlan) -> Header:
    columns = {terminal: piece for zone in reversed(entry.header_zones) for terminal, piece in zone.columns.items()}
    return Header([columns.get(terminal) for terminal in entry.header.columns])


def _is_disordered(zones: Sequence[Zone], pieces: Pieces) -> bool:
    """Whether labels and numbers have come apart: values stand under captions or headers."""
    if pieces.layout is Layout.ROWS:
        return False
    return any(zone.values for zone in zones if zone.label is None or zone.label.role in ("caption", "column"))


def _emit_block(out: TableTokens, plan: BlockPlan, disordered: bool) -> None:
    first = plan.caption_zone or (plan.header_zones or [row.zone for row in plan.rows])[0]
    at = first.spelled[0].start
    if plan.caption_zone is not None:
        out.tokens.append(label_token(plan.caption, plan.caption_zone))
    else:
        out.tokens.append(Token(plan.caption, at, at))
        out.findings.append(missing_caption(Span(at, at), plan.caption))
    if plan.header_zones:
        out.tokens.append(header_token(plan.header.terminal, plan.header_zones[0]))
    else:
        end = out.tokens[-1].end
        out.tokens.append(Token(plan.header.terminal, end, end))
    for row in plan.rows:
        if disordered:
            row.fate, row.cells = Fate.LOST, row.zone.values
        key = tables().disclosure_rows[row.zone.label.terminal].key if row.zone.label else ""
        emit_row(out, row, key, quiet=disordered)
    for zone, host in plan.strangers if not disordered else ():
        label = zone.label.terminal if zone.label else ""
        key = tables().disclosure_rows[label].key
        out.findings.append(misplaced_row(label_token(label, zone).span, label, key, host, plan.caption))
