"""Many reports out of a few: the same text, and in tables 3 and 4 another multiple of each number, so that all sums still hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import giar_lark
from giar_lark.model.report import Cell
from giar_lark.source.source import Source

# a piece of text, and the number behind it
Pieces = tuple[list[tuple[str, int]], str]


def write_twins(reports: Sequence[Path], folder: Path, count: int) -> list[Path]:
    """Twins of some reports in a folder: each report in turn, then each again with other numbers."""
    pieces = [pieces_of(giar_lark.read(path)) for path in reports]
    paths = [folder / f"{number:06}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        factor, which = divmod(number, len(pieces))
        path.write_text(with_multiples(pieces[which], factor + 1), encoding="utf-8", newline="")
    return paths


def pieces_of(source: Source) -> Pieces:
    """The text before each number of tables 3 and 4 with that number, and the text behind the last."""
    found: list[tuple[str, int]] = []
    at = 0
    for cell in sorted(filter(_is_multiplied, giar_lark.parse(source).report.cells), key=lambda cell: cell.span):
        if isinstance(cell.value, int):
            found.append((source.text[at : cell.span.start], cell.value))
            at = cell.span.end
    return found, source.text[at:]


def _is_multiplied(cell: Cell) -> bool:
    return cell.reading.plain and cell.key.startswith(("t3.", "t4."))


def with_multiples(pieces: Pieces, factor: int) -> str:
    """The same report with another multiple of each of its numbers."""
    found, rest = pieces
    return "".join(f"{text}{number * factor}" for text, number in found) + rest
