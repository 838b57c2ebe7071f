"""Workbooks: whole reports in the ways that people lay them out, and what single cells show."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

import pytest
import xlsxwriter

from giar_lark import Source
from giar_lark.readers.read import read_bytes
from giar_lark.readers.xlsx.numbers import displayed
from giar_lark.source.span import Span
from giar_lark.write.document import Kind, Part
from giar_lark.write.grid import unmerged
from readers.sheets import TEXTS, document, expected, result_of

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _workbook(name: str, *, framed: bool, merged: bool, apart: bool) -> bytes:
    """A report as a workbook: with lines around cells, with merged cells, with a sheet for each part of it."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    style = book.add_format({"border": 1} if framed else {})
    sheet, at = book.add_worksheet("首页" if apart else "Sheet1"), 0
    for part in document(name):
        if apart and part.kind is Kind.HEADING and len(part.text) <= 31:
            sheet, at = book.add_worksheet(part.text), 0
        elif part.grid is None:
            sheet.write_string(at, 0, part.text)
            if merged:
                sheet.merge_range(at, 0, at, 14, part.text)
            at += 1
        else:
            at = _table(sheet, at, part, style, merged=merged)
    book.close()
    return out.getvalue()


def _table(sheet: xlsxwriter.worksheet.Worksheet, top: int, part: Part, style: object, *, merged: bool) -> int:
    assert part.grid is not None
    rows = unmerged(part.grid)
    for y, row in enumerate(rows, top):
        for x, box in enumerate(row):
            value = None if box is None else float(box.text) if box.text.isdigit() else box.text
            if box is not None and merged and (box.columns > 1 or box.rows > 1):
                sheet.merge_range(y, x, y + box.rows - 1, x + box.columns - 1, value, style)
            elif value is not None or not merged:
                sheet.write(y, x, value, style)
    return top + len(rows)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("manner", ["framed merged", "framed merged apart", "merged", "framed", ""])
def test_a_workbook_gives_the_cells_and_findings_of_its_text(name: str, manner: str) -> None:
    framed, merged, apart = (word in manner for word in ("framed", "merged", "apart"))
    data = _workbook(name, framed=framed, merged=merged, apart=apart)
    assert result_of(read_bytes(data, "report.xlsx")) == expected(name)


def _made(rows: str, parts: Mapping[str, str] | None = None, sheets: str = "") -> bytes:
    sheets = sheets or '<sheet name="表三" sheetId="1" r:id="rId1"/>'
    relation = f'<Relationship Id="{{}}" Type="{_LINKS}/{{}}" Target="{{}}"/>'
    relations = "".join(
        relation.format(*one)
        for one in (
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId2", "worksheet", "/xl/worksheets/sheet2.xml"),
            ("rId3", "sharedStrings", "sharedStrings.xml"),
            ("rId4", "styles", "styles.xml"),
        )
    )
    files = {
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_LINKS}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{relations}</Relationships>",
        "xl/sharedStrings.xml": f"<sst {_MAIN}><si><r><t>表</t></r><r><t>三</t></r><rPh><t>x</t></rPh></si></sst>",
        "xl/styles.xml": f'<styleSheet {_MAIN}><numFmts><numFmt numFmtId="164" formatCode="0&quot;件&quot;"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="49"/><xf numFmtId="31"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f"<worksheet {_MAIN}>{rows}</worksheet>",
        "xl/worksheets/sheet2.xml": f"<worksheet {_MAIN}/>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, text in (files | dict(parts or {})).items():
            archive.writestr(path, text)
    return out.getvalue()


def _read(rows: str, parts: Mapping[str, str] | None = None, sheets: str = "") -> Source:
    return read_bytes(_made(rows, parts, sheets), "report.xlsx")


