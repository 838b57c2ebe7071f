"""Columns that are blank in every row, as a spreadsheet with merged cells leaves them: the cells beside them keep their places."""

from __future__ import annotations

from random import Random

import pytest
from generator.numbers import Numbers, fresh_numbers
from generator.values import BLANK

from synthetic.layouts import LAYOUTS
from synthetic.reading import Reading, read_text
from tokenise.test_layouts_commute import unread, wrong_cells

FULL = fresh_numbers()
_COLUMNS = ("natural_person", "research_institution", "total", ".issued")


def _scattered(seed: int, share: float) -> Numbers:
    random = Random(seed)
    return FULL.changed({key: BLANK for key in FULL.cells if random.random() < share})


BLANKS: dict[str, Numbers] = {
    "full": FULL,
    "few": _scattered(1, 0.05),
    "many": _scattered(2, 0.4),
    "columns": FULL.changed({key: BLANK for key in FULL.cells if key.endswith(_COLUMNS)}),
}
# the fields before which a column is added, in tables 3 and 4 and in table 2
PLACES = {
    "behind the first": ([4], [2]),
    "two": ([5, 8], [1, 3]),
    "side by side": ([6, 6], [2, 2]),
    "before the labels": ([0, 9], [0]),
    "among the labels": ([1, 2], [1]),
    "behind each": (list(range(1, 10)), [1, 2, 3]),
}


def _with_columns(numbers: Numbers, place: str, separator: str = "\t") -> str:
    wide, narrow = PLACES[place]
    lines = []
    for line in LAYOUTS["tab-rows"](numbers).split("\n"):
        fields = line.split("\t")
        for at in sorted(wide if len(fields) >= 10 else narrow, reverse=True):
            if len(fields) > 1:
                fields.insert(at, "")
        lines.append(separator.join(fields))
    return "\n".join(lines)


def _read(blanks: str, place: str, separator: str = "\t") -> Reading:
    return read_text(_with_columns(BLANKS[blanks], place, separator))


@pytest.mark.parametrize("blanks", BLANKS)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("separator", ["\t", ",", " | "])
def test_cells_stand_under_their_header(separator: str, place: str, blanks: str) -> None:
    reading = _read(blanks, place, separator)
    assert wrong_cells(BLANKS[blanks], reading) == {}
    assert unread(reading) == []


def test_without_a_header_and_a_full_row_no_place_is_guessed() -> None:
    numbers = FULL.changed({key: BLANK for key in FULL.cells if key.endswith("natural_person")})
    text = _with_columns(numbers, "behind the first")
    headless = "\n".join(line for line in text.split("\n") if "商业企业" not in line and "自然人" not in line)
    reading = read_text(headless)
    assert wrong_cells(numbers, reading) == {}
    assert "RD-06" in reading.codes


def test_rows_that_say_different_things_about_blank_columns_leave_none_to_be_guessed() -> None:
    numbers = FULL.changed({key: BLANK for key in FULL.cells if "denied" in key and key.endswith("natural_person")})
    lines = _with_columns(numbers, "behind the first").split("\n")
    for at, line in enumerate(lines):
        fields = line.split("\t")
        if "予以公开" in line or "部分公开" in line or "信访" in line:
            del fields[4]
            lines[at] = "\t".join([*fields, ""])
    reading = read_text("\n".join(lines))
    row = [cell.state for key, cell in reading.cells.items() if key.startswith("t3.denied.state_secret.")]
    assert set(row) == {"unreadable"}


def test_a_label_is_one_cell_though_blank_fields_stand_between_its_copies() -> None:
    numbers = BLANKS["few"]
    lines = LAYOUTS["tab-rows"](numbers).split("\n")
    copied = [
        f"{fields[0]}\t\t{line}" if len(fields := line.split("\t")) == 10 and fields[0] else line for line in lines
    ]
    blank = ["\t\t" + line if line.count("\t") == 9 else line for line in copied]
    reading = read_text("\n".join(blank))
    assert wrong_cells(numbers, reading) == {}
    assert unread(reading) == []
