"""The model: sections with their prose, tables with their rows, a cell for every key in its place."""

from __future__ import annotations

from decimal import Decimal

import pytest
from generator.numbers import fresh_numbers, keys_of
from generator.values import amount

from giar_lark.official.templates import TEMPLATES, cell_keys, tables
from giar_lark.official.vocabulary import official
from giar_lark.source.span import Span
from grammar.paths import canonical_report
from synthetic.layouts import canonical
from synthetic.reading import Reading, read_text

NUMBERS = fresh_numbers()
TEXT = canonical(NUMBERS)


def without(text: str, start: str, end: str) -> str:
    """A text without what stands from one mark up to another."""
    return text[: text.index(start)] + text[text.index(end) :]


# ---------------------------------------------------------------- sections


def test_sections_have_their_heading_and_prose() -> None:
    sections = read_text(TEXT).report.sections
    assert [(section.key, section.heading, section.ordinal) for section in sections] == [
        ("overview", "一、总体情况", "一、"),
        ("proactive_disclosure", "二、主动公开政府信息情况", "二、"),
        ("applications", "三、收到和处理政府信息公开申请情况", "三、"),
        ("reconsideration_litigation", "四、政府信息公开行政复议、行政诉讼情况", "四、"),
        ("problems_improvements", "五、存在的主要问题及改进情况", "五、"),
        ("other_matters", "六、其他需要报告的事项", "六、"),
    ]
    assert [paragraph.ordinal for paragraph in sections[0].paragraphs] == ["（一）", "（二）"]
    assert sections[5].text == "全年没有发出收费通知。"


def test_places_of_sections_are_those_of_the_source() -> None:
    reading = read_text(TEXT)
    for section in reading.report.sections:
        assert TEXT[slice(*section.heading_span)] == section.heading
        for paragraph in section.paragraphs:
            assert TEXT[slice(*paragraph.span)] == paragraph.text
            assert section.span.start <= paragraph.span.start < paragraph.span.end <= section.span.end


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        ("　　通知已送\n达，按期答复。\n", ["通知已送达，按期答复。"]),
        ("　　通知已送达。\n按期答复。\n", ["通知已送达。", "按期答复。"]),
        ("　　通知已送\n　　达，按期答复。\n", ["通知已送", "达，按期答复。"]),
        ("　　通知已送\n（二）按期答复。\n", ["通知已送", "（二）按期答复。"]),
        ("　　通知已送\n\n达，按期答复。\n", ["通知已送达，按期答复。"]),
    ],
)
def test_a_line_break_inside_a_sentence_is_taken_out(lines: str, paragraphs: list[str]) -> None:
    text = TEXT.replace("　　全年没有发出收费通知。\n", lines)
    section = read_text(text).report.section("other_matters")
    assert section is not None
    assert [paragraph.text for paragraph in section.paragraphs] == paragraphs


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("（一）公开。", "（一）"),
        ("(2)公开。", "(2)"),
        ("1.公开。", "1."),
        ("一是公开。", "一是"),
        ("第一，公开。", "第一，"),
        ("十一、公开。", "十一、"),
        ("3.5万元。", ""),
        ("公开一是。", ""),
    ],
)
def test_the_numbering_of_a_paragraph_is_kept_as_written(text: str, ordinal: str) -> None:
    section = read_text(TEXT.replace("全年没有发出收费通知。", text)).report.section("other_matters")
    assert section is not None
    assert [(p.text, p.ordinal) for p in section.paragraphs] == [(text, ordinal)]


def test_the_front_holds_the_preamble_and_not_the_title() -> None:
    report = read_text(TEXT).report
    assert [paragraph.text[:4] for paragraph in report.front] == ["本报告依"]
    assert report.section("nothing") is None


# ---------------------------------------------------------------- tables and cells


@pytest.mark.parametrize("template", TEMPLATES)
def test_cells_come_in_the_order_of_the_official_tables(template: str) -> None:
    report = read_text(canonical(fresh_numbers(template))).report
    assert tuple(cell.key for cell in report.cells) == cell_keys(template)
    assert report.template == template


@pytest.mark.parametrize("template", TEMPLATES)
def test_rows_are_those_of_the_template(template: str) -> None:
    report = read_text(canonical(fresh_numbers(template))).report
    for key in ("t2", "t3"):
        table = report.table(key)
        assert table is not None
        assert table.template == template
        assert [row.terminal for row in table.rows] == [row.terminal for row in tables().rows_of(key, template)]
    cases = report.table("t4")
    assert cases is not None
    assert [(row.key, len(row.cells)) for row in cases.rows] == [
        ("t4.reconsideration", 5),
        ("t4.litigation_direct", 5),
        ("t4.litigation_after_reconsideration", 5),
    ]


def test_a_row_has_the_place_of_its_label() -> None:
    report = read_text(TEXT).report
    for key in ("t2", "t3"):
        table = report.table(key)
        assert table is not None
        assert [TEXT[slice(*row.label)] for row in table.rows] == [official(row.terminal) for row in table.rows]


def test_a_table_spans_its_rows() -> None:
    reading = read_text(TEXT)
    for table in reading.report.tables:
        for row in table.rows:
            assert table.span.start <= row.label.start
            assert row.cells[-1].span.end <= table.span.end


