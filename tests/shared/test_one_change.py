"""One change at a time on the twins: each is read right or told at its place, and none costs another cell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from giar_lark.pipeline import check
from giar_lark.source.source import Source
from shared.changes import (
    PAGES,
    WHOLE,
    page_before_label,
    page_before_value,
    twin,
    unread_cells,
    with_row_twice,
    without_label,
    without_row,
    wrong_cells,
)
from synthetic.reading import read_text

NAMES = ("000", "001", "002", "003", "004")


def full_width(number: str) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in number)


# what is written in the cell for its number, and the state that it is to have
SAME: dict[str, Callable[[str], str]] = {
    "a thousands comma": lambda number: f"{int(number):,}",
    "a full-width thousands comma": lambda number: f"{int(number):,}".replace(",", "，"),
    "full-width digits": full_width,
    "a unit": lambda number: f"{number}件",
    "a note": lambda number: f"{number}（其中修订16件）",
}
OTHER = {
    "/": ("/", "na"),
    "-": ("-", "na"),
    "—": ("—", "na"),
    "无": ("无", "na"),
    "N/A": ("N/A", "na"),
}
DAMAGED: dict[str, Callable[[str], str]] = {
    "digits parted by a space": lambda number: f"{number[:2]} {number[2:]}",
    "digits parted by a line break": lambda number: f"{number[:2]}\n{number[2:]}",
    "a letter for a digit": lambda number: f"O{number[1:]}",
}


@pytest.mark.parametrize("written", SAME)
@pytest.mark.parametrize("name", NAMES)
def test_another_spelling_of_the_number(shared: Path, name: str, written: str) -> None:
    sample = twin(shared, name)
    reading = read_text(sample.with_cell(SAME[written](sample.number)))
    assert wrong_cells(sample, reading) == {}
    assert unread_cells(sample, reading) == []


@pytest.mark.parametrize("written", OTHER)
@pytest.mark.parametrize("name", NAMES)
def test_a_mark_for_the_number(shared: Path, name: str, written: str) -> None:
    sample, (text, state) = twin(shared, name), OTHER[written]
    reading = read_text(sample.with_cell(text))
    assert (reading.cells[sample.key].state, reading.cells[sample.key].raw) == (state, text)
    assert wrong_cells(sample, reading, sample.key) == {}
    assert unread_cells(sample, reading) == []


@pytest.mark.parametrize("blank", ["", " ", "\xa0", "\u3000"])
@pytest.mark.parametrize("name", NAMES)
def test_an_empty_cell_costs_at_most_its_row(shared: Path, name: str, blank: str) -> None:
    sample = twin(shared, name)
    reading = read_text(sample.with_cell(blank))
    row = sample.key.rpartition(".")[0]
    assert wrong_cells(sample, reading, sample.key) == {}
    assert [key for key in unread_cells(sample, reading) if not key.startswith(f"{row}.")] == []
    assert reading.cells[sample.key].state in ("blank", "unreadable")


@pytest.mark.parametrize("damage", DAMAGED)
@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_number_is_told_and_costs_at_most_its_row(shared: Path, name: str, damage: str) -> None:
    sample = twin(shared, name)
    text = sample.with_cell(DAMAGED[damage](sample.number))
    reading = read_text(text)
    row = sample.key.rpartition(".")[0]
    assert wrong_cells(sample, reading, sample.key) == {}
    assert [key for key in unread_cells(sample, reading) if not key.startswith(f"{row}.")] == []
    assert reading.cells[sample.key].state == "unreadable"
    assert [f for f in check(Source(text)).findings if f.key in (sample.key, row)] != []


@pytest.mark.parametrize(("written", "value"), [("-{}", -1), ("{}.5", None)])
@pytest.mark.parametrize("name", NAMES)
def test_a_number_that_is_no_count_is_told(shared: Path, name: str, written: str, value: int | None) -> None:
    sample = twin(shared, name)
    text = sample.with_cell(written.format(sample.number))
    reading = read_text(text)
    assert wrong_cells(sample, reading, sample.key) == {}
    assert reading.cells[sample.key].raw == written.format(sample.number)
    assert [f.key for f in check(Source(text)).findings if f.code == "T3-06"] == [sample.key]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("place", [page_before_label, page_before_value])
@pytest.mark.parametrize("name", NAMES)
def test_a_page_line(shared: Path, name: str, place: object, page: str) -> None:
    sample = twin(shared, name)
    reading = read_text(place(sample, page))  # type: ignore[operator]
    assert wrong_cells(sample, reading) == {}
    assert unread_cells(sample, reading) == []


@pytest.mark.parametrize("change", WHOLE)
@pytest.mark.parametrize("name", NAMES)
def test_a_change_of_words(shared: Path, name: str, change: str) -> None:
    sample = twin(shared, name)
    text = WHOLE[change](sample)
    reading = read_text(text)
    assert wrong_cells(sample, reading) == {}
    assert unread_cells(sample, reading) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_row(shared: Path, name: str) -> None:
    sample = twin(shared, name)
    text = without_row(sample)
    reading = read_text(text)
    row = "t3.not_processed.repeated."
    assert wrong_cells(sample, reading) == {}
    assert [key for key in unread_cells(sample, reading) if not key.startswith(row)] == []
    found = [f for f in check(Source(text)).findings if f.code == "T3-14"]
    assert ["重复申请" in f.message.zh for f in found] == [True]


@pytest.mark.parametrize("name", NAMES)
def test_a_row_given_twice(shared: Path, name: str) -> None:
    sample = twin(shared, name)
    text = with_row_twice(sample)
    reading = read_text(text)
    assert wrong_cells(sample, reading) == {}
    assert unread_cells(sample, reading) == []
    assert [f.name for f in check(Source(text)).findings].count("repeated-row") == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_row_without_its_label_is_never_read_as_another(shared: Path, name: str) -> None:
    sample = twin(shared, name)
    reading = read_text(without_label(sample))
    assert wrong_cells(sample, reading) == {}
