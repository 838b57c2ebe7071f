"""The three tables as a word processor has them: rows of cells, some of which cover several rows or columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import official


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a table: its text, how many columns and rows it covers, and whether it is a value."""

    text: str
    columns: int = 1
    rows: int = 1
    value: bool = False


# a table row by row; a box stands in the row and column where it begins
Grid = list[list[Box]]


class RowText(NamedTuple):
    """A row as it is to be written: the terminal of its label, the label, and its values.

    A single value where the table has several columns covers them all: numbers whose places are lost.
    """

    terminal: str
    label: str
    values: tuple[str, ...]


class BlockText(NamedTuple):
    """A block of table 2: the terminal of its caption, the template of its header, and its rows."""

    caption: str
    template: str
    rows: tuple[RowText, ...]


_DISCLOSURE_COLUMNS = 3


def disclosure_grid(blocks: Iterable[BlockText]) -> Grid:
    """Table 2: for each block a caption, a header and its rows, four columns wide."""
    grid: Grid = []
    for block in blocks:
        spec = next(spec for spec in tables().blocks if spec.caption == block.caption)
        header = [official(column) for column in spec.headers[block.template].columns]
        grid.append([Box(official(block.caption), columns=_DISCLOSURE_COLUMNS + 1)])
        grid.append([Box(official("CONTENT")), *_spread(header, value=False)])
        grid += [[Box(row.label), *_spread(row.values, value=True)] for row in block.rows]
    return grid


def _spread(texts: Sequence[str], *, value: bool) -> list[Box]:
    """Up to three boxes over three columns, the last one as wide as is left."""
    last = _DISCLOSURE_COLUMNS - len(texts) + 1
    widths = [1] * (len(texts) - 1) + [last]
    return [Box(text, width, value=value) for text, width in zip(texts, widths, strict=True)]


def applications_grid(rows: Sequence[RowText]) -> Grid:
    """Table 3: three header rows over seven columns, and three columns for the labels of the rows."""
    data = tables()
    applicants = [official(terminal) for terminal in data.applicants]
    grid: Grid = [
        [Box(official("BALANCE_NOTE"), 3, 3), Box(official("APPLICANTS"), 7)],
        [Box(applicants[0], 1, 2), Box(official("LEGAL_PERSONS"), 5), Box(applicants[-1], 1, 2)],
        [Box(name) for name in applicants[1:-1]],
    ]
    for outer, members in groupby(rows, key=lambda row: _groups_above(row.terminal)[:1]):
        of_group = list(members)
        grid += _outcomes(outer[0], of_group) if outer else [_row(row, 3) for row in of_group]
    return grid


def _outcomes(outer: str, rows: Sequence[RowText]) -> Iterator[list[Box]]:
    """The rows of 三、本年度办理结果, its head and those of its groups as high as they reach."""
    heads = [Box(official(outer), 1, len(rows))]
    for inner, members in groupby(rows, key=lambda row: _groups_above(row.terminal)[1:]):
        of_group = list(members)
        heads += [Box(official(name), 1, len(of_group)) for name in inner]
        for row in of_group:
            yield [*heads, *_row(row, 2 - len(inner))]
            heads = []


def _row(row: RowText, label_columns: int) -> list[Box]:
    """A row from its own label on."""
    if len(row.values) == 1:
        return [Box(row.label, label_columns), Box(row.values[0], len(tables().applicants), value=True)]
    return [Box(row.label, label_columns), *(Box(text, value=True) for text in row.values)]


def _groups_above(row: str) -> tuple[str, ...]:
    """The terminals of the groups that a row of table 3 stands under, the outer one first."""
    groups = tables().application_groups
    inner = tuple(name for name, rows in groups.items() if row in rows and name != "OUTCOMES")
    outer = ("OUTCOMES",) if row in groups["OUTCOMES"] or inner else ()
    return outer + inner


def cases_grid(values: Sequence[str]) -> Grid:
    """Table 4: three header rows over one row of fifteen values."""
    data = tables()
    results = [official(terminal) for terminal in data.results] * len(data.case_groups)
    direct, after = list(data.case_groups)[1:]
    boxes = [Box(text, value=True) for text in values] if len(values) > 1 else [Box(values[0], 15, value=True)]
    return [
        [Box(official("RECONSIDERATION"), 5, 2), Box(official("LITIGATION"), 10)],
        [Box(official(direct), 5), Box(official(after), 5)],
        [Box(name) for name in results],
        boxes,
    ]


def unmerged(grid: Grid) -> list[list[Box | None]]:
    """The grid cell by cell: a box at its upper left corner, None where it covers on."""
    width = sum(box.columns for box in grid[0])
    out: list[list[Box | None]] = [[None] * width for _ in grid]
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(grid):
        x = 0
        for box in row:
            while (y, x) in taken:
                x += 1
            out[y][x] = box
            taken |= {(y + dy, x + dx) for dy in range(box.rows) for dx in range(box.columns)}
            x += box.columns
    return out
