"""Table 3 transposed: a line for each kind of applicant, a column for each row of the format."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from giar_lark.official.templates import tables
from giar_lark.tokenise.arranged.arrangement import FEW_ROWS, Arranged, Head
from giar_lark.tokenise.labels.recognise import Label, index_of
from giar_lark.tokenise.split.piece import Layout, Piece, Pieces
from giar_lark.tokenise.text.fold import key

# lines with the labels of groups stand above that with the labels of rows
_FURTHEST = 12


def transposed(table: Pieces) -> Arranged | None:
    """The table, if its lines are those of applicants, below the labels of its rows; None for any other."""
    if table.layout is not Layout.ROWS or not _are_wide(table):
        return None
    lines = defaultdict[int, list[Piece]](list)
    for piece in table.pieces:
        lines[piece.row].append(piece)
    applicants = {terminal: line for line in lines.values() if (terminal := _applicant(line))}
    if set(applicants) != set(tables().applicants):
        return None
    below = min(line[0].row for line in applicants.values())
    header = [line for row, line in lines.items() if row < below]
    heads = _heads(header[-_FURTHEST:])
    rows = {column: head for column, of_column in heads.items() for head in of_column if head.label.role == "row"}
    if len(rows) < FEW_ROWS or any(not _is_under(line, rows) for line in applicants.values()):
        return None
    cells = {
        (rows[piece.column].label.terminal, terminal): piece
        for terminal, line in applicants.items()
        for piece in line
        if piece.column in rows
    }
    columns = {terminal: _label_piece(line) for terminal, line in applicants.items()}
    arranged = Arranged([head for column in sorted(heads) for head in heads[column]], cells, columns)
    return arranged if arranged.is_table else None


def _are_wide(table: Pieces) -> bool:
    """Whether a line for each applicant is wide enough for a column for each row; hardly any table has one."""
    return sum(width >= FEW_ROWS for width in table.widths.values()) >= len(tables().applicants)


def _applicant(line: Sequence[Piece]) -> str | None:
    """The terminal of the applicant whose line it is: no other label stands in it, and behind it cells alone."""
    words = [piece for piece in line if piece.cell is None]
    labels = _labels_in(words[-1].text, "column") if words else []
    whole = [label for label in labels if label.terminal in tables().applicants]
    is_line = len(whole) == 1 and line[-1] is not words[-1] and len(line) >= FEW_ROWS
    is_beside = any(not _labels_in(word.text, "column") and _labels_in(word.text, "row") for word in words[:-1])
    return whole[0].terminal if is_line and not is_beside else None


def _label_piece(line: Sequence[Piece]) -> Piece:
    return [piece for piece in line if piece.cell is None][-1]


def _is_under(line: Sequence[Piece], rows: Collection[int]) -> bool:
    """Whether every value of a line stands under the label of a row."""
    return all(piece.column in rows for piece in line if piece.text and piece.cell is not None)


def _heads(header: Sequence[Sequence[Piece]]) -> dict[int, list[Head]]:
    """The labels of groups and rows by their columns, from the top; a group stands once, however far it covers on."""
    heads = defaultdict[int, list[Head]](list)
    seen = set[str]()
    for line in header:
        for piece in line:
            labels = _labels_in(piece.text, "row") or _labels_in(piece.text, "group")
            if labels and labels[0].terminal not in seen:
                seen.add(labels[0].terminal)
                heads[piece.column].append(Head(labels[0], piece))
    return heads


def _labels_in(text: str, role: str) -> list[Label]:
    return [label for label in index_of("t3").whole.get(key(text).letters, ()) if label.role == role]
