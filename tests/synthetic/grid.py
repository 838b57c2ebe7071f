"""The three tables as a word processor has them: rows of cells, some of which cover several rows or columns."""

from __future__ import annotations

from dataclasses import dataclass

from giar_lark.templates import Block, Header, tables
from giar_lark.vocabulary import official
from synthetic.numbers import Numbers


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a table: its text, how many columns and rows it covers, and whether it is a value."""

    text: str
    columns: int = 1
    rows: int = 1
    value: bool = False


Grid = list[list[Box]]


def disclosure_grid(numbers: Numbers) -> Grid:
    """Table 2: for each block a caption, a header and its rows, four columns wide."""
    grid: Grid = []
    for block in tables().blocks:
        header = block.headers.get(numbers.templates.get(block.caption, numbers.template))
        if header is not None:
            grid += _block(numbers, block, header)
    return grid


def _block(numbers: Numbers, block: Block, header: Header) -> Grid:
    specs = [tables().disclosure_rows[row] for row in block.rows]
    widths = {3: (1, 1, 1), 2: (1, 2), 1: (3,)}[len(header.columns)]
    grid: Grid = [
        [Box(official(block.caption), columns=4)],
        [Box(official("CONTENT")), *(Box(official(c), width) for c, width in zip(header.columns, widths, strict=True))],
    ]
    for spec in specs:
        if spec.template in (None, header.template):
            raws = [numbers.at(f"{spec.key}.{column}").raw for column in header.column_keys]
            values = [Box(raw, width, value=True) for raw, width in zip(raws, widths, strict=True)]
            grid.append([Box(official(spec.terminal)), *values])
    return grid


def applications_grid(numbers: Numbers) -> Grid:
    """Table 3: three header rows over seven columns, and three columns for the labels of the rows."""
    data = tables()
    applicants = [official(terminal) for terminal in data.applicants]
    grid: Grid = [
        [Box(official("BALANCE_NOTE"), 3, 3), Box(official("APPLICANTS"), 7)],
        [Box(applicants[0], 1, 2), Box(official("LEGAL_PERSONS"), 5), Box(applicants[-1], 1, 2)],
        [Box(name) for name in applicants[1:-1]],
    ]
    rows = data.rows_of("t3", numbers.template)
    terminals = [row.terminal for row in rows]
    for row in rows:
        labels = _labels(row.terminal, terminals)
        values = [Box(numbers.at(f"{row.key}.{column}").raw, value=True) for column in data.applicant_keys]
        grid.append([*labels, *values])
    return grid


def _labels(terminal: str, terminals: list[str]) -> list[Box]:
    """The label cells that a row of table 3 begins with, the head of its group included where it is the first one."""
    groups = tables().application_groups
    outcomes = groups["OUTCOMES"]
    group = next((g for g, rows in groups.items() if terminal in rows and g != "OUTCOMES"), None)
    if group is None and terminal not in outcomes:
        return [Box(official(terminal), 3)]
    boxes = []
    members = [t for t in terminals if t in outcomes or any(t in groups[g] for g in groups if g in outcomes)]
    if terminal == members[0]:
        boxes.append(Box(official("OUTCOMES"), 1, len(members)))
    if group is None:
        return [*boxes, Box(official(terminal), 2)]
    siblings = [t for t in terminals if t in groups[group]]
    if terminal == siblings[0]:
        boxes.append(Box(official(group), 1, len(siblings)))
    return [*boxes, Box(official(terminal))]


def cases_grid(numbers: Numbers) -> Grid:
    """Table 4: three header rows over one row of fifteen values."""
    data = tables()
    results = [official(terminal) for terminal in data.results] * 3
    direct, after = list(data.case_groups)[1:]
    values = [
        numbers.at(f"{group}.{result}") for group in data.case_groups.values() for result in data.results.values()
    ]
    return [
        [Box(official("RECONSIDERATION"), 5, 2), Box(official("LITIGATION"), 10)],
        [Box(official(direct), 5), Box(official(after), 5)],
        [Box(name) for name in results],
        [Box(value.raw, value=True) for value in values],
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
