"""Tables drawn with lines: cells broken over lines in narrow columns, and merged cells that a line goes around."""

from __future__ import annotations

from itertools import count, zip_longest
from random import Random
from unicodedata import east_asian_width

import pytest
from generator.layouts import _rows, _written
from generator.marks import unmark
from generator.numbers import fresh_numbers
from generator.report import document
from generator.values import BLANK

from giar_lark.tokenise.split.choice import split_table
from giar_lark.write.grid import Grid
from synthetic.layouts import report_of
from synthetic.reading import Reading, read_text
from tokenise.test_layouts_commute import wrong_cells

FULL = fresh_numbers()
RANDOM = Random(11)
BLANKS = {
    "full": FULL,
    "few": FULL.changed({key: BLANK for key in FULL.cells if RANDOM.random() < 0.1}),
    "many": FULL.changed({key: BLANK for key in FULL.cells if RANDOM.random() < 0.4}),
}
VALUE_COLUMNS = 6
# the columns of labels of a table, by how many it has in all
LABELS = {4: 1, 10: 3, 15: 0}
# joints from left to right, stroke and bar; a joint where the line begins
PENS = {"lines": ("├┼┤─│", "├"), "ASCII": ("+++-|", "+")}


def _columns(text: str) -> int:
    return sum(1 + (east_asian_width(char) in "WF") for char in text)


def _broken(text: str, columns: int) -> list[str]:
    lines = [""]
    for char in text:
        if _columns(lines[-1] + char) > columns:
            lines.append("")
        lines[-1] += char
    return lines


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - _columns(text))


def _drawing(grid: Grid, label_columns: int, pen: str, value_columns: int = VALUE_COLUMNS) -> list[str]:
    """A table with a line between any two rows; merged cells are blank where they go on."""
    left, middle, right, stroke, bar = pen
    rows = [[unmark(text).text for text in row] for row in _rows(grid)]
    labels = LABELS[len(rows[0])]
    widths = [label_columns] * labels + [value_columns] * (len(rows[0]) - labels)
    rule = left + middle.join(stroke * width for width in widths) + right
    out = [rule]
    for row in rows:
        cells = [_broken(text, width) for text, width in zip(row, widths, strict=True)]
        for line in zip_longest(*cells, fillvalue=""):
            out.append(bar + bar.join(map(_padded, line, widths)) + bar)
        out.append(rule)
    return out


def _around_words(lines: list[str], label_columns: int, begin: str, bar: str) -> list[str]:
    """The lines, those between rows drawn around a merged cell in the first column, words of which stand in the gap."""
    words, seen = count(), len([line for line in lines if line == lines[0]])
    out = []
    for line in lines:
        number = next(words) if line == lines[0] else -1
        text = _padded("办理"[: number % 3], label_columns)
        out.append(bar + text + begin + line[label_columns + 2 :] if 4 < number < seen - 1 else line)
    return out


def _unread(reading: Reading) -> list[str]:
    return [cell.key for cell in reading.report.cells if cell.state in ("unreadable", "missing")]


@pytest.mark.parametrize("blanks", BLANKS)
@pytest.mark.parametrize("label_columns", [5, 8, 60])
@pytest.mark.parametrize("pen", PENS)
def test_a_cell_broken_over_lines_is_one_cell(pen: str, label_columns: int, blanks: str) -> None:
    numbers = BLANKS[blanks]
    drawn = _written(lambda grid: "\n".join(_drawing(grid, label_columns, PENS[pen][0])))
    reading = read_text(unmark(drawn(document(report_of(numbers))[0])).text)
    assert _unread(reading) == []
    assert wrong_cells(numbers, reading) == {}


@pytest.mark.parametrize(("pen", "value_columns"), [("lines", 6), ("ASCII", 6), ("lines", 2)])
def test_a_line_drawn_around_a_merged_cell_ends_a_row(pen: str, value_columns: int) -> None:
    strokes, begin = PENS[pen]
    drawn: list[str] = []

    def table(grid: Grid) -> str:
        drawn.append("\n".join(_drawing(grid, 8, strokes, value_columns)))
        return ""

    _written(table)(document(report_of(FULL))[0])
    table = "\n".join(_around_words(drawn[1].split("\n"), 8, begin, strokes[-1]))
    pieces = split_table(table, 0, len(table))
    assert {*pieces.widths.values()} == {10}
    assert max(pieces.widths) == len([line for line in drawn[1].split("\n") if line[0] == begin]) - 1
