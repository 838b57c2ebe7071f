"""A piece of a report as it is shown on a page: the cells of table rows in columns, prose in lines that fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.text import Text as Styled

from giar_lark.manual import EXAMPLE_LINES_MOST, GAP
from giar_lark.render.cells import fit, printable, width_of, wrap
from giar_lark.render.page import Page, line
from giar_lark.render.theme import FAINT, FRAME

# a label keeps so many cells, however many columns stand behind it
_LABEL_LEAST_CELLS = 12


def piece_lines(text: str, room: int, page: Page) -> Iterator[Styled]:
    """The lines of a piece, in `room` cells. Of a long one the beginning; of none, that there is none."""
    rows = text.split("\n")
    if not text:
        yield line(("(an empty file)" if page.lang == "en" else "（空文件）", FAINT))
        return
    for in_columns, group in groupby(rows[:EXAMPLE_LINES_MOST], key=lambda row: "\t" in row or row == GAP):
        if in_columns:
            yield from _grid([row.split("\t") for row in group], room, page)
        else:
            yield from (line(part) for row in group for part in _prose(row, room))
    if len(rows) > EXAMPLE_LINES_MOST:
        rest = len(rows) - EXAMPLE_LINES_MOST
        words = f"{rest} more lines" if page.lang == "en" else f"其后还有 {rest} 行"
        yield line((f"{page.glyphs.cut} {words}", FAINT))


def _prose(row: str, room: int) -> Iterator[str]:
    """A line of prose in lines; its indent is white space and not the dots of what cannot be seen."""
    text = row.lstrip("\u3000")
    indent = "  " * (len(row) - len(text))
    yield from wrap(indent + printable(text), room, room)


def _grid(rows: Sequence[Sequence[str]], room: int, page: Page) -> Iterator[Styled]:
    """Rows in columns: the label to the left, values to the right, with bars between that take what room there is."""
    count = max(map(len, rows))
    cells = [[printable(cell).strip() for cell in row] + [""] * (count - len(row)) for row in rows]
    widths = [max(1, *(width_of(row[number]) for row in cells)) for number in range(count)]
    wide = sum(widths[1:]) + 3 * (count - 1) + min(widths[0], _LABEL_LEAST_CELLS) <= room
    bar = f" {page.glyphs.bar} " if wide else page.glyphs.bar
    left = max(_LABEL_LEAST_CELLS, room - sum(widths[1:]) - len(bar) * (count - 1))
    widths[0] = min(widths[0], left)
    for row in cells:
        if row[0] == GAP:
            yield line((page.glyphs.cut, FAINT))
            continue
        drawn = line(fit(row[0], widths[0], page.glyphs.cut))
        for cell, width in zip(row[1:], widths[1:], strict=True):
            drawn.append(bar, FRAME).append(" " * (width - width_of(cell)) + cell)
        yield drawn
