"""Exact columns of a page whose lines a label that is longer than its own column pushes to the right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from giar_lark.tokenise.place.page import Page, PageRow, Positions
from giar_lark.tokenise.split.piece import Piece


def pushed_columns(
    pages: Sequence[Page], rows: dict[int, PageRow], headers: Sequence[Piece | None], _pieces: Sequence[Piece]
) -> dict[int, Positions] | None:
    """Exact columns, but a label longer than its own column pushes the rest of its line to the right."""
    if any(piece is None for piece in headers) or not headers:
        return None
    for page in pages:
        columns = tuple(page.extent(piece).first for piece in headers if piece is not None)
        if all(left < right for left, right in pairwise(columns)):
            found = _match_pushed(page, rows, columns)
            if found:
                return found
    return None


def _match_pushed(page: Page, rows: dict[int, PageRow], columns: tuple[int, ...]) -> dict[int, Positions] | None:
    """Each row's push is its label's end beyond the label's column; rows with a label at the same place share that column."""
    options = {number: _pushes(page, row, columns) for number, row in rows.items()}
    if any(not found for found in options.values()):
        return None
    placed: dict[int, Positions] = {}
    for number, row in rows.items():
        fitting = {
            push: p for push, p in options[number].items() if push == 0 or _possible(page, row, push, rows, options)
        }
        if 0 in options[number]:
            placed[number] = options[number][0]
        elif len(fitting) == 1:
            placed[number] = next(iter(fitting.values()))
    return placed


def _pushes(page: Page, row: PageRow, columns: tuple[int, ...]) -> dict[int, Positions]:
    starts = [page.extent(piece).first for piece in row.values]
    found: dict[int, Positions] = {}
    for column in columns:
        push = starts[0] - column
        if push >= 0 and all(start - push in columns for start in starts):
            found[push] = tuple(columns.index(start - push) for start in starts)
    return found


def _possible(
    page: Page, row: PageRow, push: int, rows: dict[int, PageRow], options: dict[int, dict[int, Positions]]
) -> bool:
    """Whether a push agrees with the rows whose labels begin at the same place."""
    if row.label is None:
        return False
    label = page.extent(row.label)
    limit = label.last - push
    for number, other in rows.items():
        if other is row or other.label is None or page.extent(other.label).first != label.first:
            continue
        end = page.extent(other.label).last
        if end > limit and end - limit not in options[number]:
            return False
        if end <= limit and 0 not in options[number]:
            return False
    return True
