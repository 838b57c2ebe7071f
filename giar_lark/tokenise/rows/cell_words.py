"""Words in the cell of a row: the cell holds no number, and the row keeps its places."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.tokenise.cell_text import CellText
from giar_lark.tokenise.rows.zone import Zone
from giar_lark.tokenise.split.piece import Layout, Piece

_SEPARATORS = frozenset("\t|│┃¦￨｜║,;，；")


def take_in_words(text: str, zone: Zone, wanted: int, layout: Layout) -> None:
    """Make cells of the words among a row's values (见说明), if with them the row has as many fields as it wants.

    Each must have a field of its own: between separators, or, where white space alone parts cells, on the line of the row's
    values and well apart from its label. Other words are a label, a note or the head of a page, and a blank cell may be gone
    beside them.
    """
    words = [piece for piece, _ in zone.strange]
    if not words or wanted not in (len(zone.values) + len(words), len(zone.items) + len(words)):
        return
    items = sorted([*zone.items, *words], key=lambda piece: piece.start)
    label = zone.spelled[-1]
    if layout is Layout.LINES:
        is_told = len({piece.row for piece in items}) == 1 and _is_apart(text, label, items[0])
    else:
        is_told = all(_is_between_separators(text, [label, *items], piece) for piece in words)
    if not is_told:
        return
    for piece in words:
        piece.cell = CellText("unreadable", None, piece.text)
    zone.items, zone.strange = items, []


def _is_between_separators(text: str, row: Sequence[Piece], piece: Piece) -> bool:
    before = max((other.end for other in row if other.start < piece.start), default=piece.start)
    after = min((other.start for other in row if other.start > piece.start), default=None)
    return _parts(text[before : piece.start]) and (after is None or _parts(text[piece.end : after]))


def _is_apart(text: str, label: Piece, first: Piece) -> bool:
    """Whether the first field of a row is a value, or words that are no part of the label."""
    is_value = first.cell is not None
    return is_value or (text[label.end : first.start].isspace() and first.start - label.end > 1)


def _parts(gap: str) -> bool:
    return not _SEPARATORS.isdisjoint(gap)
