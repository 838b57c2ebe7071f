"""Table 3 in another arrangement than rows of cells: what stands where is brought to rows, and the table is read as any other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.official.templates import tables
from giar_lark.tokenise.labels.recognise import Label
from giar_lark.tokenise.rows.zone import Zone
from giar_lark.tokenise.split.piece import Layout, Piece, Pieces

# so many rows make the table
FEW_ROWS = 15


class Head(NamedTuple):
    """What heads a row or a group: its label, and the piece that spells it."""

    label: Label
    piece: Piece


class Arranged(NamedTuple):
    """A table by what its cells are: the heads of rows and groups in order, cells by the row's terminal and the column's, columns."""

    heads: Sequence[Head]
    cells: Mapping[tuple[str, str], Piece]
    columns: Mapping[str, Piece]

    @property
    def is_table(self) -> bool:
        """Whether it has all columns, and enough rows."""
        rows = {row for row, _ in self.cells}
        return len(rows) >= FEW_ROWS and {column for _, column in self.cells} == set(tables().applicants)


def zones_of(arranged: Arranged) -> tuple[Pieces, list[Zone]]:
    """A table as rows of cells: a label, and a field for each column that the text has for it."""
    table, zones = Pieces(Layout.ROWS), [_header(arranged.columns)]
    for number, (label, piece) in enumerate(arranged.heads, 1):
        found = [arranged.cells.get((label.terminal, column)) for column in tables().applicants]
        items = [cell for cell in found if cell is not None] if label.role == "row" else []
        for column, item in enumerate((piece, *items)):
            item.row, item.column = number, column
        table.pieces += [piece, *items]
        table.widths[number] = 1 + len(items)
        zones[-1].next_label = label
        zones.append(Zone(label, [piece], items))
    return table, zones


def _header(columns: Mapping[str, Piece]) -> Zone:
    """The header: the first of the columns' labels alone, for others may stand behind what heads a row."""
    first = min(columns.values(), key=lambda piece: piece.start)
    return Zone(Label("COLUMNS", "column", -1, "", 0), [first], columns=dict(columns))
