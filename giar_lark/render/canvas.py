"""A line of marks under a line of text: carets and dashes at cells, a label where there is room for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text as Styled

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.render.cells import printable, width_of, wrap
from giar_lark.render.page import line

PRIMARY, SECONDARY = "^", "-"


class Mark(NamedTuple):
    """A stretch of cells to underline: where it begins, how many cells, with which sign, in which style."""

    start: int
    cells: int
    sign: str
    style: str


def underline(marks: Sequence[Mark], label: str, style: str, room: int) -> Iterator[Styled]:
    """The marks on a line, and the label behind them, in front of them, or on a line of its own below."""
    ordered = sorted(marks)
    if not ordered:
        return
    carets = [mark for mark in ordered if mark.sign == PRIMARY] or ordered
    target = ordered[-1] if ordered[-1] in carets else carets[0]
    end = target.start + target.cells
    label = printable(label)
    cells = width_of(label)
    if not label or (target is ordered[-1] and end + 1 + cells <= room):
        yield _marked(ordered).append(f" {label}" if label else "", style)
    elif cells + 1 <= target.start and len(ordered) == 1:
        yield line(" " * (target.start - cells - 1), (label, style), " ").append_text(_marked(ordered, target.start))
    else:
        yield _marked(ordered)
        start = target.start if target.start + cells <= room else max(0, min(end, room) - cells)
        for part in wrap(label, room - start, room - start):
            yield line(" " * start, (part, style))


def _marked(marks: Sequence[Mark], column: int = 0) -> Styled:
    drawn = line()
    for mark in marks:
        drawn.append(" " * (mark.start - column))
        drawn.append(mark.sign * mark.cells, mark.style)
        column = mark.start + mark.cells
    return drawn
