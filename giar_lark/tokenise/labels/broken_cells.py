"""Cells whose words a narrow column has broken over lines: the lines of each are one text."""

from __future__ import annotations

from itertools import groupby

from giar_lark.tokenise.labels.recognise import LabelIndex
from giar_lark.tokenise.split.piece import Piece, Pieces
from giar_lark.tokenise.text.characters import FILLER
from giar_lark.tokenise.text.fold import key


def join_broken_cells(table: Pieces, index: LabelIndex) -> None:
    """Make one piece of the words of each cell, unless they are several labels, so that a line holds several rows."""
    joined = list[Piece]()
    for _, cell in groupby(table.pieces, key=lambda piece: (piece.row, piece.column)):
        lines = list(cell)
        joined += [_as_one(lines)] if _are_one(lines, index) else lines
    table.pieces[:] = joined


def _are_one(lines: list[Piece], index: LabelIndex) -> bool:
    if len(lines) < 2 or all(line.cell is not None for line in lines):
        return False
    if key(_text(lines)).letters in index.whole:
        return True
    return not any(line.cell is not None or key(line.text).letters in index.whole for line in lines)


def _as_one(lines: list[Piece]) -> Piece:
    first, last = lines[0], lines[-1]
    return Piece(first.start, last.end, _text(lines), first.row, first.column, first.gap)


def _text(lines: list[Piece]) -> str:
    return FILLER.join(line.text for line in lines)
