"""What cells read as is known without their places, and is what the cells say."""

from __future__ import annotations

import pickle

import pytest

from giar_lark import Source, parse
from giar_lark.lean.resources import read_sample
from giar_lark.model import form, order
from giar_lark.model.readings import readings_in
from giar_lark.model.report import Report

SOUND = read_sample("2021")
ROW = "行政处罚\t46\n"

TEXTS = {
    "sound": SOUND,
    "other numbers": SOUND.replace(ROW, "行政处罚\t7\n"),
    "2019": read_sample("2019"),
    "a blank and an amount": SOUND.replace(ROW, "行政处罚\t\n").replace("行政强制\t2", "行政强制\t2.50"),
    "a word": SOUND.replace(ROW, "行政处罚\t四十六\n"),
    "a missing row": SOUND.replace(ROW, ""),
    "a repeated row": SOUND.replace(ROW, ROW + "行政处罚\t12\n"),
    "an inferred place": SOUND.replace("（一）予以公开\t6", "（一）予以公开\t~6"),
    "a row without its label": SOUND.replace("3.要求提供公开出版物\t", "\t"),
    "a wide digit": SOUND.replace(ROW, "行政处罚\t４\n"),
    "a blank in table 3": SOUND.replace("（一）予以公开\t6", "（一）予以公开\t"),
    "a dash in table 3": SOUND.replace("（一）予以公开\t6", "（一）予以公开\t-"),
    "a wide digit in table 3": SOUND.replace("（一）予以公开\t6", "（一）予以公开\t６"),
    "a number in thousands": SOUND.replace(ROW, "行政处罚\t1,046\n"),
    "leading zeros": SOUND.replace(ROW, "行政处罚\t046\n"),
    "a whole amount": SOUND.replace(ROW, "行政处罚\t46.0\n"),
    "a row without places": SOUND.replace("（一）予以公开\t6\t1\t0\t0\t1\t0\t8", "（一）予以公开\t6 1 8"),
    "no table": "海角市水利局2023年政府信息公开工作年度报告\n一、总体情况\n　　全年平稳。\n",
}


def report(name: str) -> Report:
    return parse(Source(TEXTS[name])).report


@pytest.mark.parametrize("name", TEXTS)
def test_readings_are_those_of_the_cells_in_the_same_order(name: str) -> None:
    one = report(name)
    readings = readings_in(one)
    assert [(key, readings.get(key)) for key in readings.order.keys] == [
        (key, reading) for key, reading in zip(readings.order.keys, readings.all, strict=True)
    ]
    assert [(key, r.value, r.state, r.raw) for key, r in zip(readings.order.keys, readings.all, strict=True)] == [
        (cell.key, cell.value, cell.state, cell.raw) for cell in one.cells
    ]


@pytest.mark.parametrize("name", TEXTS)
def test_numbers_are_those_of_the_cells_and_known_where_they_are_certain(name: str) -> None:
    report(name)  # the second of its kind is read by what is known of the first
    one = report(name)
    readings = readings_in(one)
    assert readings.values == [cell.value for cell in one.cells]
    assert readings.states == [cell.state for cell in one.cells]
    assert readings.numbers == [cell.value or 0 for cell in one.cells]
    assert readings.known == [cell.value if cell.state == "given" else None for cell in one.cells]


@pytest.mark.parametrize("name", TEXTS)
def test_a_table_has_counts_only_where_every_cell_is_a_plain_count(name: str) -> None:
    report(name)
    for table in report(name).tables:
        assert table.counts is None or table.counts == tuple(cell.value for cell in table.cells)
        assert table.counts is None or all(cell.reading.plain and cell.state == "given" for cell in table.cells)


@pytest.mark.parametrize("name", TEXTS)
def test_a_cell_alone_is_what_it_is_among_all(name: str) -> None:
    report(name)
    for alone, among_all in zip(report(name).tables, report(name).tables, strict=True):
        assert [alone.all_cells.at(number) for number in range(len(among_all.cells))] == list(among_all.cells)


def test_a_regular_table_has_counts_if_no_cell_is_an_amount() -> None:
    report("sound")
    assert [table.key for table in report("other numbers").tables if table.counts is not None] == ["t3", "t4"]


@pytest.mark.parametrize("name", TEXTS)
def test_a_line_is_a_table_or_a_row(name: str) -> None:
    one = report(name)
    readings = readings_in(one)
    for cell in one.cells:
        for line in (cell.key[:2], cell.key.rpartition(".")[0]):
            assert readings.order.keys[readings.line(line)] == tuple(
                c.key for c in one.cells if c.key.startswith(f"{line}.")
            )
    assert readings.order.keys[readings.line("t5")] == ()


@pytest.mark.parametrize("name", TEXTS)
def test_the_cells_of_a_table_are_those_of_its_rows(name: str) -> None:
    for table in report(name).tables:
        cells = tuple(cell for row in table.rows for cell in row.cells)
        assert table.cells == cells
        assert table.form.keys == tuple(cell.key for cell in cells)
        assert [reading.state for reading in table.readings] == [cell.state for cell in cells]


def test_tables_of_the_same_rows_have_one_form_and_those_of_the_same_words_one_frame() -> None:
    first, again, other = (report(name).tables[0] for name in ("sound", "other numbers", "a missing row"))
    spaced = parse(Source(SOUND.replace(ROW, "行政处罚\t 46\n"))).report.tables[0]
    assert first.frame is again.frame
    assert first.form is spaced.form and first.frame is not spaced.frame
    assert first.form is not other.form


def kept() -> tuple[int, int]:
    """How many forms and orders are kept."""
    return form._kept.cache_info().currsize, order._kept.cache_info().currsize


def test_what_is_far_from_any_official_table_is_not_kept() -> None:
    readings_in(report("sound"))
    before = kept()
    one = parse(Source(SOUND.replace(ROW, ROW * 500))).report
    assert [reading.value for reading in readings_in(one).all] == [cell.value for cell in one.cells]
    assert kept() == before


@pytest.mark.parametrize("name", TEXTS)
def test_a_report_travels_with_its_tables(name: str) -> None:
    one = report(name)
    again = pickle.loads(pickle.dumps(one))
    assert again == one
    assert readings_in(again).all == readings_in(one).all
    assert [table.form for table in again.tables] == [table.form for table in one.tables]
