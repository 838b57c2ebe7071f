"""Texts cut at a width, in the middle of cells and labels: their tables are read as if they were not, or said to be unread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from unicodedata import east_asian_width

import pytest

from synthetic.layouts import LAYOUTS
from synthetic.reading import read_text
from tokenise.test_blanks_in_odd_layouts import BLANKS, untold_cells
from tokenise.test_layouts_commute import unread, wrong_cells

PROSE = (
    "一年来，本机关把群众关心的事项放在公开的前面，按季更新栏目，回应来信，答复来电，并请各科室按月报送应当公开的文件。"
)


def _one(_char: str) -> int:
    return 1


def _two_if_wide(char: str) -> int:
    return 2 if east_asian_width(char) in "WF" else 1


def _cut(line: str, width: int, columns: Callable[[str], int]) -> Iterator[str]:
    part, used = "", 0
    for char in line:
        if used + columns(char) > width:
            yield part
            part, used = "", 0
        part, used = part + char, used + columns(char)
    yield part


def _wrapped(layout: str, blanks: str, width: int, columns: Callable[[str], int]) -> str:
    text = LAYOUTS[layout](BLANKS[blanks]).replace("二、主动公开", f"{PROSE * 6}\n二、主动公开", 1)
    return "\n".join(part for line in text.split("\n") for part in _cut(line, width, columns))


@pytest.mark.parametrize("blanks", BLANKS)
@pytest.mark.parametrize("layout", ["tab-rows", "pipe-rows", "markdown", "aligned-wide", "csv", "canonical"])
@pytest.mark.parametrize("width", [30, 40, 72])
@pytest.mark.parametrize("columns", [_one, _two_if_wide])
def test_no_cell_slips(columns: Callable[[str], int], width: int, layout: str, blanks: str) -> None:
    text = _wrapped(layout, blanks, width, columns)
    assert untold_cells(BLANKS[blanks], read_text(text)) == {}


@pytest.mark.parametrize("layout", ["tab-rows", "pipe-rows", "csv"])
@pytest.mark.parametrize("width", [37, 64])
def test_rows_that_keep_their_fields_are_read(width: int, layout: str) -> None:
    reading = read_text(_wrapped(layout, "many", width, _one))
    assert len(unread(reading)) <= 7


def test_a_line_that_has_just_the_width_is_a_row_of_its_own() -> None:
    lines = _wrapped("tab-rows", "sound, few", 40, _one).split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith("规章\t"))
    lines[at] = lines[at].replace("规章", "规章" + " " * (40 - len(lines[at])), 1)
    assert len(lines[at]) == 40
    assert wrong_cells(BLANKS["sound, few"], read_text("\n".join(lines))) == {}


def test_prose_of_one_width_over_a_table_that_is_not_cut_changes_nothing() -> None:
    numbers = BLANKS["sound, many"]
    text = LAYOUTS["cell-lines"](numbers)
    cut = text.replace("二、主动公开", "\n".join(_cut(PROSE * 6, 38, _one)) + "\n二、主动公开", 1)
    assert read_text(cut).readings == read_text(text).readings
