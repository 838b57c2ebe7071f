"""Table 2 to tokens: blocks by item of article 20, each in the template that its own header shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from giar_lark.findings import Finding
from giar_lark.span import Span
from giar_lark.templates import Header, tables
from giar_lark.tokenise.cell_words import take_in_words
from giar_lark.tokenise.emit import TableTokens, emit_row, header_token, label_token, settle_strange
from giar_lark.tokenise.labels import index_of
from giar_lark.tokenise.notes import missing_caption, scattered_table
from giar_lark.tokenise.piece import Layout, Piece, Pieces
from giar_lark.tokenise.place import place_rows
from giar_lark.tokenise.row import Fate, Row
from giar_lark.tokenise.token import Token
from giar_lark.tokenise.unlabelled import with_unlabelled
from giar_lark.tokenise.zones import Zone


def disclosure_tokens(text: str, pieces: Pieces, zones: Sequence[Zone]) -> TableTokens:
    """The tokens of table 2."""
    out = TableTokens()
    plan = _plan_blocks(zones)
    if pieces.layout is Layout.ROWS:
        for entry in plan:
            out.findings += _find_unlabelled(entry)
    rows = [row for entry in plan for row in entry.rows]
    for row in rows:
        take_in_words(text, row.zone, row.wanted, pieces.layout)
        finding = settle_strange(row.zone, row.wanted, "t2")
        if finding:
            out.findings.append(finding)
    for entry in plan:
        headers = _header_pieces(entry)
        for row in entry.rows:
            row.headers = headers
    place_rows(text, pieces, rows)
    disordered = _disorder(plan, zones, pieces)
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


@dataclass(slots=True)
class _BlockPlan:
    """A block of table 2 as it stands in the source: caption and header zones (None if missing), and its rows."""

    caption: str
    header: Header
    caption_zone: Zone | None = None
    header_zones: list[Zone] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def _find_unlabelled(entry: _BlockPlan) -> list[Finding]:
    """Add the rows of a block that have lost their label, and return findings for what could be several rows."""
    header, data = entry.header, tables()
    block = next(block for block in data.blocks if block.caption == entry.caption)
    terminals = {row.terminal for row in data.rows_of("t2", header.template)}.intersection(block.rows)
    labels = [label for label in index_of("t2").rows if label.terminal in terminals]
    zones = [*entry.header_zones, *(row.zone for row in entry.rows)]
    found, findings = with_unlabelled(zones, labels, len(header.columns), Layout.ROWS)
    entry.rows = [Row(zone, len(header.columns)) for zone in found if zone.label and zone.label.role == "row"]
    return findings


def _header_pieces(entry: _BlockPlan) -> list[Piece | None]:
    columns = {terminal: piece for zone in reversed(entry.header_zones) for terminal, piece in zone.columns.items()}
    return [columns.get(terminal) for terminal in entry.header.columns]


def _plan_blocks(zones: Sequence[Zone]) -> list[_BlockPlan]:
    data = tables()
    raw: list[tuple[str, Zone | None, list[Zone], list[Zone]]] = []
    loose: list[Zone] = []
    for zone in zones:
        role = zone.label.role if zone.label else ""
        if role == "caption" and zone.label:
            raw.append((zone.label.terminal, zone, loose, []))
            loose = []
        elif role == "column":
            (raw[-1][2] if raw and not raw[-1][3] else loose).append(zone)
        elif role == "row" and zone.label:
            block = data.block_of(zone.label.terminal)
            if not raw or (raw[-1][0] != block.caption):
                raw.append((block.caption, None, loose, []))
                loose = []
            raw[-1][3].append(zone)
    votes = [t for caption, _, headers, rows in raw if (t := _header_template(caption, headers)) is not None]
    majority = max(set(votes), key=votes.count) if votes else "2021"
    plans = []
    for caption, caption_zone, headers, rows in raw:
        block = next(block for block in data.blocks if block.caption == caption)
        template = _header_template(caption, headers) or _template_by_values(rows, caption) or majority
        header = block.headers.get(template) or next(iter(block.headers.values()))
        plan = _BlockPlan(caption, header, caption_zone, headers)
        plan.rows = [Row(row, len(header.columns)) for row in rows]
        plans.append(plan)
    return plans


def _header_template(caption: str, headers: Sequence[Zone]) -> str | None:
    """The template whose column labels a block's header shows."""
    seen = {column for zone in headers for column in zone.columns}
    block = next(block for block in tables().blocks if block.caption == caption)
    scores = {template: len(seen & set(header.columns)) for template, header in block.headers.items()}
    best = max(scores, key=lambda template: scores[template])
    return best if scores[best] else None


def _template_by_values(rows: Sequence[Zone], caption: str) -> str | None:
    counts = {len(zone.values) for zone in rows if zone.values}
    if caption in ("ITEM_5", "ITEM_6", "ITEM_8") and len(counts) == 1:
        return "2021" if counts == {1} else "2019" if counts <= {2, 3} else None
    return None


def _disorder(plan: Sequence[_BlockPlan], zones: Sequence[Zone], pieces: Pieces) -> bool:
    """Whether labels and numbers have come apart: values stand under captions or headers, or labels come before headers."""
    if pieces.layout is Layout.ROWS:
        return False
    stray = sum(len(zone.values) for zone in zones if zone.label is None or zone.label.role in ("caption", "column"))
    return stray > 0


def _emit_block(out: TableTokens, plan: _BlockPlan, disordered: bool) -> None:
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
