"""Never silently wrong: whatever is done to a layout, a cell has been read, is blank, or has a finding that covers it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random

import pytest
from generator.numbers import Numbers, fresh_numbers, sound_numbers
from hypothesis import given, settings
from hypothesis import strategies as st

from giar_lark.findings import Finding
from giar_lark.model.report import Cell
from giar_lark.pipeline import check
from giar_lark.source.source import Source
from synthetic.layouts import LAYOUTS
from synthetic.strategies import REPEATABLE

READ = ("given", "blank", "na")
Damage = Callable[[list[str], Random], list[str]]


def untold(text: str) -> list[str]:
    """The keys of the cells that were not read, without a finding that covers them."""
    checked = check(Source(text))
    return [
        cell.key
        for cell in checked.report.cells
        if cell.state not in READ and not any(covers(finding, cell) for finding in checked.findings)
    ]


def covers(finding: Finding, cell: Cell) -> bool:
    """Whether a finding, or a place that it names beside its own, is about a cell: by key, or on the very spot."""
    keys = (finding.key, *(other.key for other in finding.related))
    spans = (finding.span, *(other.span for other in finding.related))
    return any(key is not None and f"{cell.key}.".startswith(f"{key}.") for key in keys) or any(
        span.start <= cell.span.start and cell.span.end <= span.end for span in spans
    )


def _lines_lost(lines: list[str], random: Random) -> list[str]:
    start = random.randrange(len(lines))
    return lines[:start] + lines[start + random.randrange(40) :]


def _lines_moved(lines: list[str], random: Random) -> list[str]:
    start, size, to = (random.randrange(len(lines)) for _ in range(3))
    moved, rest = lines[start : start + size % 30], lines[:start] + lines[start + size % 30 :]
    return rest[:to] + moved + rest[to:]


def _lines_doubled(lines: list[str], random: Random) -> list[str]:
    start = random.randrange(len(lines))
    part = lines[start : start + random.randrange(40)]
    return lines[:start] + part + part + lines[start + len(part) :]


def _lines_joined(lines: list[str], random: Random) -> list[str]:
    start = random.randrange(len(lines))
    size = random.randrange(40)
    return [*lines[:start], "".join(lines[start : start + size]), *lines[start + size :]]


def _separators_lost(lines: list[str], random: Random) -> list[str]:
    start = random.randrange(len(lines))
    size = random.randrange(60)
    bare = [re.sub(r"[\t|,]", "", line) for line in lines[start : start + size]]
    return lines[:start] + bare + lines[start + size :]


def _cells_in_brackets(lines: list[str], random: Random) -> list[str]:
    opening, closing = random.choice(("『』", "【】", "[]", "（）", "<>"))
    return [
        re.sub(r"[^\t|,\n]+", rf"{opening}\g<0>{closing}", line).replace("\t", random.choice(("", "\t")))
        for line in lines
    ]


DAMAGES: Mapping[str, Damage] = {
    "lines-lost": _lines_lost,
    "lines-moved": _lines_moved,
    "lines-doubled": _lines_doubled,
    "lines-joined": _lines_joined,
    "separators-lost": _separators_lost,
    "cells-in-brackets": _cells_in_brackets,
    "reversed": lambda lines, _: lines[::-1],
}
NUMBERS: Mapping[str, Numbers] = {template: fresh_numbers(template) for template in ("2021", "2019")}


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(REPEATABLE, max_examples=12)
@given(template=st.sampled_from(sorted(NUMBERS)), damage=st.sampled_from(sorted(DAMAGES)), seed=st.integers(0, 10**6))
def test_a_cell_that_a_damaged_layout_hides_is_told(layout: str, template: str, damage: str, seed: int) -> None:
    lines = LAYOUTS[layout](NUMBERS[template]).split("\n")
    assert untold("\n".join(DAMAGES[damage](lines, Random(seed)))) == []


def test_labels_and_values_in_one_piece_are_no_misspelt_labels() -> None:
    text = LAYOUTS["tab-rows"](NUMBERS["2021"])
    glued = re.sub(r"[^\t\n]+", r"【\g<0>】", text).replace("\t", "")
    assert "FM-04" not in [finding.code for finding in check(Source(glued)).findings]


def _in_words(line: str) -> str:
    """A row as a clause: `“label”：3件、0件；`."""
    label, *values = line.split("\t")
    if label.isdigit():
        label, values = "", [label, *values]
    return f"“{label}”：" * bool(label) + "、".join(f"{value}件" for value in values if value) + "；"


def test_rows_that_are_written_as_clauses_are_told_and_neither_blank_nor_missing() -> None:
    text = LAYOUTS["canonical"](sound_numbers("2021", {}))
    written = "\n".join(_in_words(line) if re.search(r"\t\d", line) else line for line in text.split("\n"))
    checked = check(Source(written))
    assert {cell.state for cell in checked.report.cells} == {"unreadable"}
    before = {finding.code for finding in check(Source(text)).findings}
    assert {finding.code for finding in checked.findings} - before == {"RD-06"}
