"""Blanks that can only be 0: which they are, and where the 0 goes in each layout."""

from __future__ import annotations

import pytest
from rule_cases import SOUND

from corpus.texts import CORPUS
from giar_lark import Source, check, read
from giar_lark.fixing.rounds import fix
from giar_lark.rules.numbers.sums import sums
from giar_lark.rules.numbers.zeros import certain_zeros
from giar_lark.source.encodings import encode

# the layouts that show the place of every cell, blank or not
LAYOUTS = ("tab-rows", "tab-led", "tab-led-padded", "pipe-rows", "bar-lines", "markdown", "csv", "html", "canonical")
BLANK = "county-bureau-2025-blank-types"
GRANTED = "（一）予以公开\t6\t1\t0\t0\t1\t0\t8"


def zeros_in(text: str) -> list[str]:
    """The keys of the cells of a report that can only be 0."""
    certain = certain_zeros(sums(check(Source(text)).report))
    return sorted(key.removeprefix("t3.granted.") for key in certain)


def with_row(row: str, text: str = SOUND["2021"]) -> str:
    """The sound report with another row （一）."""
    assert text.count(GRANTED) == 1
    return text.replace(GRANTED, row)


def test_blank_that_its_row_needs_to_be_0_is_certain() -> None:
    assert zeros_in(with_row("（一）予以公开\t6\t1\t\t\t1\t\t8")) == [
        "other_organization",
        "public_welfare_organization",
        "research_institution",
    ]


def test_dash_counts_like_a_blank() -> None:
    assert zeros_in(with_row("（一）予以公开\t6\t1\t—\t0\t1\t0\t8")) == ["research_institution"]


def test_blank_that_is_no_0_is_not_certain() -> None:
    assert zeros_in(with_row("（一）予以公开\t6\t\t\t0\t1\t0\t8")) == []


def test_blank_in_a_row_that_is_wrong_anyway_is_not_certain() -> None:
    assert zeros_in(with_row("（一）予以公开\t6\t1\t\t0\t1\t0\t9")) == []


def test_blanks_on_both_sides_may_be_any_number() -> None:
    text = SOUND["2021"]
    for row in ("二、上年结转政府信息公开申请数量", "四、结转下年度继续办理"):
        start = text.index(row)
        end = text.index("\n", start)
        text = text[:start] + row + "\t" * 7 + text[end:]
    assert "t3.carried_in.research_institution" not in zeros_in(text)


def test_blank_row_is_certain_where_its_columns_are() -> None:
    text = SOUND["2021"].replace("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0", "1.属于国家秘密" + "\t" * 7)
    assert len(zeros_in(text)) == 7


@pytest.mark.parametrize("layout", LAYOUTS)
def test_zeros_stand_in_the_cells_that_were_blank(layout: str) -> None:
    source = read(CORPUS / "reports" / BLANK / f"{layout}.txt")
    before = check(source).report.cells
    done = fix(source)
    assert {cell.state for cell in before} == {"given", "blank"}
    assert done.refused == ()
    assert {cell.state for cell in done.checked.report.cells} == {"given"}
    assert [cell.value or 0 for cell in before] == [cell.value for cell in done.checked.report.cells]


def test_blank_cell_of_a_web_page_is_filled_inside_its_tags() -> None:
    page = (CORPUS / "reports" / BLANK / "html.txt").read_bytes()
    assert b"<td><p>&nbsp;</p></td>" in page
    assert encode(fix(read(page)).source) == page.replace(b"&nbsp;", b"0")


def test_zeros_of_a_blank_row_stand_under_those_of_the_others() -> None:
    """Labels stand in three columns, and a label with nothing beside it leaves the others blank."""
    rows = [row.split("\t") for row in SOUND["2021"].split("\n")]
    wide = [
        "\t".join([label, "", "", *values]) if len(values) == 7 else "\t".join([label, *values])
        for label, *values in rows
    ]
    full = "1.属于国家秘密\t\t" + "\t0" * 7
    assert wide.count(full) == 1
    blank = "\n".join("1.属于国家秘密" + "\t" * 9 if row == full else row for row in wide)
    assert fix(Source(blank)).source.text == "\n".join(wide)


def test_row_whose_blanks_have_no_place_of_their_own_is_left_alone() -> None:
    source = read(CORPUS / "reports" / BLANK / "page.txt")
    assert fix(source).source.text == source.text
