"""Rows without a label: values where a row should be, and the row that they can only be by what stands around them."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.findings import Finding
from giar_lark.official.templates import tables
from giar_lark.source.span import Span
from giar_lark.tokenise.labels.recognise import Label
from giar_lark.tokenise.notes.rows import nameless_row
from giar_lark.tokenise.rows.row import adds_up
from giar_lark.tokenise.rows.zone import Zone
from giar_lark.tokenise.split.piece import Layout, Piece

_APPLICANTS = 7

Values = list[Piece]


def with_unlabelled(
    zones: Sequence[Zone], rows: Sequence[Label], wanted: int, layout: Layout
) -> tuple[list[Zone], list[Finding]]:
    """The zones, one for each row without a label among them, and a finding for each such row that could be several.

    `rows` are the labels of a table or block in their order, each with `wanted` values. Where as many rows lack their label
    as labels are lacking between the ones around them, they are those.
    """
    places = {label.terminal: number for number, label in enumerate(rows)}
    numbers = [places.get(zone.label.terminal) if zone.label else None for zone in zones]
    out: list[Zone] = []
    findings: list[Finding] = []
    last = -1
    for at, zone in enumerate(zones):
        out.append(zone)
        number = numbers[at]
        last = last if number is None else number
        surplus = _surplus(zone, 0 if number is None else wanted, wanted, layout)
        if not surplus:
            continue
        following = next((later for later in range(at + 1, len(zones)) if numbers[later] is not None), len(zones))
        end = len(rows) if following == len(zones) else numbers[following] or 0
        lacking = [label for label in rows[last + 1 : end] if _may_stand(label, zone, zones[at + 1 : following])]
        if len(surplus) == len(lacking):
            out += _cut_off(zone, surplus, lacking)
        elif layout is Layout.ROWS and number is not None:
            _cut_off(zone, surplus, [])
            findings += [nameless_row(Span(part[0].start, part[-1].end), len(part)) for part in surplus]
    return out, findings


def _surplus(zone: Zone, own: int, wanted: int, layout: Layout) -> list[Values]:
    """The values in a zone that make whole rows beside its own: on lines of their own, or sevens that add up."""
    if zone.label is None or zone.label.role in ("caption", "note") or zone.strange or len(zone.items) < own + wanted:
        return []
    values = zone.values
    if len(values) < own + wanted:
        return []
    if layout is Layout.ROWS:
        parts = [
            [other for other in values if other.row == row] for row in dict.fromkeys(piece.row for piece in values)
        ]
        whole = [own, *[wanted] * (len(parts) - 1)] if own else [wanted] * len(parts)
        is_whole = [len(part) for part in parts] == whole
    else:
        parts = [values[first : first + wanted] for first in range(0, len(values), wanted)]
        is_whole = wanted == _APPLICANTS and all(len(part) == wanted and adds_up(part) for part in parts)
    return (parts[1:] if own else parts) if is_whole else []


def _may_stand(label: Label, zone: Zone, later: Sequence[Zone]) -> bool:
    """Whether a row may stand behind a zone, with others before the next row: in the group that it heads, else in no later."""
    groups = [other.label.terminal if other.label else "" for other in (zone, *later)]
    own = tables().group_of(label.terminal)
    return own == groups[0] if groups[0] in tables().application_groups else own not in groups


def _cut_off(zone: Zone, surplus: Sequence[Values], labels: Sequence[Label]) -> list[Zone]:
    """Take values out of a zone and give them to zones of their own, one for each label."""
    first = surplus[0][0]
    zone.items = [piece for piece in zone.items if piece.start < first.start]
    made = []
    for label, part in zip(labels, surplus, strict=False):
        start = part[0].start
        found = Zone(label, [Piece(start, start, "", part[0].row)], part, unlabelled=True)
        found.tail_gap, found.next_label = zone.tail_gap, zone.next_label
        made.append(found)
    return made
