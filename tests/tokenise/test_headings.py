"""The six headings, however they are written and wherever they stand."""

from __future__ import annotations

import re

import pytest
from generator.numbers import fresh_numbers
from generator.values import BLANK

from giar_lark.official.vocabulary import official, vocabulary
from giar_lark.source.source import Source
from giar_lark.tokenise.report import tokenise
from giar_lark.tokenise.sections.headings import find_headings
from giar_lark.tokenise.sections.titles import official_headings
from synthetic.layouts import LAYOUTS, canonical
from synthetic.reading import Reading, read_text
from tokenise.test_layouts_commute import wrong_cells

TERMINALS = (
    "OVERVIEW",
    "PROACTIVE_DISCLOSURE",
    "APPLICATIONS",
    "RECONSIDERATION_LITIGATION",
    "PROBLEMS_IMPROVEMENTS",
    "OTHER_MATTERS",
)
KEYS = (
    "overview",
    "proactive_disclosure",
    "applications",
    "reconsideration_litigation",
    "problems_improvements",
    "other_matters",
)
NUMBERS = fresh_numbers()
TEXT = canonical(NUMBERS)


def read_changed(changes: dict[str, str], text: str = TEXT) -> Reading:
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    return read_text(text)


def assert_all_six(reading: Reading) -> None:
    assert [section.key for section in reading.report.sections] == list(KEYS)
    assert reading.readings == NUMBERS.readings
    assert reading.codes == []


def test_the_official_headings() -> None:
    headings = find_headings(TEXT)
    assert [heading.spec.key for heading in headings] == list(KEYS)
    assert [TEXT[heading.start : heading.end] for heading in headings] == [official(name) for name in TERMINALS]
    assert [heading.ordinal for heading in headings] == ["一、", "二、", "三、", "四、", "五、", "六、"]


@pytest.mark.parametrize(
    ("terminal", "spelling"), [(terminal, text) for terminal in TERMINALS for text in vocabulary()[terminal][1:]]
)
def test_an_accepted_title(terminal: str, spelling: str) -> None:
    assert_all_six(read_changed({official(terminal): spelling}))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "title",
    [
        "四、政府信息公开行政复议、行政诉讼情况",
        "四、行政复议和行政诉讼情况",
        "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    ],
)
def test_titles_of_table_4_in_every_layout(layout: str, title: str) -> None:
    reading = read_changed({official("RECONSIDERATION_LITIGATION"): title}, LAYOUTS[layout](NUMBERS))
    assert_all_six(reading)


def _renumbered(styles: str) -> dict[str, str]:
    return {
        official(name): style + official(name)[2:] for name, style in zip(TERMINALS, styles.split("|"), strict=True)
    }


@pytest.mark.parametrize(
    "styles",
    [
        "1、|2、|3、|4、|5、|6、",
        "1、|二、|三、|4、|5、|6、",
        "1.|2.|3.|4.|5.|6.",
        "一．|二．|三．|四．|五．|六．",
        "一 、|二 、|三 、|四 、|五 、|六 、",
        "一、　|二、 |三、\xa0|四、|五、|六、",
        "一 |二 |三 |四 |五 |六 ",
        "１、|２、|３、|４、|５、|６、",
        "一、|二、|三、|四、|五、|l六、",
        "## 一、|## 二、|## 三、|## 四、|## 五、|## 六、",
        "**一、|**二、|**三、|**四、|**五、|**六、",
        " 一、|\t二、|\xa0三、|　四、|　　五、|  六、",
        "1.|1.|1.|1.|1.|1.",
    ],
)
def test_a_numbering_in_another_style(styles: str) -> None:
    reading = read_changed(_renumbered(styles))
    assert [section.key for section in reading.report.sections] == list(KEYS)
    assert reading.readings == NUMBERS.readings


def test_a_numbering_that_is_lost() -> None:
    reading = read_changed({official(name): official(name)[2:] for name in TERMINALS})
    assert [section.key for section in reading.report.sections] == list(KEYS)
    assert [section.ordinal for section in reading.report.sections] == [""] * 6
    assert reading.readings == NUMBERS.readings


def test_a_heading_over_two_lines() -> None:
    halves = {official(name): official(name)[:5] + "\n" + official(name)[5:] for name in TERMINALS}
    assert_all_six(read_changed(halves))


def test_an_ordinal_on_a_line_of_its_own() -> None:
    apart = {official(name): official(name)[:2] + "\n" + official(name)[2:] for name in TERMINALS}
    assert_all_six(read_changed(apart))


def test_a_heading_with_white_space_between_its_characters() -> None:
    wide = {official(name): official(name)[:2] + " ".join(official(name)[2:]) for name in TERMINALS}
    assert_all_six(read_changed(wide))


def test_a_heading_glued_to_the_sentence_before() -> None:
    glued = TEXT.replace("止。\n\n一、总体情况", "止。联系电话：0571-000。一、总体情况")
    assert glued != TEXT
    assert_all_six(read_text(glued))


def test_a_heading_glued_to_the_sentence_behind() -> None:
    assert_all_six(read_changed({"五、存在的主要问题及改进情况\n　　": "五、存在的主要问题及改进情况 "}))