def test_every_kind_of_cell_shows_what_it_shows() -> None:
    cells = (
        '<c t="s"><v>0</v></c><c t="inlineStr"><is><t>行_x000A_内</t></is></c><c><v>12.0</v></c><c s="1"><v>3</v></c>'
        '<c s="2"><v>4</v></c><c s="3"><v>45000</v></c><c><f>SUM(A1:B1)</f><v>7</v></c><c><f>SUM(A1:B1)</f></c>'
        '<c t="str"><f>A1</f><v>表三</v></c><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c><c t="s"><v>9</v></c>'
    )
    shown = ["表三", "行 内", "12", "3件", "4", "2023年3月15日", "7", "=SUM(A1:B1)", "表三", "#REF!", "TRUE", "?9"]
    assert _read(f"<sheetData><row>{cells}</row></sheetData>").text.rstrip("\n").split("\t") == shown


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("12.0", "", "12"),
        ("418.3600000000001", "General", "418.36"),
        ("0.30000000000000004", "General", "0.3"),
        ("13620457318.5", "General", "13620457318.5"),
        ("1E3", "General", "1000"),
        ("1286", "#,##0", "1,286"),
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("0.12345", "0.00%", "12.35%"),
        ("-5", "0_ ", "-5"),
        ("-5", "#,##0;[Red]-#,##0", "-5"),
        ("0", '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "-"),
        ("0", "#", ""),
        ("3", ";;;", ""),
        ("7", "000", "007"),
        ("2.50", "0.0#", "2.5"),
        ("12", '0"件"', "12件"),
        ("5", 'General"件"', "5件"),
        ("123456", '0!.0000"万元"', "12.3456万元"),
        ("1234", "#,##0,", "1"),
        ("0.25", "# ?/?", "0.25"),
        ("3", "@", "3"),
        ("45000", 'yyyy"年"m"月"d"日"', "2023年3月15日"),
        ("45000.5", "yyyy-mm-dd hh:mm", "2023-03-15 12:00"),
        ("0.75", "上午/下午h:mm", "下午6:00"),
        ("59", "yyyy/m/d", "1900/2/28"),
        ("0", '[=0]"";General', ""),
        ("5", '[=0]"/";0', "5"),
        ("0", '[=0]"/";0', "/"),
        ("5", '[Red][>9]0;"少"', "少"),
        ("-3", '[>99]0;[<0]"减"0;0', "减3"),
        ("-3", '[=0]"/";0', "-3"),
        ("-3", '[>99]0;0;"无"', "-3"),
        ("0", '[>99]0;0;"无"', "无"),
        ("9", '[=0]"/"', "9"),
        ("9999999", "yyyy/m/d", "9999999"),
        ("-1", "yyyy/m/d", "-1"),
        ("1e999", "0", "1e999"),
        ("NaN", "0", "NaN"),
    ],
)
def test_numbers_are_shown_as_by_a_spreadsheet(stored: str, code: str, shown: str) -> None:
    assert displayed(stored, code) == shown


def test_places_are_cells_of_sheets() -> None:
    source = _read('<sheetData><row r="5"><c r="B5"><v>1</v></c><c r="D5"><v>2</v></c></row></sheetData>')
    assert source.text == "\n1\t\t2\n"
    spots = [source.address(offset).in_words("zh") for offset in (1, 3, 4)]
    assert spots == ["工作表“表三”B5", "工作表“表三”C5", "工作表“表三”D5"]


def _rows(*rows: str) -> Iterator[str]:
    for number, row in enumerate(rows, 1):
        cells = (
            f'<c r="{chr(65 + x)}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
            for x, text in enumerate(row.split())
        )
        yield f'<row r="{number}">{"".join(cells)}</row>'


def test_a_number_over_several_cells_is_nobodys() -> None:
    rows = "".join(_rows("项目 甲 乙 丙", "规章 5", "公文 1 2 3", "合计 8"))
    merges = '<mergeCells><mergeCell ref="B2:C2"/><mergeCell ref="D2:D3"/><mergeCell ref="B4:D4"/></mergeCells>'
    source = _read(f"<sheetData>{rows}</sheetData>{merges}")
    assert source.text == "项目\t甲\t乙\t丙\n规章\t5?\t5?\t\n公文\t1\t2\t\n合计\t8?\t8?\t8?\n"
    torn = [source.text[slice(*remark.span)] for remark in source.remarks if remark.code == "RD-20"]
    assert torn == ["5?", "8?"]


def test_what_is_hidden_is_told_and_not_read() -> None:
    rows = (
        '<cols><col min="3" max="3" hidden="1"/></cols><sheetData>'
        + "".join(_rows("甲 1 2", "乙 3 4"))
        + "</sheetData>"
    )
    hidden = rows.replace('<row r="2">', '<row r="2" hidden="1">')
    sheets = '<sheet name="表三" sheetId="1" r:id="rId1"/><sheet name="旧稿" sheetId="2" state="hidden" r:id="rId2"/>'
    other = f"<worksheet {_MAIN}><sheetData>{''.join(_rows('丙 5'))}</sheetData></worksheet>"
    source = _read(hidden, {"xl/worksheets/sheet2.xml": other}, sheets)
    assert source.text.split("\n") == ["甲\t1", "", "", ""]
    assert [(remark.code, remark.message.zh) for remark in source.remarks] == [
        ("RD-19", "工作表“表三”有 4 格隐藏着，没有读取：C1, A2, B2 …"),
        ("RD-19", "工作表“旧稿”是隐藏的，没有读取"),
    ]


