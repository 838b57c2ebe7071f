"""Fields that hold a label and the first cell of its row, with a sign that leads from one to the other: `规章：3`."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.tokenise.labels.words import LEADING
from giar_lark.tokenise.rows.zone import Zone
from giar_lark.tokenise.split.piece import BLANK, Layout, Piece


def part_labels_from_cells(zones: Sequence[Zone], layout: Layout) -> None:
    """Give the first cell of each row the label's field, and the label the one before, if rows of a table are written so.

    Where no cell stands behind the sign (`规章：`), the first cell is blank.
    """
    if layout is not Layout.ROWS:
        return
    rows = [zone for zone in zones if zone.label is not None and zone.label.role == "row"]
    for zone in rows if any(map(_is_led, rows)) else ():
        label = zone.spelled[-1]
        if label.text.endswith(tuple(LEADING)):
            zone.items.insert(0, Piece(label.end, label.end, "", label.row, label.column, 0, BLANK))
        elif not _is_led(zone):
            continue
        for piece in zone.spelled:
            piece.column -= piece.row == label.row


def _is_led(zone: Zone) -> bool:
    """Whether the first cell of a row stands in the field of its label, with a sign between them."""
    label, first = zone.spelled[-1], zone.items[0] if zone.items else None
    return first is not None and (first.row, first.column) == (label.row, label.column) and first.start > label.end
