"""How wide a table view is: headings in full where they fit, shortened where they do not."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass, replace
from giar_lark.model.report import Cell
from giar_lark.render.cells import fit, printable, width_of
from giar_lark.render.document import GridRow
from giar_lark.render.labels import english_headings, headings, short_row_name

_LABEL_MOST, _LABEL_LEAST = 26, 8
_STATES = {"zh": {"blank": "空", "missing": "缺"}, "en": {"blank": "blank", "missing": "none"}}


class _Choice(NamedTuple):
    """One way to lay out: short headings, English ones below, cells between columns, most cells of a value."""

    narrow: bool
    english: bool
    gap: int
    most: int


# the fullest first; English headings are taken in English only
_CHOICES = (
    _Choice(False, True, 2, 12),
    _Choice(True, True, 2, 12),
    _Choice(False, False, 2, 12),
    _Choice(True, False, 2, 12),
    _Choice(True, False, 1, 12),
    _Choice(True, False, 1, 6),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridLayout:
    """Cells for the rows' labels, for each column, between them, and left at the right; the heading lines."""

    label: int
    gap: int
    widths: tuple[int, ...]
    heads: tuple[tuple[str, ...], ...]
    spare: int
    most: int

    def end(self, column: int) -> int:
        """The cell behind a column, from the start of the labels."""
        return self.label + sum(self.widths[: column + 1]) + self.gap * (column + 1)


def cell_text(cell: Cell, lang: str, most: int) -> str:
    """What is shown for a cell: what stands there, cut to some cells, or a word for nothing."""
    words = _STATES["en" if lang == "en" else "zh"]
    if not cell.raw:
        return words["blank" if cell.state == "blank" else "missing"]
    shown = printable(cell.raw[: most + 1])
    return shown if width_of(shown) <= most else fit(shown, most, "..").rstrip()


def lay_out(rows: Sequence[GridRow], room: int, lang: str, notes: int) -> GridLayout:
    """The best layout for some rows of equal columns: the fullest one that leaves room for labels and side notes."""
    wanted = min(max(width_of(short_row_name(row.key)) for row in rows), _LABEL_MOST)
    found = [_candidate(rows, room, lang, choice) for choice in _CHOICES if lang == "en" or not choice.english]
    for candidate in found:
        if candidate.spare >= wanted + notes:
            return replace(candidate, label=wanted, spare=candidate.spare - wanted)
    tight = next((candidate for candidate in found[-2:] if candidate.spare >= _LABEL_LEAST + notes), found[-1])
    label = max(tight.spare - notes, _LABEL_LEAST)
    return replace(tight, label=label, spare=max(tight.spare - label, 0))


def _candidate(rows: Sequence[GridRow], room: int, lang: str, choice: _Choice) -> GridLayout:
    """A layout without labels; what they can have is its spare room."""
    columns = rows[0].columns
    heads = [tuple(headings(rows[0].key, columns, narrow=choice.narrow))]
    if choice.english:
        heads.append(tuple(english_headings(columns)))
    shown = [[cell_text(cell, lang, choice.most) for cell in row.cells] for row in rows]
    widths = tuple(max(width_of(text) for text in texts) for texts in zip(*heads, *shown, strict=True))
    spare = room - sum(widths) - choice.gap * len(widths)
    return GridLayout(label=0, gap=choice.gap, widths=widths, heads=tuple(heads), spare=spare, most=choice.most)
