"""Word documents: what is read of them, in which lines and cells, and what is told of the rest."""

from __future__ import annotations

import pytest

from giar_lark.readers.read import read
from giar_lark.source.source import Source
from readers.word_files import p, t, tbl, tc, tr, word

ADDED, TAKEN = "<w:ins>{}</w:ins>", "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"


def source(body: str, **parts: str) -> Source:
    return read(word(body, parts=parts), name="report.docx")


def text(body: str, **parts: str) -> str:
    return source(body, **parts).text


def told(body: str) -> list[tuple[str, str]]:
    return [(remark.code, remark.message.zh) for remark in source(body).remarks]


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def box(content: str) -> str:
    """A text box as Word writes it, once for new programs and once for old ones."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(instruction: str, *result: str) -> str:
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return mark("begin") + code + (mark("separate") + "".join(result) if result else "") + mark("end")


def test_a_paragraph_is_a_line_and_a_row_is_a_line_of_cells() -> None:
    assert (
        text(p("一、总体", "情况") + tbl(["行", "1", ""], ["", "", "2"]) + p("")) == "一、总体情况\n行\t1\t\n\t\t2\n\n"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>"), "a\tb\nc\nd\n"),
        (p("<w:r><w:t>3</w:t><w:noBreakHyphen/><w:t>4</w:t><w:softHyphen/><w:t>5</w:t></w:r>"), "3-45\n"),
        (p('<w:r><w:t> 5 </w:t></w:r><w:r><w:t xml:space="preserve"> 件 </w:t></w:r>'), "5 件 \n"),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F082"/><w:sym w:font="Symbol" w:char="F035"/></w:r>'), "②5\n"),
        (p(t("3", '<w:rFonts w:ascii="Wingdings"/>')), "\ufffd\n"),
        (p(t("12"), t("1", '<w:vertAlign w:val="superscript"/>'), t("件")), "12[1]件\n"),
        (p(t("m"), t("2", '<w:vertAlign w:val="superscript"/>')), "m2\n"),
        (tbl(tr(tc(p(t("甲"), t("2", '<w:vertAlign w:val="superscript"/>'))), "5")), "甲[2]\t5\n"),
        (p(t("12"), t("1", '<w:position w:val="6"/>')), "12[1]\n"),
        (p(t("12"), t("1 月", '<w:position w:val="6"/>')), "12 1 月\n"),
        (p(t("9", '<w:color w:val="FFFFFF"/>'), t("12")), "9 12\n"),
        (p(t("1", '<w:color w:val="FFFFFF"/>'), t("2", '<w:b/><w:color w:val="FDFDFD"/>')), "12\n"),
        (
            p(
                "<w:r><w:ruby><w:rt><w:r><w:t>hai</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>海</w:t></w:r></w:rubyBase></w:ruby></w:r>"
            ),
            "海\n",
        ),
        (
            p(
                "<w:smartTag><w:customXml>" + t("甲") + "</w:customXml></w:smartTag>",
                "<w:hyperlink>" + t("乙") + "</w:hyperlink>",
            ),
            "甲乙\n",
        ),
        (p("甲", '<w:r><w:footnoteReference w:id="1"/></w:r>', "乙"), "甲乙\n"),
    ],
)
def test_signs_in_a_paragraph(body: str, expected: str) -> None:
    assert text(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(field("PAGE", t("3")), "页"), "3页\n"),
        (p(field("=SUM(ABOVE)", t("12"))), "12\n"),
        (p('<w:fldSimple w:instr=" MERGEFIELD n ">' + t("7") + "</w:fldSimple>"), "7\n"),
        (p(mark("begin"), field("MERGEFIELD a", t("9")), mark("separate"), t("8"), mark("end")), "8\n"),
        (p(mark("begin"), t("x")) + p("后文"), "\n后文\n"),
        (p(mark("begin"), mark("separate"), "上") + p("下", mark("end")), "上\n下\n"),
        (
            p('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="3"/>'
              '<w:listEntry w:val="4"/></w:ddList></w:ffData></w:fldChar></w:r>', mark("end")),
            "4\n",
        ),
    ],
)  # fmt: skip
def test_a_field_shows_its_result(body: str, expected: str) -> None:
    assert text(body) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("<m:r><m:t>12</m:t></m:r>", "12\n"),
        ("<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>", "1/2\n"),
        ("<m:sSup><m:e><m:r><m:t>3</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>", "3^2\n"),
    ],
)
def test_no_two_numbers_of_a_formula_run_into_one(formula: str, expected: str) -> None:
    assert text(tbl(["行", tc(f"<w:p><m:oMath>{formula}</m:oMath></w:p>")])) == f"行\t{expected}"


def test_controls_around_blocks_rows_cells_and_runs_are_looked_through() -> None:
    row = control(tr("行", control(tc("5")), tc(p(control(t("6"), "<w:showingPlcHdr/>")))))
    assert text(control(p("段")) + tbl(row)) == "段\n行\t5\t6\n"


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    assert text(p("甲", box(p("框一") + p("框二")), "乙") + p("丙")) == "甲乙\n框一\n框二\n丙\n"
    assert text(tbl(["行", tc(p(box(p("5"))))])) == "行\t5\n"


def test_a_merged_cell_stands_once_in_the_row_where_it_begins() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = tbl(tr(tc("组", down), "甲", "1"), tr(tc("", on), "乙", "2"), tr(tc("丙", '<w:gridSpan w:val="2"/>'), "3"))
    assert text(table) == "组\t甲\t1\n乙\t2\n丙\t3\n"
    assert text(tbl(tr(tc("甲", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "1"))) == "甲\t1\n"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def test_a_number_in_a_merged_cell_is_read_in_none_of_its_places() -> None:
    head = tr("内容", "制发", "废止", "有效")
    found = source(tbl(head, tr("规章", tc("5", span(2)), "7"), tr("规范性文件", tc("", span(2)), "/")))
    assert found.text == "内容\t制发\t废止\t有效\n规章\t5?\t5?\t7\n规范性文件\t\t\t/\n"
    (remark,) = found.remarks
    places = [found.text[start:end] for start, end in (remark.span, *(other for other, _ in remark.related))]
    assert (remark.code, remark.message.zh, places) == ("RD-20", "5 占了几格，不知道属于哪一格", ["5?", "5?"])
    down = tbl(
        head, tr("规章", tc("5", '<w:vMerge w:val="restart"/>'), "6", "7"), tr("文件", tc("", "<w:vMerge/>"), "8", "9")
    )
    assert text(down) == "内容\t制发\t废止\t有效\n规章\t5?\t6\t7\n文件\t5?\t8\t9\n"


def test_borders_that_are_a_hair_apart_merge_nothing() -> None:
    head = tr("内容", tc("制发", span(2)), tc("废止", span(2)), "有效")
    assert text(tbl(head, tr("规章", tc("5", span(3)), "6", "7"))) == "内容\t制发\t废止\t有效\n规章\t5\t6\t7\n"
    one = tr("内容", tc("数量", span(3)))
    assert text(tbl(one, tr("许可", tc("5", span(3))))) == "内容\t数量\n许可\t5\n"


def test_borders_a_hair_apart_in_the_grid_are_one() -> None:
    """As where each row was drawn by hand, and the grid has a column for each of their borders."""
    grid = (
        "<w:tblGrid>" + "".join(f'<w:gridCol w:w="{width}"/>' for width in (2400, 7, 5, 1200, 6, 1200)) + "</w:tblGrid>"
    )
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        tr(tc(p("项目"), down), tc(p("甲"), span(3)), tc(p("乙"), span(2))),
        tr(tc(p(""), on + span(3)), tc(p("1")), tc(p(""), ""), tc(p("2"))),
        tr(tc(p("件"), span(2)), tc(p("3"), span(3)), tc(p("4"))),
    )
    assert text(f"<w:tbl>{grid}{''.join(rows)}</w:tbl>") == "项目\t甲\t乙\n1\t2\n件\t3\t4\n"


def test_a_cell_goes_on_only_below_one_in_its_own_column() -> None:
    assert text(tbl(tr(tc("1", "<w:vMerge/>"), "2"), tr("3", tc("4", "<w:vMerge/>")))) == "1\t2\n3\t4\n"
    before = '<w:gridBefore w:val="1"/>'
    table = tbl(
        tr("组", tc("甲", '<w:vMerge w:val="restart"/>')), tr(tc("", "<w:vMerge/>"), tc("1"), properties=before)
    )
    assert text(table) == "组\t甲\n1\n"


def test_paragraphs_of_a_cell_are_held_apart() -> None:
    assert (
        text(tbl(["行", tc(p("1") + p("") + p("2")), tc(p("甲<br/>".replace("<br/>", "")) + p("乙"))]))
        == "行\t1 2\t甲 乙\n"
    )
    assert text(tbl(["行", tc(p("<w:r><w:t>1</w:t><w:br/><w:t>2</w:t></w:r>"))])) == "行\t1 2\n"


def test_a_table_for_layout_is_unfolded() -> None:
    inner = tbl(["甲", "1"], ["乙", "2"])
    assert text(tbl([tc(p("题") + inner + p("")), tc(p("旁"))])) == "题\n甲\t1\n乙\t2\n\n旁\n"
    assert text(tbl([tc(p("上") + p("下"))])) == "上\n下\n"
    assert text(tbl(["行", tc(p("") + tbl(["1", "2"]) + p("")), "3"])) == "行\t1\t2\t3\n"


def test_insertions_are_read_and_deletions_are_not() -> None:
    body = p("共", ADDED.format(t("3") + t("4")), TAKEN.format("5"), "件") + p(
        "<w:moveFrom>" + t("旧") + "</w:moveFrom>", "新"
    )
    found = source(body)
    assert found.text == "共34件\n新\n"
    (remark,) = found.remarks
    assert remark.code == "RD-11"
    places = [(remark.span, "插入了“34”"), *((span, message.zh) for span, message in remark.related)]
    assert places == [((1, 3), "插入了“34”"), ((3, 3), "删除了“5”"), ((5, 5), "删除了“旧”")]


def test_deleted_rows_cells_and_paragraph_marks_are_gone() -> None:
    deleted = TAKEN.format("1")
    table = tbl(
        tr(tc(p(deleted)), properties="<w:del/>"),
        tr("甲", tc("2", "<w:cellDel/>"), tc(p(deleted))),
        tr("乙", "3", properties="<w:ins/>"),
    )
    assert text(table) == "甲\t\n乙\t3\n"
    assert [message.zh for _, message in source(table).remarks[0].related] == [
        "删除了一格“2”",
        "删除了“1”",
        "插入了一行",
    ]
    assert text(p("上", properties="<w:rPr><w:del/></w:rPr>") + p("下")) == "上下\n"


def test_changes_of_form_are_no_changes() -> None:
    changed = '<w:b/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange>'
    assert told(p(t("5", changed), properties="<w:pPrChange><w:pPr/></w:pPrChange>")) == []


def test_what_is_not_shown_is_told() -> None:
    style = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    hidden = p(t("7", "<w:vanish/>"), t("8", '<w:vanish w:val="0"/>'), t("9", '<w:rStyle w:val="H"/>'))
    found = source(hidden, styles=style)
    assert found.text == "8\n"
    assert [(one.message.zh, one.span) for one in found.remarks] == [
        ("这里有看不见的文字“7”，没有读取", (0, 0)),
        ("这里有看不见的文字“9”，没有读取", (1, 1)),
    ]
    covered = tbl(tr(tc("组", '<w:vMerge w:val="restart"/>'), "1"), tr(tc("6", "<w:vMerge/>"), "2"))
    assert told(covered) == [("RD-19", "这里有看不见的文字“6”，没有读取")]
    repeated = tbl(tr(tc("组 别", '<w:vMerge w:val="restart"/>'), "1"), tr(tc("组别", "<w:vMerge/>"), "2"))
    assert (text(repeated), told(repeated)) == ("组 别\t1\n2\n", [])
    assert told(tbl(tr("甲", "5", properties="<w:hidden/>"), ["乙", "6"])) == [
        ("RD-19", "这里有看不见的文字“甲 5”，没有读取")
    ]
    assert told(p(t("3", "<w:strike/>"), "4")) == [("RD-19", "删除线划去的“3”没有读取")]


_WHITE, _TINY = '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>'
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:color w:val="FEFEFE"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="C"><w:basedOn w:val="P"/></w:style>'
    '<w:style w:type="table" w:styleId="D"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:fill="003366"/></w:tcPr>'
    "</w:tblStylePr></w:style>"
)


@pytest.mark.parametrize(
    "cell",
    [
        tc(p(t("9", _WHITE))),
        tc(p(t("9", _TINY))),
        tc(p(t("9", '<w:rStyle w:val="C"/>'))),
        tc(p("9", properties='<w:pStyle w:val="P"/>')),
        tc(p(t("9", '<w:color w:val="ff0000"/>')), '<w:shd w:val="clear" w:fill="FF0000"/>'),
        tc(p(t("9", '<w:color w:val="FF0000"/><w:shd w:fill="FF0000"/>'))),
    ],
)
def test_figures_that_nobody_sees_are_told_and_not_read(cell: str) -> None:
    found = source(tbl(tr("甲", cell, "5")), styles=_STYLES)
    assert (found.text, [(one.message.zh, one.span.start) for one in found.remarks]) == (
        "甲\t\t5\n",
        [("这里有看不见的文字“9”，没有读取", 2)],
    )


def test_figures_that_nobody_sees_are_told_once_for_a_table() -> None:
    white = t("9", _WHITE)
    found = source(tbl(tr("甲", tc(p(white, "12"))), tr("乙", tc(p("3", white)))) + p("丙", white))
    assert (found.text, [(one.message.zh, len(one.related)) for one in found.remarks]) == (
        "甲\t12\n乙\t3\n丙9\n",
        [("这张表有 2 处看不见的文字（“9”等），没有读取", 1)],
    )


@pytest.mark.parametrize(
    ("row", "table"),
    [
        (tr("甲", tc(p(t("9", _WHITE)), '<w:shd w:val="clear" w:fill="003366"/>')), ""),
        (tr("甲", tc(p(t("9", f'{_WHITE}<w:highlight w:val="black"/>')))), ""),
        (tr("甲", tc(p(t("9", _WHITE)))), '<w:tblPr><w:tblStyle w:val="D"/></w:tblPr>'),
        (tr("甲", tc(p(t("9", '<w:rStyle w:val="C"/><w:color w:val="000000"/>')))), ""),
        (tr(tc(p(t("甲", _WHITE))), "9"), ""),
    ],
)
def test_white_on_a_ground_of_its_own_and_white_words_are_read(row: str, table: str) -> None:
    found = source(f"<w:tbl>{table}{row}</w:tbl>", styles=_STYLES)
    assert (found.text, found.remarks) == ("甲\t9\n", ())


def test_embedded_objects_inserted_files_and_large_pictures_are_told() -> None:
    workbook = '<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
    picture = '<w:r><w:drawing><wp:inline><wp:extent cx="{0}" cy="{0}"/><a:blip/></wp:inline></w:drawing></w:r>'
    body = p(workbook) + '<w:altChunk r:id="x"/>' + p(picture.format(5_000_000)) + p(picture.format(500_000))
    body += p(field("EQ \\o\\ac(○,1)"))
    assert told(body) == [
        ("RD-19", "这里嵌入了 Excel 等对象，其中的内容没有读取"),
        ("RD-19", "这里插入了另一个文件，其中的内容没有读取"),
        ("RD-19", "这里是一张图片，图片里的内容没有读取"),
        ("RD-19", "这里的公式域没有读取"),
    ]
    tables = tbl(*[["a", "b"]] * 3) * 3
    assert told(tables + p(picture.format(5_000_000))) == []


def test_a_value_in_a_table_of_one_row_is_not_taken_for_a_label_that_goes_on() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    inner = p("") + tbl(["1", "2"]) + p("")
    assert text(tbl(tr(tc("组", down), "甲", tc(inner)), tr(tc("", on), "乙", tc(inner)))) == "组\t甲\t1\t2\n乙\t1\t2\n"


def test_places_are_paragraphs_or_cells() -> None:
    body = p("甲") + p("") + tbl(["乙", tc(p("") + tbl(["1", "2"]) + p(""))], ["丙", "3"]) + control(p("丁"))
    found = source(body)
    words = {char: found.address(found.text.index(char)).in_words("zh") for char in "甲乙12丙3丁"}
    assert words == {
        "甲": "第1段",
        "乙": "表格1第1行第1格",
        "1": "表格2第1行第1格",
        "2": "表格2第1行第2格",
        "丙": "表格1第2行第1格",
        "3": "表格1第2行第2格",
        "丁": "第3段",
    }


TITLE = "海角市民政局2023年政府信息公开工作年度报告"


def test_headers_footers_and_notes_are_apart() -> None:
    others = {"header": p("海角市民政局"), "footer": p("第1页"), "footnotes": f"<w:footnote>{p('注')}</w:footnote>"}
    assert text(p("甲"), **others) == "甲\n"
    assert text(p(TITLE) + p("甲"), header=p(TITLE)) == f"{TITLE}\n甲\n"


def test_a_title_that_stands_in_the_header_alone_is_read() -> None:
    found = source(p("甲"), header=p("海角市民政局") + p("海角市民政局2023年", "政府信息公开工作年度报告"))
    assert found.text == f"{TITLE}\n甲\n"
    assert [found.address(at).in_words("zh") for at in (0, found.text.index("甲"))] == ["页眉", "第1段"]
