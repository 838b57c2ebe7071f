"""Blank cells where rows are written in unusual ways: they are read in their places, or said to be unread, and none slips."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

import pytest
from generator.numbers import Numbers, fresh_numbers, sound_numbers
from generator.values import BLANK, Value, mark, number

from synthetic.layouts import LAYOUTS
from synthetic.reading import Reading, read_text
from tokenise.test_layouts_commute import wrong_cells

FULL = fresh_numbers()
SOUND = sound_numbers("2021", {"t3.granted.natural_person": 14, "t2.normative_documents.in_force": 41})
Row = Callable[[str, list[str]], str]


def _blanked(numbers: Numbers, seed: int, share: float) -> Numbers:
    random = Random(seed)
    return numbers.changed({key: BLANK for key in numbers.cells if random.random() < share})


def _every(numbers: Numbers, key_part: str, value: Value) -> Numbers:
    return numbers.changed({key: value for key in numbers.cells if key_part in key})


BLANKS: dict[str, Numbers] = {
    "many": _blanked(FULL, 2, 0.4),
    "sound, few": _blanked(SOUND, 3, 0.05),
    "sound, many": _blanked(SOUND, 4, 0.4),
    "first": _every(FULL, "natural_person", BLANK),
    "struck": _every(FULL, "t2.", mark("/")),
}


def _written(numbers: Numbers, row: Row) -> str:
    """A report whose rows of tables 2 and 3 are written from their label and their cells."""
    lines = LAYOUTS["canonical"](numbers).split("\n")
    return "\n".join(row(fields[0], fields[1:]) if len(fields := line.split("\t")) > 1 else line for line in lines)


def _unread(reading: Reading) -> list[str]:
    return [
        cell.key for cell in reading.report.cells if cell.state in ("unreadable", "missing") and cell.key[:2] != "t4"
    ]


def untold_cells(numbers: Numbers, reading: Reading) -> dict[str, object]:
    """The cells that came out wrong without a word: what a sum has chosen says so itself (RD-07), for the whole row."""
    inferred = {key.rpartition(".")[0] for key, cell in reading.cells.items() if cell.state == "inferred"}
    wrong = wrong_cells(numbers, reading)
    return {key: found for key, found in wrong.items() if key.rpartition(".")[0] not in inferred}


SEPARATORS = {
    "tabs": "\t",
    "bars": " | ",
    "commas": ",",
    "wide commas": "，",
    "semicolons": " ; ",
    "enumeration": "、",
    "a space": " ",
    "two spaces": "  ",
}
ROWS: dict[str, Row] = {
    f"{name}, {cells}": row
    for cells, separator in SEPARATORS.items()
    for name, row in {
        "above": lambda label, cells, s=separator: f"{s.join(cells)}\n{label}" if label else s.join(cells),
        "below": lambda label, cells, s=separator: f"{label}\n{s.join(cells)}",
        "led": lambda label, cells, s=separator: f"{label}：{s.join(cells)}",
        "led, without blanks": lambda label, cells, s=separator: f"{label}：{s.join(filter(None, cells))}",
    }.items()
}


@pytest.mark.parametrize("blanks", BLANKS)
@pytest.mark.parametrize("row", ROWS)
def test_no_cell_slips_however_a_row_is_written(row: str, blanks: str) -> None:
    numbers = BLANKS[blanks]
    assert wrong_cells(numbers, read_text(_written(numbers, ROWS[row]))) == {}


@pytest.mark.parametrize("row", ["above, tabs", "led, tabs", "led, bars", "led, commas"])
@pytest.mark.parametrize("blanks", ["many", "sound, few"])
def test_a_row_that_keeps_its_fields_is_read(row: str, blanks: str) -> None:
    reading = read_text(_written(BLANKS[blanks], ROWS[row]))
    assert [key for key in _unread(reading) if key[:2] == "t3"] == []


@pytest.mark.parametrize("blanks", ["many", "first"])
@pytest.mark.parametrize("separator", ["|", "\t"])
@pytest.mark.parametrize("keeps_blanks", [True, False])
def test_a_table_that_runs_on_in_one_line(separator: str, blanks: str, keeps_blanks: bool) -> None:
    numbers = BLANKS[blanks]
    paragraphs = LAYOUTS["tab-rows"](numbers).split("\n")
    fields = [part for line in paragraphs for part in (line.split("\t") if "\t" in line else [line])]
    text = separator.join(part for part in fields if part or keeps_blanks)
    assert wrong_cells(numbers, read_text(text)) == {}


@pytest.mark.parametrize("seed", range(3))
def test_spaces_that_end_a_line_are_blank_cells(seed: int) -> None:
    numbers = SOUND.changed(
        {key: BLANK for key in SOUND.cells if key[:2] == "t3" and key.endswith(("other_organization", "total"))}
    )
    random = Random(seed)
    numbers = numbers.changed({key: BLANK for key in numbers.cells if random.random() < 0.1})
    assert wrong_cells(numbers, read_text(LAYOUTS["tab-rows"](numbers).replace("\t", " "))) == {}


def test_marks_that_are_run_together_are_not_blank() -> None:
    numbers = _every(FULL, "t2.rules", mark("/"))
    text = LAYOUTS["cell-lines"](numbers).replace("规章\n/\n/\n/\n", "规章\n/，/，/\n")
    reading = read_text(text)
    assert {reading.cells[key].state for key in numbers.cells if key.startswith("t2.rules.")} == {"unreadable"}


def _paged(text: str, start: int) -> str:
    """A text with a bare number behind every ninth line."""
    lines = text.split("\n")
    return "\n".join(f"{line}\n{start + at // 9}" if at % 9 == 8 and line else line for at, line in enumerate(lines))


@pytest.mark.parametrize("blanks", BLANKS)
@pytest.mark.parametrize("separator", ["\t", " | ", "  ", " "])
def test_no_cell_slips_where_bare_page_numbers_stand_between_rows(separator: str, blanks: str) -> None:
    numbers = BLANKS[blanks]
    text = _paged(LAYOUTS["tab-rows"](numbers).replace("\t", separator), 1)
    assert wrong_cells(numbers, read_text(text)) == {}


def test_page_numbers_that_count_up_cost_no_row() -> None:
    numbers = BLANKS["many"]
    assert [key for key in _unread(read_text(_paged(LAYOUTS["tab-rows"](numbers), 1))) if key[:2] == "t3"] == []


def test_a_lone_number_behind_a_row_with_a_blank_cell_is_not_taken_for_its_last_cell() -> None:
    numbers = FULL.changed({"t3.not_processed.repeated.research_institution": BLANK})
    lines = LAYOUTS["tab-rows"](numbers).split("\n")
    at = next(at for at, line in enumerate(lines) if "2.重复申请" in line)
    reading = read_text("\n".join([*lines[: at + 1], "4", *lines[at + 1 :]]))
    row = [cell for key, cell in reading.cells.items() if key.startswith("t3.not_processed.repeated.")]
    assert {cell.state for cell in row} == {"unreadable"}
    assert "RD-06" in reading.codes


@pytest.mark.parametrize("blanks", BLANKS)
@pytest.mark.parametrize("layout", ["canonical", "tab-rows", "aligned-wide", "markdown"])
def test_no_cell_slips_where_spaces_and_a_tab_end_all_lines(layout: str, blanks: str) -> None:
    numbers = BLANKS[blanks]
    text = "\n".join(f"{line}   \t" for line in LAYOUTS[layout](numbers).split("\n"))
    assert wrong_cells(numbers, read_text(text)) == {}


@pytest.mark.parametrize("blanks", BLANKS)
def test_a_mark_that_is_not_seen_in_front_of_a_line_leaves_a_drawn_line_one(blanks: str) -> None:
    numbers = BLANKS[blanks]
    text = "\n".join(f"\u200e{line}" for line in LAYOUTS["markdown"](numbers).split("\n"))
    assert wrong_cells(numbers, read_text(text)) == {}


@pytest.mark.parametrize("blanks", BLANKS)
def test_colours_take_no_room_on_a_page(blanks: str) -> None:
    numbers = BLANKS[blanks]
    text = LAYOUTS["aligned-wide"](numbers)
    coloured = re.sub(r"(?<= )(\d+)", "\x1b[32m\\1\x1b[0m", text)
    assert wrong_cells(numbers, read_text(coloured)) == {}
    assert _unread(read_text(coloured)) == _unread(read_text(text))


def test_a_number_in_brackets_behind_spaces_is_not_left_out_as_a_blank() -> None:
    text = _written(SOUND, lambda label, cells: f"{label}（      {cells[-1]}）")
    assert wrong_cells(SOUND, read_text(text)) == {}


@pytest.mark.parametrize("lead", ["、", "（"])
def test_marks_run_on_behind_a_label_are_not_blank(lead: str) -> None:
    numbers = FULL.changed({key: mark("/") for key in FULL.cells if key.startswith("t2.")})
    reading = read_text(_written(numbers, lambda label, cells: f"{label}{lead}{'、'.join(cells)}"))
    rules = [cell.state for key, cell in reading.cells.items() if key.startswith("t2.rules.")]
    assert set(rules) == {"unreadable"}


def _bars_before_cells(text: str) -> str:
    """A cell a line behind a bar, a blank line behind each row, merged cells left blank."""
    cut = [line.split("\t") for line in text.split("\n")]
    lines = ["".join(f"|{cell}\n" for cell in row) if len(row) > 1 else row[0] for row in cut]
    return "\n".join(lines)


@pytest.mark.parametrize("blanks", [*BLANKS, "columns"])
def test_no_cell_slips_where_padding_and_blank_cells_look_alike(blanks: str) -> None:
    columns = ("natural_person", "commercial_enterprise", "other_organization")
    numbers = {**BLANKS, "columns": FULL.changed({key: BLANK for key in FULL.cells if key.endswith(columns)})}[blanks]
    assert untold_cells(numbers, read_text(_bars_before_cells(LAYOUTS["tab-rows"](numbers)))) == {}


def test_lone_values_a_space_behind_their_labels_show_no_column() -> None:
    full = sound_numbers("2019", {})
    only_totals = full.changed({key: BLANK for key in full.cells if key[:2] == "t3" and not key.endswith(".total")})
    # the spaces of blank cells are run into one, as in a page that was not written for them
    text = re.sub(r"[ \t]+", " ", re.sub(r"(?m)\t+$", "", LAYOUTS["canonical"](only_totals)))
    reading = read_text(text)
    assert {reading.readings[key][1] for key in full.cells if key[:2] == "t3"} == {"unreadable"}
    assert "RD-06" in reading.codes


def test_the_row_of_cases_over_lines_counts_the_blank_line_below_it() -> None:
    """`5 | … |`, `359 | | 359 | … |`, `|`: eight fields and seven are fifteen, and the cut was inside of a field."""
    blank = [key for key in FULL.cells if key.startswith("t4.")]
    given = {
        "t4.reconsideration.upheld": 5,
        "t4.litigation_direct.other_result": 359,
        "t4.litigation_direct.total": 359,
    }
    numbers = FULL.changed({**dict.fromkeys(blank, BLANK), **{key: number(value) for key, value in given.items()}})
    lines = LAYOUTS["pipe-rows"](numbers).split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith("5 |"))
    cut = lines[at].index("359")
    lines[at] = f"{lines[at][:cut]}\n{lines[at][cut:-3]}\n  | "
    assert wrong_cells(numbers, read_text("\n".join(lines))) == {}
