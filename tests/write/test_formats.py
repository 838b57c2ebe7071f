"""The formats of a document: the same cells in each, read back as they were, and no word of a report taken as markup."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from giar_lark.cli.fmt import To
from giar_lark.lean.later import Later
from giar_lark.model.report import Contents, Row
from giar_lark.write.document import Document, Kind, Part, document_of
from giar_lark.write.formats import FORMATS
from giar_lark.write.grid import Box
from write.written import (
    CHOSEN,
    MIXED,
    SOUND,
    STEMS,
    Page,
    cells,
    document,
    docx_tables,
    layout,
    layouts,
    report,
    shown,
    spread,
    truth,
    written,
)

TEXT_FORMATS = [name for name, form in FORMATS.items() if form.is_text]
PLACE = "维护县政府网站柳河镇专栏和便民服务中心查阅点。\n"
EVERY_STATE = {
    "规章\t0\t0\t0": "规章\t\t无\t/",
    "行政许可\t26": "行政许可\t1,234",
    "行政处罚\t3": "行政处罚\t约3件",
    "行政事业性收费\t0": "行政事业性收费\t0.10",
    "\t2\t0\t0\t0\t0\t0\t2\n": "\t2\t-\t—\t--\t*\t<5\t2\n",
    "9\t1\t0\t0\t0\t0\t10": "9 1 10",
    "\t\t2.重复申请\t0\t0\t0\t0\t0\t0\t0\n": "",
    "\t3\t0\t0\t0\t0\t0\t3\n": "\t~3\t-1\t３\t1.5\t约4\t_3_\t3\n",
}


def changed(text: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    return text


def with_prose(line: str) -> str:
    return SOUND.replace(PLACE, f"{PLACE}{line}\n")


def test_formats_are_those_of_the_command_line() -> None:
    assert list(FORMATS) == [to.value for to in To]
    assert {name: form.ending for name, form in FORMATS.items()} == {
        "text": ".txt",
        "markdown": ".md",
        "html": ".html",
        "docx": ".docx",
    }


# ---------------------------------------------------------------- the same cells


@pytest.mark.parametrize("stem", CHOSEN)
def test_tables_hold_the_same_in_every_format(stem: str) -> None:
    found = document(layout(stem))
    page = [spread(table) for table in Page(written(found, "html")).tables]
    assert [len(rows[0]) for rows in page] == [4, 10, 15]
    assert [spread(table) for table in shown(written(found, "markdown")).tables] == page
    assert [spread(table) for table in docx_tables(FORMATS["docx"].encode(found))] == page
    assert values_of_text(written(found, "text")) == [row for table in page for row in values_of_table(table)]


def values_of_text(text: str) -> list[list[str]]:
    """The cells behind tabs, row by row; of a row of blanks, nothing."""
    return [list(filter(None, line.split("\t")[1:])) for line in text.split("\n") if "\t" in line]


def values_of_table(table: list[list[str]]) -> list[list[str]]:
    """The cells of the rows that are neither header nor caption; of a row of blanks, nothing."""
    if len(table[0]) == 15:
        return [list(filter(None, table[-1]))]
    if len(table[0]) == 10:
        return [list(filter(None, row[3:])) for row in table[3:]]
    return [list(filter(None, row[1:])) for row in table if not row[0].startswith(("第二十条", "信息内容"))]


# ---------------------------------------------------------------- read back


@pytest.mark.parametrize("stem", STEMS)
def test_report_of_the_corpus_is_read_back_as_its_truth(stem: str) -> None:
    found, wanted = document(layout(stem)), truth(stem)
    for form in TEXT_FORMATS:
        assert (form, cells(written(found, form))) == (form, wanted)


@pytest.mark.parametrize(("stem", "name"), [(stem, name) for stem in CHOSEN for name in layouts(stem)])
def test_any_layout_is_read_back_as_it_was_read(stem: str, name: str) -> None:
    text = layout(stem, name)
    found, wanted = document(text), cells(text)
    for form in TEXT_FORMATS:
        assert (form, cells(written(found, form))) == (form, wanted)


@pytest.mark.parametrize("kind", [Kind.DISCLOSURE, Kind.APPLICATIONS])
@pytest.mark.parametrize("form", FORMATS)
def test_table_without_rows_is_written_in_every_format(form: str, kind: Kind) -> None:
    text = without_rows(kind)
    found = document(text)
    data = FORMATS[form].encode(found)
    if form == "docx":
        tables = [[box.text for row in table for box in row] for table in docx_tables(data)]
        assert tables == [[box.text for row in part.grid for box in row] for part in found if part.grid is not None]
    else:
        assert cells(data.decode("utf-8")) == cells(text)


def without_rows(kind: Kind) -> str:
    """The sound report with no more of a table than its header."""
    found = document(SOUND)
    table = written(tuple(part for part in found if part.kind is kind), "text")
    kept = [line for line in table.splitlines(keepends=True) if "\t" not in line]
    assert 0 < len(kept) < table.count("\n")
    return changed(written(found, "text"), {table: "".join(kept)})


def test_mixed_templates_are_among_what_is_read_back() -> None:
    for stem in MIXED:
        assert {key.rpartition(".")[2] for key in truth(stem)} >= {"decisions", "natural_person"}
        assert report(layout(stem)).template == "2021"
    assert "t2.rules.made" in truth(MIXED[0]) and "t2.central_procurement.projects" in truth(MIXED[1])


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_every_state_is_read_back(form: str) -> None:
    text = changed(SOUND, EVERY_STATE)
    wanted = cells(text)
    assert {state for _, state in wanted.values()} == {"given", "blank", "na", "unreadable", "missing", "inferred"}
    assert cells(written(document(text), form)) == wanted


def test_number_whose_place_was_inferred_is_marked_and_read_back_as_such() -> None:
    found = report(SOUND)
    contents = [Contents(tuple(map(inferred, table.rows)), table.blocks, table.headers) for table in found.tables]
    tables = tuple(replace(table, contents=Later.of(made)) for table, made in zip(found.tables, contents, strict=True))
    text = written(document_of(replace(found, tables=tables), SOUND), "text")
    assert "（一）予以公开\t~9\t~1\t~0\t~0\t~0\t~0\t~10\n" in text
    granted = {key: cell for key, cell in cells(SOUND).items() if key.startswith("t3.granted.")}
    wanted = {**cells(SOUND), **{key: (value, "inferred") for key, (value, _) in granted.items()}}
    assert cells(text) == wanted


def inferred(row: Row) -> Row:
    """The row of what was granted, as if its places had been inferred."""
    if row.key != "t3.granted":
        return row
    return replace(row, cells=tuple(cell._replace(inferred=True) for cell in row.cells))


def test_canonical_form_of_the_canonical_form_is_itself() -> None:
    once = written(document(changed(SOUND, EVERY_STATE)), "text")
    assert written(document(once), "text") == once


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_prose_and_what_the_report_says_of_itself_are_read_back(form: str) -> None:
    before = report(SOUND)
    after = report(written(document(SOUND), form))
    for found in (before, after):
        assert [section.key for section in found.sections][-1] == "other_matters"
    assert [(s.heading, s.text) for s in after.sections] == [(s.heading, s.text) for s in before.sections]
    for name in ("title", "organ_name", "year", "period_start", "period_end", "issued_date"):
        assert (name, getattr(after.metadata, name)) == (name, getattr(before.metadata, name))


# ---------------------------------------------------------------- no markup

PROSE = {
    "全年受理<b>12</b>件。": "全年受理\\<b\\>12\\</b\\>件。",
    "<script>alert(1)</script>全年平稳。": "\\<script\\>alert(1)\\</script\\>全年平稳。",
    "<!-- 内部说明，不予公开。": "\\<!-- 内部说明，不予公开。",
    "甲|乙|丙三类信息。": "甲\\|乙\\|丙三类信息。",
    "答复率达*百分之百*，**全部**按期。": "答复率达\\*百分之百\\*，\\*\\*全部\\*\\*按期。",
    "文件名为_年报_`2023`。": "文件名为\\_年报\\_\\`2023\\`。",
    "见[附件](http://x.cn/a_b)。": "见\\[附件](http://x.cn/a_b)。",
    "![图](http://x.cn/a.png)见上。": "!\\[图](http://x.cn/a.png)见上。",
    "[注]: 见附表。": "\\[注]: 见附表。",
    "“&lt;”是小于号，A&B是名称。": "“\\&lt;”是小于号，A&B是名称。",
    "~~甲类~~共1~3件。": "\\~\\~甲类\\~\\~共1~3件。",
    "全年1~3件。": "全年1~3件。",
    "1. 公开的内容还不够细。": "1. 公开的内容还不够细。",
    "1) 公开的内容还不够细。": "1) 公开的内容还不够细。",
    "12.5万人次浏览专栏。": "12.5万人次浏览专栏。",
    "# 公开栏目有待归并。": "# 公开栏目有待归并。",
    "- 公开栏目有待归并。": "- 公开栏目有待归并。",
    "+ 公开栏目有待归并。": "+ 公开栏目有待归并。",
    "> 公开栏目有待归并。": "\\> 公开栏目有待归并。",
    "公开的语言是C#": "公开的语言是C\\#",
    "路径为C:\\公开\\*全部*。": "路径为C:\\公开\\\u2060\\*全部\\*。",
    "镇政府、县政府各发一次，共2.5万份。": "镇政府、县政府各发一次，共2.5万份。",
}


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_escaped_in_markdown(line: str) -> None:
    out = written(document(with_prose(line)), "markdown").split("\n")
    assert out.count(f"\u3000\u3000{PROSE[line]}") == 1


def page(found: Document, form: str) -> Page:
    """What a browser gets to see of a document."""
    text = written(found, form)
    return shown(text) if form == "markdown" else Page(text)


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize("line", PROSE)
def test_prose_is_text_on_a_page(line: str, form: str) -> None:
    found = page(document(with_prose(line)), form)
    assert ("p", line) in [(tag, text.strip("\n")) for tag, text in found.elements]
    plain = page(document(with_prose("全年平稳。")), form)
    assert [tag for tag, _ in found.elements] == [tag for tag, _ in plain.elements]


@pytest.mark.parametrize(
    "text", ["---", "- - -", "***", "___", "===", "```", "~~~", "1)", "1.", "-", "#", "|", "\\", "    甲"]
)
def test_paragraph_of_marks_alone_is_a_paragraph(text: str) -> None:
    above = Part(Kind.PARAGRAPH, "上文。")
    elements = page((above, Part(Kind.PARAGRAPH, text), above), "markdown").elements
    assert [(tag, said.strip()) for tag, said in elements] == [("p", "上文。"), ("p", text.strip()), ("p", "上文。")]


@pytest.mark.parametrize("form", TEXT_FORMATS)
@pytest.mark.parametrize("line", PROSE)
def test_prose_is_read_back_as_it_was(line: str, form: str) -> None:
    text = with_prose(line)
    overview = report(text).sections[0].text
    assert line in overview.split("\n")
    assert report(written(document(text), form)).sections[0].text == overview


@pytest.mark.parametrize("form", TEXT_FORMATS)
@pytest.mark.parametrize("line", PROSE)
def test_prose_does_not_disturb_the_cells(line: str, form: str) -> None:
    assert cells(written(document(with_prose(line)), form)) == cells(SOUND)


def test_title_organ_and_labels_are_escaped_too() -> None:
    awkward = "青岚县<i>&amp;*水*</i>[局] #"
    found: Document = tuple(Part(kind, awkward) for kind in (Kind.TITLE, Kind.HEADING, Kind.ORGAN, Kind.DATE))
    for form, tags in (("markdown", []), ("html", ["title"])):
        elements = [(tag, text.strip()) for tag, text in page(found, form).elements]
        assert [tag for tag, text in elements if text == awkward] == [*tags, "h1", "h2", "p", "p"]


def test_cells_are_escaped_too() -> None:
    awkward = "<b>3</b>|&amp;*~~1~~\\|2"
    found: Document = (Part(Kind.CASES, grid=[[Box(awkward), Box(awkward, value=True)]]),)
    for form in ("markdown", "html"):
        assert [spread(table) for table in page(found, form).tables] == [[[awkward, awkward]]]


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_cell_with_a_bar_does_not_move_the_cells_behind_it(form: str) -> None:
    wanted = {**cells(SOUND), "t3.granted.natural_person": (None, "unreadable")}
    assert cells(written(with_cell(document(SOUND), "9", "9|1"), form)) == wanted


def test_bar_in_a_cell_is_an_entity_when_markdown_is_read_back() -> None:
    back = report(written(with_cell(document(SOUND), "9", "9|1"), "markdown"))
    assert [cell.raw for cell in back.cells if cell.state == "unreadable"] == ["9&#124;1"]


def with_cell(found: Document, old: str, new: str) -> Document:
    """A document in which one value of table 3 is another."""
    grid = next(part.grid for part in found if part.kind is Kind.APPLICATIONS) or []
    assert [box.text for row in grid for box in row].count(old) == 1
    rows = [[replace(box, text=new) if box.text == old else box for box in row] for row in grid]
    return tuple(part._replace(grid=rows) if part.kind is Kind.APPLICATIONS else part for part in found)


# ---------------------------------------------------------------- escapes that are read back


@pytest.mark.parametrize("line", ["甲。", "甲*。", "*甲*。", "*甲*乙*。", "*甲*乙*丙*。"])
def test_text_is_read_back_however_few_its_escapes(line: str) -> None:
    text = written(document(with_prose(line)), "markdown")
    assert report(text).sections[0].text == report(with_prose(line)).sections[0].text
    assert "***" not in [said.strip() for _, said in shown(text).elements]


def test_nothing_is_added_to_a_text_that_needs_it_not() -> None:
    added = "\n\n[\\*\\*\\*]: #\n"
    for line, ends in (("全年平稳。", False), ("甲*。", True), ("*甲*。", True), ("*甲*乙*。", False)):
        assert (line, written(document(with_prose(line)), "markdown").endswith(added)) == (line, ends)


@pytest.mark.parametrize("stem", STEMS)
def test_paragraphs_of_the_corpus_are_read_back_apart(stem: str) -> None:
    before = report(layout(stem))
    for form in ("text", "markdown"):
        after = report(written(document(layout(stem)), form))
        assert [p.text for p in after.front] == [p.text for p in before.front]
        assert [s.text for s in after.sections] == [s.text for s in before.sections]
        assert [[p.ordinal for p in s.paragraphs] for s in after.sections] == [
            [p.ordinal for p in s.paragraphs] for s in before.sections
        ]


# ---------------------------------------------------------------- the forms themselves


def test_page_needs_nothing_else() -> None:
    text = written(document(SOUND), "html")
    assert text.startswith('<!DOCTYPE html>\n<html lang="zh-CN">\n')
    tags = {tag for tag, _ in Page(text).elements}
    assert tags == {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "table", "tr", "td"}
    assert "src=" not in text and "href=" not in text and "url(" not in text


def test_parts_of_a_markdown_text_are_apart() -> None:
    text = written(document(SOUND), "markdown")
    lines = text.split("\n")
    assert [line for line in lines if line.startswith("#")] == [
        "# 云溪县柳河镇人民政府2023年政府信息公开工作年度报告",
        "## 一、总体情况",
        "## 二、主动公开政府信息情况",
        "## 三、收到和处理政府信息公开申请情况",
        "## 四、政府信息公开行政复议、行政诉讼情况",
        "## 五、存在的主要问题及改进情况",
        "## 六、其他需要报告的事项",
    ]
    assert text.endswith("日\n") and "\n\n\n" not in text
    for above, line in pairwise(lines):
        assert above == "" or line == "" or (above[0] == line[0] == "|")


def test_labels_of_rows_stand_left_of_their_numbers() -> None:
    text = written(document(SOUND), "html")
    assert '<td class="label">行政许可</td><td colspan="3">26</td>' in text
    assert "<td>信息内容</td>" in text
