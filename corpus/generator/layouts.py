"""The layouts that reports come in, each a function from numbers to a text.

`KEEPING` keep the place of every cell, blank or not; `SPACING` show a blank cell as a wider gap only, which need not be
decidable; `DROPPING` leave blank cells out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from unicodedata import east_asian_width

from synthetic.grid import Box, Grid, unmerged
from synthetic.numbers import Numbers
from synthetic.report import Frame, Part, parts

Table = Callable[[Grid], str]
Layout = Callable[[Numbers], str]


def _document(found: Iterable[Part], table: Table, between: str = "\n", last: str = "\n") -> str:
    return between.join(table(part) if isinstance(part, list) else part for _, part in found) + last


def _layout(table: Table, between: str = "\n", last: str = "\n") -> Layout:
    def write(numbers: Numbers) -> str:
        return _document(parts(numbers), table, between, last)

    return write


# ---------------------------------------------------------------- the form that the grammar reads


def canonical(numbers: Numbers, frame: Frame | None = None) -> str:
    """The canonical form."""
    indent = {"prose": "　　", "organ": "　　　　", "date": "　　　　"}
    lines = [
        "\n".join(_canonical_rows(kind, part)) if isinstance(part, list) else indent.get(kind, "") + part
        for kind, part in parts(numbers, frame)
    ]
    return "\n".join(lines) + "\n"


def _canonical_rows(kind: str, grid: Grid) -> Iterable[str]:
    header: list[str] = []
    for row in grid:
        values = [box.text for box in row if box.value]
        labels = [box.text for box in row if not box.value]
        if kind == "t2" and not values:
            yield " ".join(labels)
        elif not values:
            header += labels
        else:
            yield from _header_lines(kind, header)
            header = []
            yield from labels[:-1]
            yield "\t".join([labels[-1] if labels else "", *values])


def _header_lines(kind: str, header: list[str]) -> Iterable[str]:
    if kind == "t3" and header:
        note, applicants, person, legal, total, *rest = header
        yield note
        yield " ".join([applicants, person, legal, *rest, total])
    elif kind == "t4" and header:
        yield " ".join(header)


# ---------------------------------------------------------------- a cell at a time


def _boxes(grid: Grid) -> list[str]:
    return [box.text for row in grid for box in row]


def _lines(grid: Grid) -> str:
    return "\n".join(_boxes(grid))


def _spaced_lines(grid: Grid) -> str:
    return "\n\n".join(_boxes(grid))


def _full_lines(grid: Grid) -> str:
    return "\n".join(filter(None, _boxes(grid)))


def _words(grid: Grid) -> str:
    return " ".join(filter(None, _boxes(grid)))


def _tab_led(grid: Grid) -> str:
    return "\n".join("".join(f"\t{box.text}\n" for box in row) for row in grid)


def _bar_lines(grid: Grid) -> str:
    return "\n|\n" + "\n|\n".join(_boxes(grid)) + "\n|\n"


# ---------------------------------------------------------------- a row at a time


def _rows(grid: Grid) -> list[list[str]]:
    return [["" if box is None else box.text for box in row] for row in unmerged(grid)]


def _tab_rows(grid: Grid) -> str:
    return "\n".join("\t".join(row) for row in _rows(grid))


def _csv(grid: Grid) -> str:
    return "\n".join(",".join(f'"{text}"' if "," in text else text for text in row) for row in _rows(grid))


def _pipes(grid: Grid) -> str:
    rows = [f"| {' | '.join(row)} |" for row in _rows(grid)]
    return "\n".join(["", rows[0], "|" + " --- |" * len(grid[-1]), *rows[1:], ""])


def _bare_pipes(grid: Grid) -> str:
    return "\n".join(" | ".join(row) for row in _rows(grid))


def _html(grid: Grid) -> str:
    rows = ["<tr>" + "".join(map(_td, row)) + "</tr>" for row in grid]
    return "<table>\n<tbody>\n" + "\n".join(rows) + "\n</tbody>\n</table>"


def _td(box: Box) -> str:
    spans = [f' {name}="{size}"' for name, size in (("colspan", box.columns), ("rowspan", box.rows)) if size > 1]
    return f"<td{''.join(spans)}><p>{box.text or '&nbsp;'}</p></td>"


# ---------------------------------------------------------------- a page


def _aligned(wide: int) -> Table:
    def measure(text: str) -> int:
        return sum(wide if east_asian_width(char) in "WF" else 1 for char in text)

    def pad(text: str, width: int) -> str:
        return text + " " * (width - measure(text))

    def write(grid: Grid) -> str:
        lines: list[str] = []
        for rows in _pages(grid):
            widths = [max(measure(row[x]) for row in rows) + 2 for x in range(len(rows[0]))]
            lines += ["".join(map(pad, row, widths)).rstrip() for row in rows]
        return "\n".join(lines)

    return write


def _pages(grid: Grid) -> Iterable[list[list[str]]]:
    """The rows that share columns, their label cells joined: the blocks of table 2, or a whole table."""
    full = unmerged(grid)
    values = max(sum(box.value for box in row) for row in grid)
    captions = [y for y, row in enumerate(grid) if len(row) == 1] or [0]
    for first, last in zip(captions, [*captions[1:], len(grid)], strict=True):
        rows = [["" if box is None else box.text for box in row] for row in full[first:last]]
        labels = 1 if len(captions) > 1 else len(rows[0]) - values
        yield [[" ".join(filter(None, row[:labels])), *row[labels:]] if labels else row for row in rows]


KEEPING: dict[str, Layout] = {
    "canonical": canonical,
    "tab_led": _layout(_tab_led),
    "tab_rows": _layout(_tab_rows),
    "bar_lines": _layout(_bar_lines),
    "pipes": _layout(_pipes),
    "bare_pipes": _layout(_bare_pipes),
    "html": _layout(_html),
    "csv": _layout(_csv),
}
SPACING: dict[str, Layout] = {
    "lines": _layout(_lines),
    "spaced_lines": _layout(_spaced_lines, "\n\n"),
    "aligned_wide": _layout(_aligned(2)),
    "aligned_narrow": _layout(_aligned(1)),
}
DROPPING: dict[str, Layout] = {
    "full_lines": _layout(_full_lines),
    "one_line": _layout(_words, " ", ""),
}
LAYOUTS: dict[str, Layout] = {**KEEPING, **SPACING, **DROPPING}
