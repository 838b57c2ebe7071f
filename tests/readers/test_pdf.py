"""PDF: what is read of pages with rules and text, in which lines and cells, and what is told of the rest."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from giar_lark import check
from giar_lark.readers import pdf as reader
from giar_lark.readers.limits import Limits
from giar_lark.readers.read import read
from giar_lark.source.source import Source
from giar_lark.source.span import Edit, Span
from readers.pdf_writer import HEIGHT, PdfPage, grid, pdf

pytest.importorskip("pypdfium2")

HEADER = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
COLUMNS = [120.0, 80.0, 80.0, 80.0]


def text(*pages: PdfPage) -> str:
    return read(pdf(*pages), name="report.pdf").text


def told(source: Source) -> list[tuple[str, str]]:
    return [(remark.code, remark.message.zh) for remark in source.remarks]


def page(*lines: tuple[float, float, str], **how: float) -> PdfPage:
    made = PdfPage(**how)  # type: ignore[arg-type]
    for x, y, said in lines:
        made.text(x, y, said)
    return made


def table(*rows: list[str], at: float = 100) -> PdfPage:
    made = PdfPage()
    grid(made, 60, at, COLUMNS, list(rows))
    return made


def test_a_row_is_a_line_of_cells_and_a_blank_cell_stays_in_its_column() -> None:
    made = table(HEADER, ["规章", "1", "", "3"], ["行政规范性文件", "", "22", "1,234"])
    made.text(60, 60, "二、主动公开政府信息情况")
    made.text(60, 300, "三、收到和处理政府信息公开申请情况")
    assert text(made) == (
        "二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
        "规章\t1\t\t3\n行政规范性文件\t\t22\t1,234\n三、收到和处理政府信息公开申请情况\n"
    )


def test_each_piece_has_its_page_and_box() -> None:
    source = read(pdf(page((60, 60, "一、总体情况")), table(HEADER, ["规章", "1", "", "3"])))
    spots = {said: source.address(source.text.index(said)).spot for said in ("一、", "规章", "\t3")}
    assert {said: spot and spot.words("zh") for said, spot in spots.items()} == {
        "一、": "第1页（距左60、距上60）",
        "规章": "第2页（距左112、距上120）",
        "\t3": "第2页（距左260、距上116）",
    }


def merged() -> PdfPage:
    """A group beside two rows, its characters one below the other, and a head over two columns, with gaps in its rules."""
    made = PdfPage()
    for y, start, end in ((100, 60, 300), (120, 140, 299), (140, 60, 300), (170, 90, 300.5), (200, 60, 300)):
        made.line(start, y, end, y, "3 2")
    for x, start, end in ((60, 100, 200), (90, 140, 200), (140, 100, 200), (220, 120, 200), (300, 100, 199)):
        made.line(x, start, x, end)
    for number, char in enumerate("办理结果"):
        made.text(70, 142 + 12 * number, char, 10)
    made.text(200, 104, "申请人情况")
    made.text(150, 124, "自然人")
    made.text(230, 124, "企业")
    made.text(92, 150, "予以公开", 9)
    made.text(180, 150, "7")
    made.text(92, 173, "不予公", 9)
    made.text(92, 185, "开", 9)
    made.text(260, 180, "8")
    return made


def test_merged_cells_stand_once_and_labels_run_over_their_lines() -> None:
    assert text(merged()) == "\t申请人情况\n自然人\t企业\n办理结果\t予以公开\t7\t\n不予公开\t\t8\n"


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_may_be_shown_turned(rotate: int) -> None:
    source = read(pdf(PdfPage(rotate=rotate, parts=merged().parts)))
    assert source.text == "\t申请人情况\n自然人\t企业\n办理结果\t予以公开\t7\t\n不予公开\t\t8\n"


def test_turned_writing_is_a_label() -> None:
    made = table(HEADER, ["", "1", "2", "3"])
    made.text(130, 131, "规章", 7, turn=1)
    assert text(made).splitlines()[1] == "规章\t1\t2\t3"


@pytest.mark.parametrize("size", [6.6, 4.6])
def test_raised_figure_behind_a_number_is_the_number_of_a_note(size: float) -> None:
    made = table(HEADER, ["规章", "12", "7", ""])
    made.text(224, 124.4 - 0.88 * size, "1", size)
    plain = text(table(HEADER, ["规章", "12", "7", ""]))
    assert text(made) == plain.replace("12", "12[1]")


def test_raised_figure_behind_a_label_is_the_number_of_a_note() -> None:
    made = table(HEADER, ["", "12", "7", ""])
    made.text(66, 120, "规章")
    made.text(88, 118.6, "1", 6.6)
    assert text(made).splitlines()[1] == "规章[1]\t12\t7\t"


def test_a_table_over_pages_is_one() -> None:
    first = table(HEADER, ["规章", "1", "0", "3"], ["行政规范", "", "", ""], at=700)
    second = table(HEADER, ["性文件", "4", "5", "6"], at=60)
    for number, made in enumerate((first, second), 1):
        made.text(240, 20, "青岚县水利局年度报告", 8)
        made.text(290, 815, f"— {number} —", 8)
    assert text(first, second).splitlines() == ["\t".join(HEADER), "规章\t1\t0\t3", "行政规范性文件\t4\t5\t6"]


def test_blank_cells_that_are_not_merged_stand_on_the_next_page_too() -> None:
    above, below = PdfPage(), PdfPage()
    grid(above, 50, 780, [60, 60, 40, 40], [["组", "甲", "1", "2"], ["", "乙", "3", "4"], ["", "丙", "5", "6"]])
    grid(below, 50, 50, [60, 60, 40, 40], [["", "丁", "7", "8"], ["", "戊", "9", "0"]])
    assert text(above, below) == "组\t甲\t1\t2\n\t乙\t3\t4\n\t丙\t5\t6\n\t丁\t7\t8\n\t戊\t9\t0\n"


def test_a_number_that_its_cell_is_too_narrow_for_is_one_number_on_two_lines() -> None:
    made = PdfPage()
    grid(made, 60, 100, [120.0, 40.0, 40.0, 60.0], [["规章", "", "", ""]], high=30)
    for x, lines in ((185.5, ("109925", "7")), (225.5, ("12", "34")), (265.5, ("109925", "7"))):
        for number, line in enumerate(lines):
            made.text(x, 102 + 12 * number, line)
    assert text(made) == "规章\t1099257\t12 34\t109925 7\n"


def test_a_row_that_the_end_of_the_page_cuts_and_the_next_page_has_whole_stands_once() -> None:
    rows = (["规章", "1", "0", "3"], ["行政规范性文件", "4", "5", "6"])
    first = table(HEADER, *rows, ["", "", "", ""], at=HEIGHT - 3 * 16 + 4)
    assert text(first, table(rows[1], at=8)).splitlines() == ["\t".join(HEADER), *("\t".join(row) for row in rows)]
    other = ["行政规范性文件", "4", "5", "7"]
    assert text(first, table(other, at=8)).splitlines()[2:] == ["\t".join(rows[1]), "\t".join(other)]


@pytest.mark.parametrize("labelled", [0, 1])
def test_a_row_whose_label_and_values_are_on_two_pages_is_one(labelled: int) -> None:
    cut = [["", "4", "5", "6"], ["行政规范性文件", "", "", ""]]
    first = table(HEADER, ["规章", "1", "0", "3"], cut[labelled], at=700)
    second = table(cut[1 - labelled], ["行政许可", "7", "8", "9"], at=60)
    assert text(first, second).splitlines()[2:] == ["行政规范性文件\t4\t5\t6", "行政许可\t7\t8\t9"]


@pytest.mark.parametrize(
    ("row", "rest", "expected"),
    [
        # figures that fill their cells go on, and are no number on two pages
        (["行政规范", "504", "62", "630"], ["性文件", "9", "", "1"], ["行政规范性文件\t504 9\t62\t630 1"]),
        (["行政规范性文件", "504", "62", "630"], ["", "9", "", "1"], ["行政规范性文件\t504 9\t62\t630 1"]),
        # beside figures that do not fill theirs, these are a row
        (["行政规范性文件", "504", "62", "630"], ["", "9", "7", "1"], ["行政规范性文件\t504\t62\t630", "\t9\t7\t1"]),
        (["行政规范性文件", "5", "6", "7"], ["", "9", "7", "1"], ["行政规范性文件\t5\t6\t7", "\t9\t7\t1"]),
    ],
)
def test_figures_that_the_end_of_the_page_cuts_are_told_in_their_row(
    row: list[str], rest: list[str], expected: list[str]
) -> None:
    first = table(HEADER, ["规章", "1", "0", "3"], row, at=700)
    assert text(first, table(rest, ["行政许可", "7", "8", "9"], at=60)).splitlines()[2:-1] == expected


def test_the_rest_of_a_row_stands_behind_the_blanks_of_its_group() -> None:
    columns = [60.0, 80.0, 80.0, 80.0]
    pages = (PdfPage(), PdfPage())
    grid(pages[0], 60, 700, columns[:1], [["不予公开"]], high=32)
    grid(pages[0], 120, 700, columns[1:], [["危及三安全", "504", "3"], ["属于国家", "504", "630"]])
    grid(pages[1], 60, 60, columns, [["", "秘密", "9", "1"], ["", "其他", "7", "8"]])
    assert text(*pages).splitlines()[1] == "属于国家秘密\t504 9\t630 1"


def test_a_table_goes_on_where_nothing_is_drawn_around_an_empty_group() -> None:
    columns = [60.0, 80.0, 80.0, 80.0]
    pages = (PdfPage(), PdfPage(), PdfPage())
    grid(pages[0], 60, 700, columns, [["办理结果", "不予公开", "其他情形", "3"]], high=90)
    grid(pages[1], 120, 60, columns[1:], [["", "危及安全", "4"]], high=700)
    grid(pages[2], 60, 60, columns, [["", "", "内部事务", "5"]])
    assert text(*pages) == "办理结果\t不予公开\t其他情形\t3\n危及安全\t4\n内部事务\t5\n"


def test_columns_that_are_not_drawn_are_those_of_any_page_before() -> None:
    pages = (PdfPage(), PdfPage(), PdfPage())
    grid(pages[0], 60, 700, [140.0, 80.0, 80.0], [["办理结果", "情形", "3"]], high=60)
    grid(pages[1], 60, 60, [60.0, 80.0, 80.0, 80.0], [["不予公开", "国家秘密", "4", "8"]], high=710)
    grid(pages[2], 120, 60, [80.0, 80.0, 80.0], [["内部事务", "5", "6"]])
    assert text(*pages).splitlines()[1:] == ["不予公开\t国家秘密\t4\t8", "内部事务\t5\t6"]


def test_radicals_are_the_characters_that_they_look_like() -> None:
    assert text(page((60, 60, "⼀、⻘岚县⼈⺠政府"))) == "一、青岚县人民政府\n"


def test_lines_of_a_paragraph_are_one_over_the_end_of_a_page() -> None:
    said = "全年通过门户网站主动公开政府信息三百二十一条，其中政策文件四十二条，"
    first = page((70, 700, said), (50, 716, "解读材料二十条、回应关切十九条、其余各类政府信息二百四十条，均在规定时"))
    second = page((50, 60, "限内公开。"), (70, 76, said), (50, 92, "以上都已经公开。"))
    assert text(first, second).splitlines() == [
        said + "解读材料二十条、回应关切十九条、其余各类政府信息二百四十条，均在规定时限内公开。",
        said + "以上都已经公开。",
    ]


def test_a_page_of_few_lines_is_as_wide_as_the_others() -> None:
    full, short = "全年通过门户网站主动公开政府信息三百二十一条，", "没有别的事项要报告，也未收费用"
    first = page(*((60.0, 60.0 + 20 * number, full) for number in range(4)))
    last = page((60, 60, short), (60, 80, "青岚县人民政府临澜街道办事处"), (60, 100, "2024年1月19日"))
    assert text(first, last) == f"{full * 4}{short}\n青岚县人民政府临澜街道办事处\n2024年1月19日\n"


def test_a_line_further_below_than_others_begins_a_paragraph() -> None:
    full = "本年主动公开信息，收到申请并按期答复，"
    for places, paragraphs in (((0, 17, 34, 60), [full * 3, full]), ((0, 26, 52), [full * 3])):
        assert text(page(*((60.0, 100.0 + at, full) for at in places))).splitlines() == paragraphs


def test_a_sentence_that_leaves_room_ends_its_paragraph() -> None:
    made = page((60, 60, "全年未因申请收取信息处理费，没有别的事项。"), (60, 80, "青岚县渡云街道办事处"))
    made.text(60, 40, "全年未因申请收取信息处理费，也没有别的事项要报告，")
    assert text(made).splitlines()[-1] == "青岚县渡云街道办事处"


def test_what_is_printed_twice_stands_once_and_what_nobody_sees_not_at_all() -> None:
    made = table(HEADER, ["规章", "1", "0", "3"])
    made.text(218, 120, "1", 8)
    made.text(218.3, 120, "1", 8)
    made.text(235, 120, "9", 8, mode=3)
    made.text(245, 120, "7", 8, grey=1)
    source = read(pdf(made))
    assert source.text.splitlines()[1] == "规章\t1\t0\t3"
    assert told(source) == [("RD-19", "第 1 页有看不见的文字“97”，没有读取")]


@pytest.mark.parametrize(
    ("y", "left", "right", "text"),
    [
        (304.8, 50, 60, "7\n"),
        (304.8, 40, 60, "12\t7\n"),
        (304.8, 50, 90, "12\t7\n"),
        (310, 50, 60, "12\t7\n"),
    ],
)
def test_a_line_as_long_as_a_number_strikes_it_out(y: float, left: float, right: float, text: str) -> None:
    page = PdfPage()
    page.text(50, 300, "12")
    page.text(70, 300, "7")
    page.line(left, y, right, y)
    source = read(pdf(page), name="a.pdf")
    struck = [("RD-19", "第 1 页有删除线划去的文字“12”，没有读取")]
    assert (source.text, told(source)) == (text, struck if text == "7\n" else [])


def test_numbers_over_one_another_are_not_read_as_one() -> None:
    made = table(HEADER, ["规章", "1", "0", "3"])
    made.text(217, 120, "4", 8)
    assert text(made).splitlines()[1] == "规章\t4 1\t0\t3"


def test_two_pages_on_one_sheet_follow_one_another() -> None:
    said = [
        (40.0 + 421 * side, 90.0 + 20 * line, f"第{side + 1}面第{line + 1}行" * 5)
        for line in range(4)
        for side in (0, 1)
    ]
    wanted = "".join(f"第{side}面第{line}行" * 5 for side in (1, 2) for line in (1, 2, 3, 4))
    assert text(page(*said, width=842, height=595)) == wanted + "\n"


@pytest.mark.parametrize(("at", "number", "expected"), [(588, "4482", "4482…"), (584, "44", "44…"), (580, "44", "44")])
def test_a_number_that_the_edge_of_the_page_may_cut_is_no_number(at: float, number: str, expected: str) -> None:
    made = PdfPage()
    grid(made, 280, 100, COLUMNS, [HEADER, ["规章", "1", "0", ""]])
    made.text(at, 120, number, 8)
    assert text(made).splitlines()[1] == f"规章\t1\t0\t{expected}"


def unruled(*rows: tuple[str, ...]) -> PdfPage:
    """A table without rules, its numbers to the right."""
    made = PdfPage()
    for number, (label, *values) in enumerate(rows):
        made.text(60, 100 + 16 * number, label)
        for column, value in enumerate(values):
            made.text(300 + 60 * column - 5 * len(value), 100 + 16 * number, value)
    return made


def test_values_below_one_another_are_a_column_where_no_rules_are() -> None:
    made = unruled(("规章", "1", "20", "3"), ("行政规范性文件", "", "4", "512"), ("其他文件", "7", "", ""))
    assert text(made) == "规章\t1\t20\t3\n行政规范性文件\t\t4\t512\n其他文件\t7\t\t\n"


def test_values_in_the_middle_below_heads_have_their_columns_though_none_has_a_value_in_each() -> None:
    heads = [
        (80.0 + 60 * number, 100.0, said)
        for number, said in enumerate(["结果维持", "结果纠正", "其他结果", "尚未审结"])
    ]
    middle = [(80.0 + 21 - 2.6 + 60 * number, 118.0, "7") for number in (0, 1, 3)]
    assert text(page(*heads, *middle)).splitlines() == ["结果维持\t结果纠正\t其他结果\t尚未审结", "7\t7\t\t7"]
    left = [(80.0 + 60 * number, 118.0, "7") for number in (0, 1, 3)]
    assert text(page(*heads, *left)).splitlines()[1] == "7\t7\t7"


def test_values_behind_a_label_that_reaches_into_the_first_column_have_none() -> None:
    """With tabs, its values stand below those of the next column."""
    rows = [(60, 100, "行政许可"), (110, 100, "12"), (170, 100, "3"), (230, 100, "540")]
    rows += [(60, 118, "其他行政管理服务事项"), (170, 118, "9"), (230, 118, "6")]
    assert text(page(*rows)).splitlines() == ["行政许可\t12\t3\t540", "其他行政管理服务事项\t9 6"]


def test_a_value_close_behind_its_label_is_none_of_it() -> None:
    rows = [(60, 100, "行政处罚"), (140, 100, "12"), (180, 100, "3"), (60, 118, "行政强制/"), (180, 118, "6")]
    assert text(page(*rows)).splitlines() == ["行政处罚\t12 3", "行政强制\t/ 6"]


def test_without_a_full_row_values_are_given_no_column() -> None:
    assert text(unruled(("规章", "1", "", "3"), ("行政规范性文件", "", "4", "5"))) == "规章\t1 3\n行政规范性文件\t4 5\n"


def scan() -> PdfPage:
    made = PdfPage()
    made.picture(0, 0, made.width, made.height)
    return made


def test_a_scan_is_refused() -> None:
    source = read(pdf(scan(), scan()))
    assert source.binary
    assert told(source) == [("RD-12", "这份 PDF 的 2 页都是图片，没有可以读取的文字")]


def test_a_page_that_is_a_picture_is_told_where_it_stands() -> None:
    source = read(
        pdf(page((60, 60, "青岚县水利局年度报告，第一部分")), scan(), page((60, 60, "以下是报告的第三部分。")))
    )
    assert told(source) == [("RD-12", "第 2 页是图片，没有读取")]
    assert source.text[source.remarks[0].span.start :] == "以下是报告的第三部分。\n"


@pytest.mark.parametrize(
    ("data", "limits", "expected"),
    [
        (b"%PDF-1.7\n1 0 obj\n<<", Limits(), ("RD-14", "文件已经损坏，读不出来")),
        (pdf(*[page((60, 60, "页"))] * 3), Limits(pages=2), ("RD-10", "这份 PDF 有 3 页，超过上限 2 页")),
        (pdf(PdfPage()), Limits(), ("RD-12", "这份 PDF 里没有文字")),
        (pdf(page((60, 60, "页"))), Limits(seconds=0), ("RD-16", "这份 PDF 读了很久也没有读完，已经停止")),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, limits: Limits, expected: tuple[str, str]) -> None:
    source = read(data, limits=limits)
    assert (source.text, told(source)) == ("", [expected])


def test_the_next_document_is_read_behind_one_that_took_too_long() -> None:
    read(pdf(page((60, 60, "页"))), limits=Limits(seconds=0))
    assert text(page((60, 60, "下一份"))) == "下一份\n"


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "find_spec", lambda name: importlib.util.find_spec("no_such_package"))
    source = read(pdf(page((60, 60, "页"))))
    assert told(source) == [("RD-15", "读取 PDF 的组件没有安装")]
    assert source.remarks[0].help and "pip install 'giar-lark[pdf]'" in source.remarks[0].help.zh


def test_a_pdf_is_not_mended() -> None:
    origin = read(pdf(page((60, 60, "页")))).origin
    assert origin is not None
    reason = origin.edited([Edit(span=Span(0, 1), text="面")])
    assert reason is not None and not isinstance(reason, bytes)
    assert reason.zh == "PDF 不能直接改，请在 Word 原件中改好后重新导出"


def test_the_pdf_of_a_word_processor_says_what_its_text_says() -> None:
    folder = Path(__file__).parents[3] / "shared" / "layouts" / "r06"
    if not (folder / "source.doc.pdf").is_file():
        pytest.skip(f"{folder} is not there")
    printed, typed = (check(read(folder / name)) for name in ("source.doc.pdf", "docx.pydocx_tsv.txt"))
    for checked in (printed, typed):
        assert len(checked.report.cells) == 200
    assert [(c.key, c.value, c.state) for c in printed.report.cells] == [
        (c.key, c.value, c.state) for c in typed.report.cells
    ]
    assert [f.code for f in printed.findings] == [f.code for f in typed.findings]
