"""The workbook of findings, read as the XML that it is."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

import pytest
from outcome_sample import HOSTILE, checked, finding, hostile, outcome, two_lines
from render_sample import SOUND

from giar_lark.lang import Text
from giar_lark.outcomes.outcome import Outcome

pytest.importorskip("xlsxwriter", reason="the extra xlsx writes workbooks")
from giar_lark.render import workbook
from giar_lark.render.workbook import FindingsWorkbook

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SUMMARIES = {"T3-01": Text("表三某列不平", "a column of table 3 does not balance")}
HEADS = ["文件", "机关", "年度", "编号", "名称", "级别", "行", "列", "位置", "问题", "怎么改", "依据"]
MESSAGE, HELP, CLAUSE = "自然人列：15 ≠ 14，差 1", "与台账核对", "国办公开办函〔2021〕30号附件"


def written(*outcomes: Outcome, lang: str = "zh") -> zipfile.ZipFile:
    """The workbook of some files."""
    book = FindingsWorkbook(lang, SUMMARIES)
    for one in outcomes:
        book.add(one)
    return zipfile.ZipFile(io.BytesIO(book.document()))


def sheet(book: zipfile.ZipFile, number: int) -> ElementTree.Element:
    """A sheet, counted from 1."""
    return ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))


def names(book: zipfile.ZipFile) -> list[str]:
    """The names of the sheets."""
    return [
        element.get("name", "") for element in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(f"{MAIN}sheet")
    ]


def rows(book: zipfile.ZipFile, number: int) -> list[list[str | float | None]]:
    """What stands in the cells of a sheet, row by row."""
    return [[_value(cell) for cell in row] for row in sheet(book, number).iter(f"{MAIN}row")]


def _value(cell: ElementTree.Element) -> str | float | None:
    text = "".join(part.text or "" for part in cell.iter(f"{MAIN}t"))
    if cell.get("t") == "inlineStr":
        return re.sub(r"_x([0-9A-F]{4})_", lambda match: chr(int(match[1], 16)), text)
    value = cell.find(f"{MAIN}v")
    return None if value is None else float(value.text or "")


def test_sheets_say_what_was_found_where_and_how_often() -> None:
    book = written(two_lines(), outcome("共 15 件", finding(2, 4), organ="白杨镇人民政府", path="b.txt"))
    first = ["reports/a.txt", "青岚县人民政府", 2024.0]
    assert names(book) == ["问题", "按机关", "按规则"]
    assert rows(book, 1) == [
        HEADS,
        [*first, "T3-01", "conservation", "错误", 2, 3, "", MESSAGE, HELP, CLAUSE],
        [*first, "FM-09", "broken-line", "警告", 1, 6, "", MESSAGE, None, None],
        [*first, "ST-01", "missing-section", "提示", 3, 1, "", MESSAGE, None, CLAUSE],
        ["b.txt", "白杨镇人民政府", 2024, "T3-01", "conservation", "错误", 1, 3, "", MESSAGE, HELP, CLAUSE],
    ]
    assert rows(book, 2) == [
        ["机关", "份数", "有问题", "占比", "错误", "警告", "提示", "最多的规则"],
        ["青岚县人民政府", 1, 1, 1, 1, 1, 1, "FM-09×1  ST-01×1  T3-01×1"],
        ["白杨镇人民政府", 1, 1, 1, 1, 0, 0, "T3-01×1"],
    ]
    assert rows(book, 3) == [
        ["规则", "名称", "处数", "份数", "占比", "说明"],
        ["T3-01", "conservation", 2, 2, 1, "表三某列不平"],
        ["FM-09", "broken-line", 1, 1, 0.5, ""],
        ["ST-01", "missing-section", 1, 1, 0.5, ""],
    ]


def test_cell_is_named_in_words() -> None:
    book = written(checked(SOUND.replace("（七）总计\t\t13", "（七）总计\t\t12")))
    places = {row[8] for row in rows(book, 1)[1:]}
    assert any(isinstance(place, str) and place.startswith("表三 · ") and place.endswith("自然人") for place in places)


def test_english_workbook() -> None:
    book = written(two_lines(), lang="en")
    assert names(book) == ["Findings", "By organ", "By rule"]
    assert rows(book, 1)[0][:6] == ["file", "organ", "year", "code", "name", "severity"]
    assert rows(book, 1)[1][5] == "error"


def test_nothing_of_a_report_becomes_a_formula_a_link_or_a_number() -> None:
    texts = ("=1+1", "+1", "-1", "@SUM(A1)", "https://x.example", "12", "{=A1}")
    findings = [finding(0, 0, message=Text(text, text), help=None, clause=None) for text in texts]
    book = written(hostile(), outcome("", *findings, path="=cmd|' /C calc'!A0", organ="=HYPERLINK(1)"))
    assert [row[9] for row in rows(book, 1)[2:]] == list(texts)
    for number in (1, 2, 3):
        tags = {element.tag.removeprefix(MAIN) for element in sheet(book, number).iter()}
        assert tags & {"f", "hyperlink", "hyperlinks"} == set()


def test_what_xml_forbids_is_left_out_and_the_rest_stays() -> None:
    book = written(hostile())
    allowed = HOSTILE.translate(dict.fromkeys(map(ord, "\x1b\x00\x0b\ufffe")))
    assert rows(book, 1)[1][9] == allowed
    assert rows(book, 1)[1][0] == f"a/{allowed}.txt"


def test_head_stays_in_sight_and_every_sheet_can_be_filtered() -> None:
    book = written(two_lines())
    for number, cells in ((1, "A1:L4"), (2, "A1:H2"), (3, "A1:F4")):
        found = sheet(book, number)
        [pane], [filtered] = found.iter(f"{MAIN}pane"), found.iter(f"{MAIN}autoFilter")
        assert (pane.get("state"), pane.get("ySplit"), filtered.get("ref")) == ("frozen", "1", cells)


def test_severities_have_colours() -> None:
    book = written(two_lines())
    styles = [row[5].get("s") for row in sheet(book, 1).iter(f"{MAIN}row")][1:]
    assert len(set(styles)) == 3
    fills = book.read("xl/styles.xml").decode()
    assert all(colour in fills for colour in ("FFF8D7D4", "FFFCE8B8", "FFD9E8F6"))


def test_row_is_as_high_as_its_longest_text() -> None:
    long = Text("很长的一句话，" * 20, "long")
    book = written(outcome("", finding(0, 0), finding(0, 0, message=long)))
    low, high = [float(row.get("ht", "0")) for row in sheet(book, 1).iter(f"{MAIN}row")][1:]
    assert high > 2 * low


def test_more_findings_than_a_sheet_holds_go_to_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "ROWS_MOST", 3)
    book = written(two_lines())
    assert names(book) == ["问题", "问题 2", "按机关", "按规则"]
    assert [len(rows(book, number)) for number in (1, 2)] == [3, 2]


def test_nothing_found_gives_heads_only() -> None:
    book = written()
    assert [rows(book, number)[1:] for number in (1, 2, 3)] == [[], [], []]
