"""Columns that the format does not have: what can be told from cells is left out, and no value slips into another column."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from random import Random

import pytest
from generator.layouts import _rows, _written
from generator.marks import unmark
from generator.numbers import Numbers, fresh_numbers, sound_numbers
from generator.report import document
from generator.values import BLANK

from giar_lark.write.grid import Box, Grid
from synthetic.layouts import LAYOUTS, report_of
from synthetic.reading import Reading, read_text
from tokenise.test_layouts_commute import wrong_cells

# how many cells stand in front of an extra one, of a row with so many fields and values, and what it holds in which row
Place = Callable[[int, int], int]


def _before(width: int, values: int) -> int:
    return width - values


def _behind(width: int, values: int) -> int:
    return width


RANDOM = Random(11)
FULL = sound_numbers("2021", {"t3.granted.natural_person": 14, "t2.normative_documents.in_force": 41})
BLANKS = {
    "full": fresh_numbers(),
    "scattered": FULL.changed({key: BLANK for key in FULL.cells if RANDOM.random() < 0.3}),
    "totals alone": FULL.changed({key: BLANK for key in FULL.cells if key[:2] == "t3" and not key.endswith("total")}),
    "no totals": FULL.changed({key: BLANK for key in FULL.cells if key[:2] == "t3" and key.endswith("total")}),
}


def _table(grid: Grid, place: Place, text: Callable[[], str]) -> str:
    lines = []
    for boxes, fields in zip(grid, _rows(grid), strict=True):
        values = sum(box.columns for box in boxes if box.value)
        at = place(len(fields), values or _values(grid))
        lines.append("\t".join([*fields[:at], text() if values else "", *fields[at:]]))
    return "\n".join(lines)


def _values(grid: list[list[Box]]) -> int:
    return max(sum(box.columns for box in row if box.value) for row in grid)


def _read(numbers: Numbers, place: Place, text: Callable[[], str]) -> Reading:
    def write(grid: Grid) -> str:
        return _table(grid, place, text) if len(_rows(grid)[0]) == 10 else "\n".join(map("\t".join, _rows(grid)))

    return read_text(unmark(_written(write)(document(report_of(numbers))[0])).text)


def _unread(reading: Reading) -> list[str]:
    return [cell.key for cell in reading.report.cells if cell.state in ("unreadable", "missing")]


@pytest.mark.parametrize("blanks", BLANKS)
@pytest.mark.parametrize(
    ("place", "text"),
    [(_before, lambda: "件"), (_behind, lambda: "已核"), (_behind, lambda: "12.5%")],
    ids=["unit", "remark", "share"],
)
def test_a_column_of_words_takes_no_place(place: Place, text: Callable[[], str], blanks: str) -> None:
    reading = _read(BLANKS[blanks], place, text)
    assert wrong_cells(BLANKS[blanks], reading) == {}
    assert _unread(reading) == []


@pytest.mark.parametrize("blanks", ["full", "scattered", "totals alone"])
def test_numbers_of_rows_beside_their_values_take_no_place(blanks: str) -> None:
    numbers = count(1)
    reading = _read(BLANKS[blanks], _before, lambda: str(next(numbers)))
    assert wrong_cells(BLANKS[blanks], reading) == {}
    assert _unread(reading) == []


@pytest.mark.parametrize("blanks", ["full", "scattered", "totals alone"])
@pytest.mark.parametrize("place", [_behind, lambda width, values: width - 1], ids=["behind", "before the total"])
def test_a_further_column_of_numbers_gives_no_wrong_value(place: Place, blanks: str) -> None:
    assert wrong_cells(BLANKS[blanks], _read(BLANKS[blanks], place, lambda: "7")) == {}


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    "place", [_before, _behind, lambda width, values: width - 1], ids=["before", "behind", "inside"]
)
def test_a_further_column_does_not_make_up_for_one_blank_cell_in_each_row(place: Place, seed: int) -> None:
    """Each row then has as many values as cells."""
    random = Random(seed)
    rows = sorted({key.rpartition(".")[0] for key in FULL.cells if key.startswith("t3")})
    blanks = [random.choice([key for key in FULL.cells if key.rpartition(".")[0] == row]) for row in rows]
    numbers = FULL.changed(dict.fromkeys(blanks, BLANK))
    reading = _read(numbers, place, lambda: str(random.randrange(100)))
    assert wrong_cells(numbers, reading) == {}
    assert "RD-06" in {finding.code for finding in reading.findings}


@pytest.mark.parametrize("separator", ["\t", " | ", ","])
@pytest.mark.parametrize("blank", ["natural_person", "total"])
@pytest.mark.parametrize("position", range(8))
def test_a_further_column_does_not_make_up_for_a_column_that_is_blank(
    position: int, blank: str, separator: str
) -> None:
    numbers = FULL.changed({key: BLANK for key in FULL.cells if key[:2] == "t3" and key.endswith(blank)})
    others = count(300)

    def at(width: int, values: int) -> int:
        return width - values + position

    def write(grid: Grid) -> str:
        rows = _table(grid, at, lambda: str(next(others))) if len(_rows(grid)[0]) == 10 else _plain(grid)
        return rows.replace("\t", separator)

    text = unmark(_written(write)(document(report_of(numbers))[0])).text
    assert wrong_cells(numbers, read_text(text)) == {}


def _plain(grid: Grid) -> str:
    return "\n".join(map("\t".join, _rows(grid)))


@pytest.mark.parametrize("number", ["1", "26"])
def test_a_number_in_front_of_the_row_of_cases_is_no_value(number: str) -> None:
    cases = {"upheld": BLANK, "corrected": BLANK, "other_result": BLANK, "pending": BLANK, "total": BLANK}
    numbers = fresh_numbers().changed(
        {f"t4.litigation_after_reconsideration.{key}": cell for key, cell in cases.items()}
    )
    lines = LAYOUTS["tab-rows"](numbers).split("\n")
    row = next(at for at, line in enumerate(lines) if line.startswith("结果维持")) + 1
    text = "\n".join([*lines[:row], f"{number}\t{lines[row]}", *lines[row + 1 :]])
    assert wrong_cells(numbers, read_text(text)) == {}
