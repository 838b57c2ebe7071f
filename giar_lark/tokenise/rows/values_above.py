"""Values that stand above their labels: a row's cells on one line, its label on the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from giar_lark.tokenise.rows.zone import Zone
from giar_lark.tokenise.split.piece import Layout, Piece

_HEADS = frozenset(["caption", "column", "note"])


def bring_below(zones: Sequence[Zone], layout: Layout) -> None:
    """Give each row the cells that stand above its label, if all rows of a table stand so; else leave the zones as they are.

    So they stand where numbers come right behind a header, none behind the last label, and none on a line with a label.
    """
    if layout is not Layout.ROWS or any(zone.strange for zone in zones):
        return
    rows = [at for at, zone in enumerate(zones) if zone.label is not None and zone.label.role == "row"]
    labelled = {piece.row for zone in zones if zone.label is not None for piece in zone.spelled}
    if not rows or any(piece.row in labelled for zone in zones for piece in zone.values):
        return
    headed = [zone for zone in zones if zone.label is None or zone.label.role in _HEADS]
    if zones[rows[-1]].values or not any(zone.values for zone in headed):
        return
    above = [_cells(zones[first:end], labelled) for first, end in pairwise((0, *rows))]
    if any(map(_are_several_lines, above)):
        return
    for zone in zones:
        zone.items = []
    for at, cells in zip(rows, above, strict=True):
        zones[at].items = cells


def _cells(zones: Sequence[Zone], labelled: set[int]) -> list[Piece]:
    """The cells of some zones but for the blank fields beside labels."""
    return [piece for zone in zones for piece in zone.items if piece.row not in labelled]


def _are_several_lines(cells: Sequence[Piece]) -> bool:
    return len({piece.row for piece in cells}) > 1