def test_a_number_that_its_format_does_not_show_is_told_and_a_zero_is_not() -> None:
    rows = '<sheetData><row r="1"><c><v>1</v></c><c s="1"><v>2</v></c><c s="1"><v>0.0</v></c><c><v>3</v></c></row></sheetData>'
    styles = (
        f'<styleSheet {_MAIN}><numFmts><numFmt numFmtId="164" formatCode=";;;"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    )
    source = _read(rows, {"xl/styles.xml": styles})
    assert source.text == "1\t\t\t3\n"
    assert [(remark.message.zh, remark.span) for remark in source.remarks] == [
        ("工作表“表三”有 1 格隐藏着，没有读取：B1", Span(2, 2))
    ]


def test_figures_that_nobody_sees_are_told_and_not_read() -> None:
    white, theme, red = '<color rgb="FFFFFFFF"/>', '<color theme="0"/>', '<color rgb="FFFF0000"/>'
    fonts = f"<font/><font>{white}</font><font>{theme}</font><font>{red}</font><font><sz val='1'/></font>"
    fills = "<fill/><fill><patternFill patternType='solid'><fgColor rgb='FFFF0000'/></patternFill></fill>"
    looks = [(0, 0), (1, 0), (2, 0), (1, 1), (3, 1), (4, 0), (0, 0)]
    formats = "".join(f'<xf fontId="{font}" fillId="{fill}"/>' for font, fill in looks)
    styles = (
        f"<styleSheet {_MAIN}><fonts>{fonts}</fonts><fills>{fills}</fills><cellXfs>{formats}</cellXfs></styleSheet>"
    )
    words = '<c s="1" t="inlineStr"><is><t>甲</t></is></c>'
    cells = words + "".join(f'<c s="{number}"><v>{number + 1}</v></c>' for number in range(len(looks)))
    source = _read(f'<sheetData><row r="1">{cells}</row></sheetData>', {"xl/styles.xml": styles})
    assert source.text == "甲\t1\t\t\t4\t\t\t7\n"
    assert [remark.message.zh for remark in source.remarks] == ["工作表“表三”有 4 格隐藏着，没有读取：C1, D1, F1 …"]


def test_each_cell_of_a_hidden_column_is_pointed_at() -> None:
    """Its blanks stand in the table, and nothing else says that they are none."""
    columns = '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>'
    (remark,) = _read(columns + "".join(_rows("甲 1 2", "乙 3 4")) + "</sheetData>").remarks
    assert [remark.span, *[place for place, _ in remark.related]] == [Span(2, 2), Span(7, 7)]


def test_a_blank_over_several_columns_is_one_in_each_below_a_row_without_numbers() -> None:
    rows = "".join(_rows("项目 甲 乙", "规章", "公文", "合计 8 9"))
    merges = '<mergeCells><mergeCell ref="B2:C2"/><mergeCell ref="B3:C3"/></mergeCells>'
    assert _read(f"<sheetData>{rows}</sheetData>{merges}").text == "项目\t甲\t乙\n规章\t\t\n公文\t\t\n合计\t8\t9\n"


def test_a_heading_between_tables_parts_them() -> None:
    rows = "".join(_rows("项目 甲", "规章 5", "三、收到和处理政府信息公开申请情况", "一 二 三 四", "1 2 3 4"))
    assert _read(f"<sheetData>{rows}</sheetData>").text.split("\n")[:2] == ["项目\t甲", "规章\t5"]


def test_a_sheet_that_is_called_like_a_part_begins_with_its_heading() -> None:
    rows = f"<sheetData>{''.join(_rows('甲 1'))}</sheetData>"
    source = _read(rows, sheets='<sheet name="总体情况" sheetId="1" r:id="rId1"/>')
    assert source.text == "总体情况\n甲\t1\n"


def test_a_cell_far_away_makes_no_wide_table() -> None:
    rows = '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row></sheetData>'
    assert _read(rows).text.count("\t") < 70


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_made("<sheetData>"), "RD-14"),
        (_made("", sheets='<sheet name="x" r:id="rId9"/>')[:-50], "RD-14"),
        (_made("", {"xl/workbook.xml": '<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>'}), "RD-16"),
        (_made(" " * (25 << 20)), "RD-10"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, code: str) -> None:
    source = read_bytes(data, "report.xlsx")
    assert ([remark.code for remark in source.remarks], source.binary) == ([code], True)


def test_nonsense_in_a_sheet_costs_no_more_than_its_cells() -> None:
    rows = (
        '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="x"/></mergeCells><sheetData><row r="x" hidden="?">'
        '<c r="!!" s="99"><v>x</v></c><c s="-1" t="s"><v>-1</v></c></row></sheetData>'
    )
    assert "x" in _read(rows).text
