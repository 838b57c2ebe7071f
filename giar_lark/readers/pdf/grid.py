"""Frames to cells: what no rule parts is one cell."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence

from giar_lark.lean.records import dataclass, field
from giar_lark.readers.pdf.page import Glyph, Rule
from giar_lark.readers.pdf.rules import Frame
from giar_lark.source.address import Box

# a rule parts two fields if it runs along so much of the border between them
_ALONG = 0.6

Field = tuple[int, int]


@dataclass(slots=True)
class Cell:
    """A cell of a table: the rows and columns that it covers (half-open), its box, and what is written in it."""

    rows: tuple[int, int]
    columns: tuple[int, int]
    box: Box
    glyphs: list[Glyph] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """A frame with its cells; `owner` has the cell of each field of a row and a column. `closed` if a rule is its right edge."""

    rows: list[float]
    columns: list[float]
    cells: list[Cell]
    owner: dict[Field, Cell]
    closed: bool

    @property
    def box(self) -> Box:
        """The box around the frame."""
        return (self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])

    def cell_at(self, across: float, down: float) -> Cell | None:
        """The cell at a point; None outside the frame."""
        return self.owner.get((bisect_right(self.rows, down) - 1, bisect_right(self.columns, across) - 1))


def grid_of(frame: Frame) -> Grid | None:
    """The cells of a frame; None where it has no rules in one of the directions, or only one cell."""
    rows, columns = frame.rows, frame.columns
    if not frame.level or not frame.upright or len(rows) * len(columns) < 6:
        return None
    floors = _walls(frame.level, rows, columns)
    sides = {(row, column) for column, row in _walls(frame.upright, columns, rows)}
    owner: dict[Field, Cell] = {}
    cells = []
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            if (row, column) not in owner:
                fields = _reached((row, column), floors, sides, (len(rows) - 1, len(columns) - 1))
                cells.append(_cell(fields, rows, columns))
                owner.update(dict.fromkeys(fields, cells[-1]))
    closed = abs(max(rule.at for rule in frame.upright) - columns[-1]) < 1
    return Grid(rows, columns, cells, owner, closed) if len(cells) > 1 else None


def _walls(rules: Sequence[Rule], places: list[float], steps: list[float]) -> set[Field]:
    """The borders that rules run along: those at the beginning of a place and beside a step, as numbers of both."""
    walls = set()
    for rule in rules:
        place = min(range(len(places)), key=lambda number: abs(places[number] - rule.at))
        for step, (start, end) in enumerate(itertools.pairwise(steps)):
            if min(rule.end, end) - max(rule.start, start) >= _ALONG * (end - start):
                walls.add((place, step))
    return walls


def _reached(start: Field, floors: set[Field], sides: set[Field], size: Field) -> list[Field]:
    """The fields that can be reached from one without crossing a rule."""
    reached, waiting = {start}, [start]
    while waiting:
        row, column = waiting.pop()
        for beside, border, walls in (
            ((row - 1, column), (row, column), floors),
            ((row + 1, column), (row + 1, column), floors),
            ((row, column - 1), (row, column), sides),
            ((row, column + 1), (row, column + 1), sides),
        ):
            inside = 0 <= beside[0] < size[0] and 0 <= beside[1] < size[1]
            if inside and border not in walls and beside not in reached:
                reached.add(beside)
                waiting.append(beside)
    return sorted(reached)


def _cell(fields: list[Field], rows: list[float], columns: list[float]) -> Cell:
    first, last = min(row for row, _ in fields), max(row for row, _ in fields) + 1
    left, right = min(column for _, column in fields), max(column for _, column in fields) + 1
    return Cell((first, last), (left, right), (columns[left], rows[first], columns[right], rows[last]))
