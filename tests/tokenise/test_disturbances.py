"""What converters and authors put between the cells: it costs at most the row it stands in, and never a wrong cell."""

from __future__ import annotations

import re
from itertools import accumulate

import pytest
from generator.numbers import fresh_numbers
from generator.values import BLANK

from giar_lark.official.vocabulary import official
from synthetic.layouts import LAYOUTS
from synthetic.reading import Reading, read_text
from tokenise.test_layouts_commute import wrong_cells

NUMBERS = fresh_numbers()
BY_LINE = ("canonical", "tab-rows", "markdown", "pipe-rows", "aligned-wide", "aligned-narrow")
BY_CELL = ("cell-lines", "blank-lines", "tab-led", "bar-lines", "dropped-blanks")
HEADINGS = ("PROACTIVE_DISCLOSURE", "APPLICATIONS", "RECONSIDERATION_LITIGATION", "PROBLEMS_IMPROVEMENTS")
PAGE_LINES = ("第5页 共9页", "- 4 -", "— 5 —", "5 / 9", "\f", "第 5 页", "Page 8 - 某局")


def insert(text: str, before: str, line: str) -> str:
    """A text with a line put above the line in which something stands."""
    start = text.rfind("\n", 0, text.index(before)) + 1
    return f"{text[:start]}{line}\n{text[start:]}"


def assert_read(reading: Reading) -> None:
    assert reading.readings == NUMBERS.readings
    assert reading.codes == []


# ---------------------------------------------------------------- page lines


@pytest.mark.parametrize("page", PAGE_LINES)
@pytest.mark.parametrize("layout", [*BY_LINE, *BY_CELL])
def test_a_page_line_above_a_row(layout: str, page: str) -> None:
    assert_read(read_text(insert(LAYOUTS[layout](NUMBERS), official("REPEATED"), page)))


@pytest.mark.parametrize("page", PAGE_LINES)
@pytest.mark.parametrize("layout", BY_CELL)
def test_a_page_line_between_a_label_and_its_values(layout: str, page: str) -> None:
    value = NUMBERS.at("t3.not_processed.repeated.natural_person").raw
    assert_read(read_text(insert(LAYOUTS[layout](NUMBERS), f"{value}\n", page)))


@pytest.mark.parametrize("page", PAGE_LINES)
@pytest.mark.parametrize("layout", BY_CELL)
def test_a_page_line_between_two_values(layout: str, page: str) -> None:
    value = NUMBERS.at("t3.not_processed.repeated.research_institution").raw
    assert_read(read_text(insert(LAYOUTS[layout](NUMBERS), f"{value}\n", page)))


@pytest.mark.parametrize("layout", [*BY_LINE, *BY_CELL])
def test_a_running_title_above_a_row(layout: str) -> None:
    text = insert(LAYOUTS[layout](NUMBERS), official("REPEATED"), "临海市水利局2023年政府信息公开工作年度报告")
    assert wrong_cells(NUMBERS, read_text(text)) == {}


# ---------------------------------------------------------------- rows and columns that the format does not have


@pytest.mark.parametrize(
    ("row", "code", "after"),
    [
        ("其他主动公开文件\t31", "T2-10", "行政强制\t"),
        ("1.属于工作秘密\t1\t1\t1\t1\t1\t1\t6", "SY-02", "（四）无法提供"),
    ],
)
def test_a_local_row_costs_one_finding(row: str, code: str, after: str) -> None:
    reading = read_text(insert(LAYOUTS["canonical"](NUMBERS), after, row))
    assert reading.readings == NUMBERS.readings
    assert reading.codes == [code]
    assert reading.line(reading.findings[0]) == row


@pytest.mark.parametrize("table", ["PROACTIVE_DISCLOSURE", "APPLICATIONS", "RECONSIDERATION_LITIGATION"])
@pytest.mark.parametrize("layout", ["tab-rows", "markdown", "pipe-rows", "csv"])
def test_a_first_column_of_row_numbers(layout: str, table: str) -> None:
    """It is harmless beside labels; table 4 has none, and may be given up, but never read one column off."""
    text = LAYOUTS[layout](NUMBERS)
    start = text.index(official(table))
    end = text.index(official(HEADINGS[HEADINGS.index(table) + 1]))
    reading = read_text(text[:start] + numbered(text[start:end], layout) + text[end:])
    assert wrong_cells(NUMBERS, reading) == {}
    if table != "RECONSIDERATION_LITIGATION":
        assert_read(reading)


def numbered(text: str, layout: str) -> str:
    """A section with a number in front of every row of its table."""
    mark = {"tab-rows": "\t", "markdown": "|", "pipe-rows": "|", "csv": ","}[layout]
    rows = [mark in line and "---" not in line for line in text.split("\n")]
    counts = accumulate(rows)
    opened = "| " if layout == "markdown" else ""
    return "\n".join(
        f"{opened}{count}{' ' if opened else mark}{line}" if row else line
        for line, row, count in zip(text.split("\n"), rows, counts, strict=True)
    )


def test_an_extra_column_of_subtotals_is_never_read_as_another() -> None:
    text = LAYOUTS["canonical"](NUMBERS).replace(" 总计\n", " 法人小计 总计\n", 1)
    text = re.sub(r"^((?:[^\t\n]+\t){7})([0-9]+\n)", r"\g<1>5\t\2", text, flags=re.MULTILINE)
    reading = read_text(text)
    assert wrong_cells(NUMBERS, reading) == {}
    assert reading.codes != []


