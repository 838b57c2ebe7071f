"""Table 3 in other arrangements than rows of cells: in words, in blocks, as keys with values, transposed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from random import Random
from typing import NamedTuple

import pytest
from generator.layouts import _rows, _written
from generator.marks import unmark
from generator.numbers import Numbers, fresh_numbers, sound_numbers
from generator.report import document
from generator.values import BLANK, mark

from giar_lark.tokenise.report import tokenise
from giar_lark.write.grid import Grid
from synthetic.layouts import report_of
from synthetic.reading import read_text
from tokenise.test_layouts_commute import wrong_cells

NAMES = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


class Line(NamedTuple):
    """A row of table 3: the labels of its groups that begin with it, its own, and its values."""

    groups: tuple[str, ...]
    label: str
    values: tuple[str, ...]


def _lines(grid: Grid) -> list[Line]:
    lines = []
    for row in grid[3:]:
        labels = [box.text for box in row if not box.value]
        lines.append(Line(tuple(labels[:-1]), labels[-1], tuple(box.text for box in row if box.value)))
    return lines


def _clauses(lead: str, between: str, parts: str, end: str = "") -> Callable[[Sequence[Line]], Iterator[str]]:
    def write(lines: Sequence[Line]) -> Iterator[str]:
        for line in lines:
            yield from line.groups
            told = (f"{name}{between}{value}" for name, value in zip(NAMES, line.values, strict=True))
            yield line.label + lead + parts.join(told) + end

    return write


def _blocks(head: str, item: str) -> Callable[[Sequence[Line]], Iterator[str]]:
    def write(lines: Sequence[Line]) -> Iterator[str]:
        for column, name in enumerate(NAMES):
            yield head.format(name)
            yield from (item.format(line.label, line.values[column]) for line in lines)

    return write


def _records(form: str) -> Callable[[Sequence[Line]], Iterator[str]]:
    def write(lines: Sequence[Line]) -> Iterator[str]:
        for line in lines:
            yield from (form.format(line.label, name, value) for name, value in zip(NAMES, line.values, strict=True))

    return write


def _transposed(separator: str) -> Callable[[Sequence[Line]], Iterator[str]]:
    def write(lines: Sequence[Line]) -> Iterator[str]:
        yield separator.join(["申请人情况", *(line.label for line in lines)])
        for column, name in enumerate(NAMES):
            yield separator.join([name, *(line.values[column] for line in lines)])

    return write


ARRANGEMENTS = {
    "clauses": _clauses("：", " ", "，"),
    "clauses with units": _clauses("：", "", "，", "。"),
    "clauses with another comma": _clauses("：", "", "、"),
    "clauses with colons": _clauses(" | ", "：", " | "),
    "clauses in brackets": _clauses("（", "：", "；", "）"),
    "rows in blocks of lines": _clauses("\n- ", "：", "\n- "),
    "rows in blocks of lines, values on their own": _clauses("\n", "\n", "\n"),
    "rows in blocks with tabs": _clauses("\n", "\t", "\n"),
    "applicants in blocks": _blocks("{}", "{}：{}"),
    "applicants in blocks with brackets": _blocks("【{}】", "{} {}"),
    "applicants in blocks of a list": _blocks("**{}**", "- {}：{}"),
    "keys": _records("{}-{}：{}"),
    "keys with brackets": _records("{}（{}）：{}"),
    "records": _records("{},{},{}"),
    "records with tabs": _records("{}\t{}\t{}"),
    "transposed with tabs": _transposed("\t"),
    "transposed with bars": _transposed(" | "),
}
RANDOM = Random(5)
SOUND = sound_numbers("2021", {"t3.granted.natural_person": 14, "t2.normative_documents.in_force": 41})
NUMBERS = {
    "full": fresh_numbers(),
    "2019": sound_numbers("2019", {"t3.granted.natural_person": 14}),
    "blanks": fresh_numbers().changed({key: BLANK for key in SOUND.cells if RANDOM.random() < 0.3}),
    "marks": fresh_numbers().changed({key: mark("/") for key in SOUND.cells if RANDOM.random() < 0.3}),
    "totals alone": SOUND.changed({key: BLANK for key in SOUND.cells if key[:2] == "t3" and not key.endswith("total")}),
}


def _text(numbers: Numbers, arrangement: str) -> str:
    def write(grid: Grid) -> str:
        lines = ARRANGEMENTS[arrangement](_lines(grid)) if len(_rows(grid)[0]) == 10 else map("\t".join, _rows(grid))
        return "\n".join(lines)

    return unmark(_written(write)(document(report_of(numbers))[0])).text


@pytest.mark.parametrize("numbers", NUMBERS)
@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_every_cell_is_read(arrangement: str, numbers: str) -> None:
    reading = read_text(_text(NUMBERS[numbers], arrangement))
    assert wrong_cells(NUMBERS[numbers], reading) == {}
    assert [cell.key for cell in reading.report.cells if cell.state in ("unreadable", "missing")] == []


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_tokens_do_not_overlap(arrangement: str) -> None:
    text = _text(NUMBERS["full"], arrangement)
    spans = sorted(token.span for token in tokenise(read_text(text).source).tokens)
    assert [(first, second) for first, second in pairwise(spans) if first.end > second.start] == []


def test_a_value_that_two_rows_claim_is_not_read_as_either() -> None:
    text = _text(NUMBERS["full"], "records")
    twice = text.replace("一、本年新收政府信息公开申请数量,商业企业", "一、本年新收政府信息公开申请数量,自然人")
    assert twice != text
    cells = read_text(twice).cells
    assert [key for key, cell in cells.items() if key.startswith("t3.new_received") and cell.state == "given"] == []
