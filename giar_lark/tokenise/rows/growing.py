"""Zones as they grow: where the next one begins, and what of the pieces behind its label goes into it."""

from __future__ import annotations

from giar_lark.tokenise.cell_text import UNITS, CellText, read_cell
from giar_lark.tokenise.labels.recognise import Label
from giar_lark.tokenise.labels.words import LEADING
from giar_lark.tokenise.rows.zone import Zone
from giar_lark.tokenise.split.piece import Layout, Piece
from giar_lark.tokenise.text.characters import FILLER

# behind a row with so many items more words say nothing new: its values are not all its own
_LISTED = 200
# what belongs to the label before it or behind it
_JOINING = frozenset(f"|｜（）()〔〕[]【】“”\"‘’'《》<>、，,；;{LEADING}{FILLER} ")


class GrowingZones:
    """The zones of a table so far. `last` is the order of the newest row, `rest_of_row` what its label still lacks."""

    def __init__(self, layout: Layout, last: int) -> None:
        self.layout, self.last = layout, last
        self.zones = [Zone(None)]
        self.in_header = last < 0
        self.columns: set[str] = set()
        self.rest_of_row = ""

    def begin(self, label: Label, spelled: list[Piece]) -> None:
        """Begin what a label heads; a part of a header, and a label that is printed again, go on with what is there."""
        if label.role == "column":
            if not self.in_header or label.terminal in self.columns:
                self.columns = set()  # a header begins, perhaps right behind another one
            self.in_header = True
            self.columns.add(label.terminal)
            self.join(*spelled, label=label)
            return
        if label.role == "row":
            self.rest_of_row = ""
            self.in_header, self.last = False, label.order
        if label.role in ("caption", "note"):
            self.in_header = True
            self.columns = set()
        zone = self.zones[-1]
        row = spelled[0].row
        if label.role == "group" and self.rest_of_row and self._is_open(zone):
            # the head of a group, printed beside a row in its middle, between the parts of that row's label
            zone.spelled.extend(spelled)
            return
        if zone.label is not None and zone.label.terminal == label.terminal and not self._holds_more(zone, row):
            zone.spelled.extend(spelled)  # a merged cell, printed once for each column that it covers
            zone.items = []
            return
        zone.tail_gap, zone.next_label = spelled[0].gap, label
        if zone.items and zone.items[-1].row == row:
            self._leave_out_padding(zone, row)
        self.zones.append(Zone(label, list(spelled)))

    def join(self, *pieces: Piece, label: Label | None = None) -> None:
        """Words that are part of the table but begin no row: a column label, a remainder, punctuation."""
        zone = self.zones[-1]
        if label is not None and (zone.label is None or zone.label.role != "column"):
            self._begin_header(label, list(pieces))
            return
        zone.spelled.extend(pieces)
        if label is not None:
            zone.columns.setdefault(label.terminal, pieces[0])

    def _begin_header(self, label: Label, pieces: list[Piece]) -> None:
        zone = self.zones[-1]
        zone.tail_gap, zone.next_label = pieces[0].gap, label
        header = Zone(Label("COLUMNS", "column", -1, label.spelling, 0), pieces)
        header.columns[label.terminal] = pieces[0]
        self.zones.append(header)

    def _leave_out_padding(self, zone: Zone, row: int) -> None:
        """Take out of a zone what stands in front of the next label on its line: padding, or a number that counts the rows."""
        if self.layout is Layout.LINES:
            if self._is_row_number(zone):
                zone.items.pop()
            return
        # unless another label owns it
        padding = self.layout is Layout.ROWS and not any(piece.row == row for piece in zone.spelled)
        while zone.items and zone.items[-1].row == row and (padding or zone.items[-1].text == ""):
            zone.items.pop()

    def _is_row_number(self, zone: Zone) -> bool:
        """Whether the newest value opens the line of the label behind it: an extra first column that counts the rows."""
        if not zone.items or not zone.items[-1].text.isdigit():
            return False
        piece = zone.items[-1]
        return piece.gap > 0 and not any(p.row == piece.row for p in (*zone.items[:-1], *zone.spelled))

    def _holds_more(self, zone: Zone, row: int) -> bool:
        """Whether anything stands in a zone but blank fields on a line of its label."""
        return any(self.layout is not Layout.ROWS or piece.text or piece.row != row for piece in zone.items)

    def _is_open(self, zone: Zone) -> bool:
        """Whether a row's label has begun and neither its end nor a value has come, where lines break labels."""
        row = zone.label is not None and zone.label.role == "row"
        return row and not zone.items and self.layout is Layout.LINES

    def takes_sign(self, piece: Piece) -> bool:
        """Whether a piece is a sign, or a number with a stop behind it, that stands where a value should (`×`, `9.`), and is taken in.

        Where separators part cells it is a cell; where white space does, what stands there is not certain.
        """
        zone = self.zones[-1]
        if _JOINING.issuperset(piece.text):
            return False
        if self._takes_in_row(zone, piece):
            return True
        if self.layout is Layout.LINES and any(item.row == piece.row for item in self._of_row(zone)):
            zone.strange.append((piece, len(zone.values)))
            return True
        return False

    def _of_row(self, zone: Zone) -> list[Piece]:
        """The pieces of a zone that holds a row, its label and what stands behind it."""
        is_row = zone.label is not None and zone.label.role == "row" and not self.rest_of_row
        return [*zone.spelled[-1:], *zone.items[-1:]] if is_row else []

    def takes_unit(self, piece: Piece) -> bool:
        """Whether a piece is the unit of the value before it, torn from it (766202 | 元), and is taken in by that."""
        items = self.zones[-1].items
        if not items or items[-1].cell is None or piece.text not in UNITS or piece.row - items[-1].row > 1:
            return False
        joined = read_cell(items[-1].text + piece.text)
        if joined.state != "given" or self.zones[-1].strange:
            return False
        items[-1].text, items[-1].cell, items[-1].end = items[-1].text + piece.text, joined, piece.end
        return True

    def _takes_in_row(self, zone: Zone, piece: Piece) -> bool:
        """Whether words stand in a field of a row, behind its label, and are taken in: a cell that holds no number."""
        if self.layout is not Layout.ROWS or not piece.column or zone.label is None or zone.label.role != "row":
            return False
        if not any(spelled.row == piece.row and spelled.column < piece.column for spelled in zone.spelled):
            return False
        piece.cell = CellText("unreadable", None, piece.text)
        zone.items.append(piece)
        return True

    def set_aside(self, piece: Piece) -> None:
        """Take words that no label has for a cell of a row that holds no number, else for what belongs to no label."""
        zone = self.zones[-1]
        if not self._takes_in_row(zone, piece) and (not zone.strange or len(zone.items) < _LISTED):
            zone.strange.append((piece, len(zone.values)))