def test_a_table_of_contents_is_passed_over() -> None:
    contents = "目录\n" + "\n".join(official(name) for name in TERMINALS) + "\n"
    assert_all_six(read_changed({"　　本报告依据": contents + "　　本报告依据"}))


def test_a_preamble_that_lists_the_headings_is_passed_over() -> None:
    listed = "　　本报告由" + "、".join(official(name)[2:] for name in TERMINALS) + "六部分组成。\n"
    assert_all_six(read_changed({"　　本报告依据": listed + "　　本报告依据"}))


def test_the_prose_of_a_section_may_speak_of_another() -> None:
    assert_all_six(
        read_changed({"（一）主动公开。": "（一）主动公开政府信息情况\n　　办好专栏。\n　　（二）依申请公开。"})
    )


@pytest.mark.parametrize(
    ("terminal", "title"),
    [
        ("OVERVIEW", "一、工作总体推进概况"),
        ("PROBLEMS_IMPROVEMENTS", "五、工作中存在的主要问题及下步改进"),
        ("OTHER_MATTERS", "六、其他需要报告的有关事项"),
        ("APPLICATIONS", "三、收到和处理政府信息公开申请的有关情况"),
    ],
)
def test_a_reworded_heading_is_found_between_its_neighbours(terminal: str, title: str) -> None:
    reading = read_changed({official(terminal): title})
    assert [section.key for section in reading.report.sections] == list(KEYS)
    assert [section.heading for section in reading.report.sections][TERMINALS.index(terminal)] == title
    assert reading.readings == NUMBERS.readings


@pytest.mark.parametrize("terminal", TERMINALS[1:4])
def test_a_table_without_its_heading_is_still_read(terminal: str) -> None:
    reading = read_changed({official(terminal) + "\n": ""})
    assert reading.readings == NUMBERS.readings
    place = TERMINALS.index(terminal)
    assert [section.key for section in reading.report.sections] == list(KEYS)
    assert reading.report.sections[place].heading == ""


@pytest.mark.parametrize("terminal", ["OVERVIEW", "PROBLEMS_IMPROVEMENTS", "OTHER_MATTERS"])
def test_a_section_that_is_not_there_leaves_the_rest_alone(terminal: str) -> None:
    reading = read_changed({official(terminal) + "\n": ""})
    assert [section.key for section in reading.report.sections] == [
        key for name, key in zip(TERMINALS, KEYS, strict=True) if name != terminal
    ]
    assert reading.readings == NUMBERS.readings


def test_rows_one_to_four_of_table_3_are_no_headings() -> None:
    sections = find_headings(TEXT)
    rows = [TEXT.index(official(row)) for row in ("NEW_RECEIVED", "CARRIED_IN", "OUTCOMES", "CARRIED_FORWARD")]
    assert {heading.start for heading in sections} & set(rows) == set()


@pytest.mark.parametrize("layout", ["canonical", "tab-rows", "pipe-rows", "portal", "csv", "blank-lines", "html"])
def test_a_missing_heading_costs_no_table(layout: str) -> None:
    numbers = fresh_numbers()
    text = LAYOUTS[layout](numbers)
    without = text.replace("三、收到和处理政府信息公开申请情况", "")
    assert len(without) < len(text)
    assert read_text(without).readings == numbers.readings


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_official_titles_alone_lead_to_the_same_headings(layout: str) -> None:
    text = LAYOUTS[layout](NUMBERS)
    assert official_headings(text) in (None, find_headings(text))


@pytest.mark.parametrize(
    "heading",
    ["一、概述", "五、存在的问题和改进措施", "二、\n主动公开政府信息的情况", "## **六、其他需要报告\n的事项**"],
)
def test_a_heading_in_other_words_stands_beside_the_six_official_ones(heading: str) -> None:
    text = f"{TEXT}\n{heading}\n　　全年平稳有序，没有其他事项，各项工作都按计划完成。\n"
    assert official_headings(text) is not None
    sections = [token for token in tokenise(Source(text)).tokens if token.type in TERMINALS]
    assert len(sections) == 7
    assert text[sections[-1].start : sections[-1].end] == heading.strip("#* ")


def test_a_table_of_contents_is_none_of_the_sections() -> None:
    contents = "\n".join(official(name) for name in TERMINALS)
    text = f"{contents}\n{TEXT}"
    assert_all_six(read_text(text))


@pytest.mark.parametrize("gap", [" ", "  ", "\r"])
@pytest.mark.parametrize("layout", ["tab-rows", "aligned-wide", "blank-lines"])
def test_the_row_in_front_of_a_heading_on_its_line_is_no_mark_up(layout: str, gap: str) -> None:
    shown = {"t4.reconsideration.upheld", "t4.reconsideration.total"}
    numbers = NUMBERS.changed({key: BLANK for key in NUMBERS.cells if key.startswith("t4.") and key not in shown})
    text = re.sub(r"\s*\n(?=五、存在的主要问题)", gap, LAYOUTS[layout](numbers))
    reading = read_text(text)
    states = {cell.state for cell in reading.report.cells if cell.key.startswith("t4.") and cell.value is None}
    assert wrong_cells(numbers, reading) == {}
    assert states == {"unreadable"}