def test_kinds_of_values() -> None:
    changes = {
        "t2.administrative_fees.amount_10k_yuan": amount("12.50"),
    }
    text = canonical(NUMBERS.changed(changes))
    cell = read_text(text).cells["t2.administrative_fees.amount_10k_yuan"]
    assert (cell.value, type(cell.value), cell.raw, cell.column) == (
        Decimal("12.5"),
        Decimal,
        "12.50",
        "amount_10k_yuan",
    )
    assert type(read_text(text).cells["t3.granted.total"].value) is int


def test_a_model_cannot_be_changed() -> None:
    cell = read_text(TEXT).report.cells[0]
    with pytest.raises(AttributeError):
        cell.key = "t2.rules.repealed"  # type: ignore[misc]


def test_an_inferred_cell_of_the_canonical_form() -> None:
    reading = read_text(canonical_report("hybrid"))
    cell = reading.cells["t3.denied.process_information.total"]
    assert (cell.value, cell.state, cell.raw) == (0, "inferred", "~0")
    assert reading.codes.count("RD-07") == 1


def test_a_row_whose_places_the_canonical_form_has_lost() -> None:
    reading = read_text(canonical_report("hybrid"))
    states = {cell.state for cell in reading.report.cells if cell.key.startswith("t3.denied.state_secret.")}
    assert states == {"unreadable"}
    assert reading.codes.count("RD-06") == 1


# ---------------------------------------------------------------- missing cells


def assert_missing(reading: Reading, prefix: str, place: int) -> None:
    """Every cell of a prefix is missing, with the empty span at a place; every other one is right."""
    gone = [cell for cell in reading.report.cells if cell.key.startswith(prefix)]
    assert {cell.state for cell in gone} == {"missing"}
    assert {cell.span for cell in gone} == {Span(place, place)}
    assert {k: v for k, v in reading.readings.items() if not k.startswith(prefix)} == {
        k: v for k, v in NUMBERS.readings.items() if not k.startswith(prefix)
    }


def test_a_missing_row_belongs_behind_the_row_before_it() -> None:
    text = without(TEXT, "2.重复申请", "3.要求提供公开出版物")
    assert_missing(read_text(text), "t3.not_processed.repeated.", text.index("3.要求提供公开出版物") - 1)


def test_a_missing_first_row_belongs_to_the_beginning_of_its_table() -> None:
    text = without(TEXT, "一、本年新收", "二、上年结转")
    reading = read_text(text)
    assert_missing(reading, "t3.new_received.", reading.cells["t3.new_received.total"].span.start)
    assert text.index(official("APPLICATIONS")) < reading.cells["t3.new_received.total"].span.start
    assert reading.cells["t3.new_received.total"].span.start <= text.index("二、上年结转")


@pytest.mark.parametrize(
    ("table", "first", "behind", "heading"),
    [
        ("t2", "第二十条第（一）项", "三、收到和处理", "PROACTIVE_DISCLOSURE"),
        ("t3", "（本列数据", "四、政府信息公开行政复议", "APPLICATIONS"),
        ("t4", "行政复议 行政诉讼", "五、存在的主要", "RECONSIDERATION_LITIGATION"),
    ],
)
def test_a_missing_table_belongs_behind_its_heading(table: str, first: str, behind: str, heading: str) -> None:
    text = without(TEXT, first, behind)
    reading = read_text(text)
    assert reading.report.table(table) is None
    assert_missing(reading, f"{table}.", text.index(official(heading)) + len(official(heading)))


def test_a_report_without_anything_has_every_cell_missing() -> None:
    report = read_text("").report
    assert tuple(cell.key for cell in report.cells) == cell_keys("2021")
    assert {(cell.state, cell.span) for cell in report.cells} == {("missing", Span(0, 0))}


# ---------------------------------------------------------------- templates


@pytest.mark.parametrize(
    ("templates", "majority"),
    [({}, "2021"), ({"ITEM_1": "2019"}, "2021"), ({"ITEM_1": "2019", "ITEM_9": "2019"}, "2021")],
)
def test_a_hybrid_has_the_keys_of_its_blocks(templates: dict[str, str], majority: str) -> None:
    report = read_text(canonical(fresh_numbers("2021", templates=templates))).report
    assert report.template == majority
    assert tuple(cell.key for cell in report.cells) == keys_of("2021", templates)


def test_a_report_of_2021_with_table_3_of_2019() -> None:
    old = canonical(fresh_numbers("2019"))
    mixed = (
        TEXT[: TEXT.index("三、收到和处理")]
        + old[old.index("三、收到和处理") : old.index("四、政府信息公开行政")]
        + TEXT[TEXT.index("四、政府信息公开行政") :]
    )
    report = read_text(mixed).report
    keys = [cell.key for cell in report.cells]
    assert "t3.otherwise.natural_person" in keys
    assert "t3.otherwise.fee_not_paid.natural_person" not in keys
    assert "t2.rules.issued" in keys
    assert {cell.state for cell in report.cells} == {"given"}


@pytest.mark.parametrize(
    ("year", "template"), [(2023, "2021"), (2021, "2021"), (2020, "2019"), (2019, "2019"), (2017, "legacy")]
)
def test_without_tables_the_year_tells_the_template(year: int, template: str) -> None:
    text = without(TEXT, "第二十条第（一）项", "三、收到和处理")
    text = without(text, "（本列数据", "四、政府信息公开行政复议")
    text = without(text, "行政复议 行政诉讼", "五、存在的主要").replace("2023年", f"{year}年")
    assert read_text(text).report.template == template
