"""Tables whose labels run over several lines beside values that stand on one: nothing is read beside another's label."""

from __future__ import annotations

import re

import pytest
from generator.numbers import Numbers, fresh_numbers

from giar_lark import Source, parse
from synthetic.layouts import LAYOUTS
from synthetic.reading import Reading, read_text
from tokenise.test_layouts_commute import wrong_cells

_ROW = re.compile(r"^\t*(?:([^\t\n]+)\t+)?([^\t\n]+)\t+((?:\d+\t){6}\d+)$", re.MULTILINE)


def _wrapped(numbers: Numbers, width: int) -> str:
    """The report with the labels of table 3 broken after so many characters, each row's values on the first line of its label."""
    text = LAYOUTS["tab-rows"](numbers)
    start, end = text.index("三、收到"), text.index("四、政府")
    return text[:start] + _ROW.sub(lambda row: _row(row, width), text[start:end]) + text[end:]


def _row(row: re.Match[str], width: int) -> str:
    head, label = row[1] or "", row[2]
    lines = [(head[at : at + width], label[at : at + width]) for at in range(0, max(len(head), len(label)), width)]
    first, *rest = ("\t".join(filter(None, pair)) for pair in lines)
    return "\n".join([f"{first}\t{row[3]}", *rest])


@pytest.mark.parametrize("template", ["2021", "2019"])
@pytest.mark.parametrize("width", [3, 4, 5, 7, 9])
def test_no_row_takes_the_values_of_the_next(width: int, template: str) -> None:
    numbers = fresh_numbers(template)
    assert wrong_cells(numbers, read_text(_wrapped(numbers, width))) == {}


def _cases_on_lines(numbers: Numbers, lines: list[str]) -> Reading:
    text = LAYOUTS["tab-rows"](numbers)
    values = "\t".join(value.raw for key, value in numbers.cells.items() if key.startswith("t4."))
    assert values in text
    return read_text(text.replace(values, "\n".join(lines)))


def test_cases_on_lines_of_other_lengths_are_in_no_order() -> None:
    numbers = fresh_numbers("2021")
    raws = [value.raw for key, value in numbers.cells.items() if key.startswith("t4.")]
    torn = ["\t".join([raws[0], *raws[5:]]), *(f"{raw}\t" for raw in raws[1:5])]
    reading = _cases_on_lines(numbers, torn)
    assert {cell.state for cell in reading.report.cells if cell.key.startswith("t4.")} == {"unreadable"}
    assert reading.codes == ["RD-06"]


def test_cases_on_a_line_for_each_group_are_read() -> None:
    numbers = fresh_numbers("2021")
    raws = [value.raw for key, value in numbers.cells.items() if key.startswith("t4.")]
    reading = _cases_on_lines(numbers, ["\t".join(raws[first : first + 5]) for first in (0, 5, 10)])
    assert (reading.readings, reading.codes) == (numbers.readings, [])


@pytest.mark.parametrize("layout", ["tab-rows", "tab-led", "tab-led-padded", "blank-lines"])
def test_cases_in_a_usual_layout_are_known_when_they_come_again(layout: str) -> None:
    text = LAYOUTS[layout](fresh_numbers("2021"))
    one, other = (parse(Source(text)).report.tables[-1] for _ in range(2))
    assert one.key == "t4"
    assert one.frame is other.frame