@pytest.mark.parametrize("layout", ["tab-rows", "markdown", "tab-led", "blank-lines", "html", "aligned-wide"])
def test_the_header_again_in_the_middle_of_table_3(layout: str) -> None:
    text = LAYOUTS[layout](NUMBERS)
    start = (
        text.rfind(
            "\n",
            0,
            text.index(official("BALANCE_NOTE"))
            if layout != "html"
            else text.index("<tr>", text.index("<table>", text.index("<table>") + 1)),
        )
        + 1
    )
    first_row = text.rfind("\n", 0, text.index(official("NEW_RECEIVED"))) + 1
    header = text[start:first_row]
    place = text.rfind("\n", 0, text.index(official("NEEDS_CREATION"))) + 1
    assert_read(read_text(text[:place] + header + text[place:]))


@pytest.mark.parametrize("between", ["", "\n续表\n", "\n（接上页）\n"])
def test_table_3_in_two_html_tables(between: str) -> None:
    text = LAYOUTS["html"](NUMBERS)
    place = text.rfind("\n", 0, text.index(official("NEEDS_CREATION"))) + 1
    assert_read(read_text(f"{text[:place]}</tbody></table>{between}<table><tbody>\n{text[place:]}"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_note_under_table_2(layout: str) -> None:
    text = LAYOUTS[layout](NUMBERS)
    note = "注：含上年结转12件，联系电话0571-8000123。"
    text = text.replace(official("APPLICATIONS"), f"{note}\n{official('APPLICATIONS')}")
    assert wrong_cells(NUMBERS, read_text(text)) == {}


def test_a_table_of_the_portal_before_the_report() -> None:
    portal = "索引号\t330000/2024-0001\n发布机构\t某某办公室\n发布日期\t2024-01-20\n浏览次数\t12\n"
    assert_read(read_text(portal + LAYOUTS["tab-rows"](NUMBERS)))


# ---------------------------------------------------------------- damaged values


@pytest.mark.parametrize("damage", ["{a} {b}", "{a}\xa0{b}", "O{b}", "{a},{b}", "{a}{b}.5.1", "?"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_damaged_number_is_never_mended(layout: str, damage: str) -> None:
    key = "t3.not_processed.repeated.natural_person"
    value = NUMBERS.at(key).raw
    text = LAYOUTS[layout](NUMBERS).replace(value, damage.format(a=value[:-1], b=value[-1:]), 1)
    reading = read_text(text)
    assert wrong_cells(NUMBERS, reading) == {}
    assert reading.cells[key].state in ("unreadable", "missing")


@pytest.mark.parametrize("layout", ["tab-led", "bar-lines", "cell-lines", "dropped-blanks"])
def test_a_number_torn_over_two_lines_is_never_mended(layout: str) -> None:
    key = "t3.not_processed.repeated.natural_person"
    value = NUMBERS.at(key).raw
    reading = read_text(LAYOUTS[layout](NUMBERS).replace(value, f"{value[:-1]}\n{value[-1:]}", 1))
    assert wrong_cells(NUMBERS, reading) == {}
    assert reading.cells[key].state == "unreadable"
    assert reading.codes != []


@pytest.mark.parametrize("layout", ["tab-rows", "markdown"])
def test_a_merged_label_that_is_repeated_in_every_column(layout: str) -> None:
    label = official("NEW_RECEIVED")
    mark = {"tab-rows": "\t", "markdown": " | "}[layout]
    empty = {"tab-rows": f"{label}\t\t", "markdown": f"{label} |  | "}[layout]
    text = LAYOUTS[layout](NUMBERS)
    assert empty in text
    assert_read(read_text(text.replace(empty, mark.join([label] * 3))))


@pytest.mark.parametrize("layout", ["tab-rows", "markdown"])
def test_a_merged_value_that_is_repeated_in_every_column(layout: str) -> None:
    mark = {"tab-rows": "\t", "markdown": " | "}[layout]
    value = NUMBERS.at("t2.licensing.decisions").raw
    row = mark.join(["行政许可", value, "", ""])
    text = LAYOUTS[layout](NUMBERS)
    assert row.rstrip() in text
    assert_read(read_text(text.replace(row.rstrip(), mark.join(["行政许可", value, value, value]), 1)))


def test_group_labels_repeated_on_every_row() -> None:
    rows = LAYOUTS["tab-rows"](NUMBERS).split("\n")
    filled, group = [], ["", ""]
    for row in rows:
        fields = row.split("\t")
        if len(fields) == 10 and any(field[:1].isdigit() and "." in field for field in fields[:3]):
            group = [fields[0] or group[0], fields[1] or group[1]]
            fields[:2] = group
        filled.append("\t".join(fields))
    assert_read(read_text("\n".join(filled)))


@pytest.mark.parametrize("note", ["单位：件", "（单位：件）", "表4"])
@pytest.mark.parametrize("layout", ["tab-rows", "pipe-rows"])
def test_a_note_below_table_four_costs_no_cell_though_some_are_blank(layout: str, note: str) -> None:
    blanks = NUMBERS.changed({"t4.reconsideration.corrected": BLANK})
    reading = read_text(insert(LAYOUTS[layout](blanks), official("PROBLEMS_IMPROVEMENTS"), note))
    assert reading.readings == blanks.readings
    assert "RD-06" not in reading.codes
