"""Blank fields in numbers that no table has are padding: the values among them are read, and none moves."""

from __future__ import annotations

import pytest
from generator.numbers import fresh_numbers

from synthetic.layouts import LAYOUTS
from synthetic.reading import read_text

NUMBERS = fresh_numbers()
ROW = "2.重复申请"


@pytest.mark.parametrize("padding", [60, 200, 2000])
def test_a_row_behind_much_padding_is_read(padding: int) -> None:
    text = LAYOUTS["tab-rows"](NUMBERS)
    reading = read_text(text.replace(f"\t{ROW}", "\t" * padding + f"{ROW}"))
    assert reading.readings == NUMBERS.readings
    assert reading.codes == []


@pytest.mark.parametrize("padding", [60, 200, 2000])
def test_a_row_in_front_of_much_padding_is_read(padding: int) -> None:
    text = LAYOUTS["tab-rows"](NUMBERS)
    line = next(line for line in text.split("\n") if ROW in line)
    reading = read_text(text.replace(line, line + "\t " * padding))
    assert reading.readings == NUMBERS.readings
    assert reading.codes == []
