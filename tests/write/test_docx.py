"""The file for a word processor: a whole package, the same bytes each time, tables merged as they should be."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

import pytest

from giar_lark.write import grid
from giar_lark.write.document import Document, Kind, Part
from giar_lark.write.docx import docx_file
from write.written import (
    CHOSEN,
    SOUND,
    Box,
    W,
    document,
    docx_paragraphs,
    docx_tables,
    docx_text,
    layout,
    part,
    spread,
)

PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
DATA = docx_file(document(SOUND))


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def test_same_report_gives_the_same_bytes() -> None:
    assert docx_file(document(SOUND)) == DATA
    assert docx_file(document(SOUND.replace("\t26", "\t27"))) != DATA


def test_bytes_hold_no_time() -> None:
    with zipfile.ZipFile(io.BytesIO(DATA)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# ---------------------------------------------------------------- the package


def test_every_part_has_a_content_type() -> None:
    types = part(DATA, "[Content_Types].xml")
    endings = {entry.attrib["Extension"] for entry in types.iter(f"{TYPES}Default")}
    parts = {entry.attrib["PartName"] for entry in types.iter(f"{TYPES}Override")}
    assert names(DATA)[0] == "[Content_Types].xml"
    assert [n for n in names(DATA)[1:] if f"/{n}" not in parts and n.rpartition(".")[2] not in endings] == []
    assert parts <= {f"/{name}" for name in names(DATA)}


def test_every_relation_leads_to_a_part() -> None:
    targets = [
        folder + relation.attrib["Target"]
        for name, folder in (("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/"))
        for relation in part(DATA, name).iter(f"{PACKAGE}Relationship")
    ]
    assert "word/document.xml" in targets and "word/styles.xml" in targets
    assert set(targets) <= set(names(DATA))


def test_every_style_that_is_used_is_defined() -> None:
    used = {element.attrib[f"{W}val"] for tag in ("pStyle", "tblStyle") for element in part(DATA).iter(f"{W}{tag}")}
    defined = {style.attrib[f"{W}styleId"] for style in part(DATA, "word/styles.xml").iter(f"{W}style")}
    assert used == {"ReportTitle", "Heading1", "BodyText", "Signature", "TableGrid", "TableText"}
    assert used <= defined


# ---------------------------------------------------------------- tables


@pytest.mark.parametrize("stem", CHOSEN)
def test_merged_cells_cover_the_grid_exactly(stem: str) -> None:
    data = docx_file(document(layout(stem)))
    tables = docx_tables(data)
    widths = [len(table.findall(f"{W}tblGrid/{W}gridCol")) for table in part(data).iter(f"{W}tbl")]
    assert widths == [4, 10, 15]
    assert [{len(row) for row in spread(table)} for table in tables] == [{width} for width in widths]


def test_every_row_is_as_wide_as_the_grid() -> None:
    for table in part(DATA).iter(f"{W}tbl"):
        columns = [int(column.attrib[f"{W}w"]) for column in table.iter(f"{W}gridCol")]
        for row in table.iter(f"{W}tr"):
            x = 0
            for cell in row.findall(f"{W}tc"):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                width = cell.find(f"{W}tcPr/{W}tcW")
                end = x + (1 if span is None else int(span.attrib[f"{W}val"]))
                assert width is not None and int(width.attrib[f"{W}w"]) == sum(columns[x:end])
                x = end
            assert x == len(columns)


def test_columns_of_a_table_without_values_are_alike() -> None:
    head = [[grid.Box("内容", 2), grid.Box("件数")]]
    data = docx_file((Part(Kind.DISCLOSURE, grid=head),))
    widths = {column.attrib[f"{W}w"] for column in part(data).iter(f"{W}gridCol")}
    assert (len(widths), docx_tables(data)) == (1, [[[Box("内容", 2, 1), Box("件数", 1, 1)]]])


def test_tables_are_merged_as_in_the_annex() -> None:
    disclosure, applications, cases = docx_tables(DATA)
    assert disclosure[0] == [Box("第二十条第（一）项", 4, 1)]
    assert applications[0][0] == Box("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3)
    assert applications[1] == [Box("自然人", 1, 2), Box("法人或其他组织", 5, 1), Box("总计", 1, 2)]
    assert applications[5][0] == Box("三、本年度办理结果", 1, 22)
    assert cases[0] == [Box("行政复议", 5, 2), Box("行政诉讼", 10, 1)]


def test_numbers_stand_in_their_cells() -> None:
    disclosure, applications, cases = docx_tables(DATA)
    assert [[box.text for box in row] for row in disclosure if row[0].text == "行政许可"] == [["行政许可", "26"]]
    assert [[box.text for box in row] for row in applications if row[0].text == "（七）总计"] == [
        ["（七）总计", "13", "1", "0", "0", "0", "0", "14"]
    ]
    assert [box.text for box in cases[-1]] == ["1", "0", "0", "0", "1", *["0"] * 10]


def test_every_cell_ends_with_a_paragraph_as_word_demands() -> None:
    cells = list(part(DATA).iter(f"{W}tc"))
    assert len(cells) > 200
    assert {cell[-1].tag for cell in cells} == {f"{W}p"}


# ---------------------------------------------------------------- prose


def test_parts_come_in_order_each_in_its_style() -> None:
    found: Document = (
        Part(Kind.TITLE, "题"),
        Part(Kind.PARAGRAPH, "文"),
        Part(Kind.HEADING, "一"),
        Part(Kind.ORGAN, "局"),
        Part(Kind.DATE, "日"),
    )
    assert list(docx_paragraphs(docx_file(found))) == [
        ("ReportTitle", "题"),
        ("BodyText", "文"),
        ("Heading1", "一"),
        ("Signature", "局"),
        ("Signature", "日"),
    ]


def test_prose_is_that_of_the_report() -> None:
    wanted = [entry.text for entry in document(SOUND) if entry.grid is None]
    assert [text for style, text in docx_paragraphs(DATA) if style] == wanted


@pytest.mark.parametrize("text", ["<w:br/>", "a & b &amp; c", "]]>", "<!-- 内部 -->", '"甲"', " 两端的空白 "])
def test_nothing_is_taken_as_markup(text: str) -> None:
    table = [[grid.Box(text), grid.Box("1", value=True)]]
    data = docx_file((Part(Kind.PARAGRAPH, text), Part(Kind.CASES, grid=table)))
    assert list(docx_paragraphs(data)) == [("BodyText", text), ("", "")]
    [[[label, number]]] = docx_tables(data)
    assert (label.text, number.text) == (text, "1")
    assert docx_text(part(data)) == f"{text}{text}1"


@pytest.mark.parametrize(
    "char", ["\x00", "\x08", "\x1b", "\x7f", "\ufffe", "\uffff", "\ud800", "\udfff", "𠮷", "\ufffd", "\t"]
)
def test_what_xml_forbids_is_left_out_and_nothing_else(char: str) -> None:
    kept = char if char in "\x7f𠮷\ufffd\t" else ""
    table = [[grid.Box(f"甲{char}乙"), grid.Box("1", value=True)]]
    data = docx_file((Part(Kind.PARAGRAPH, f"甲{char}乙"), Part(Kind.CASES, grid=table)))
    assert list(docx_paragraphs(data)) == [("BodyText", f"甲{kept}乙"), ("", "")]
    assert docx_tables(data)[0][0][0].text == f"甲{kept}乙"


def test_white_space_is_kept() -> None:
    texts = list(part(DATA).iter(f"{W}t"))
    assert {element.get("{http://www.w3.org/XML/1998/namespace}space") for element in texts} == {"preserve"}


def test_page_is_that_of_an_official_paper() -> None:
    [size] = part(DATA).iter(f"{W}pgSz")
    # A4 in twentieths of a point
    assert (size.attrib[f"{W}w"], size.attrib[f"{W}h"]) == ("11906", "16838")
    body = part(DATA).find(f"{W}body")
    assert isinstance(body, ElementTree.Element) and body[-1].tag == f"{W}sectPr"
