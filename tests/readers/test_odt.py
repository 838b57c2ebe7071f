"""Texts in OpenDocument: whole reports, and what stands in them besides plain paragraphs and cells."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

import pytest

from giar_lark import Source, parse
from giar_lark.readers.limits import Limits
from giar_lark.readers.read import read_bytes
from giar_lark.source.encodings import decode
from giar_lark.write.grid import Grid, unmerged
from readers.sheets import CORPUS, TEXTS, document, expected, result_of

_SPACES = ("office", "text", "table", "style", "draw", "svg", "fo")
_LONGER = {"draw": "drawing", "svg": "svg-compatible", "fo": "xsl-fo-compatible"}
_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{_LONGER.get(name, name)}:1.0"' for name in _SPACES
)
_MIME = "application/vnd.oasis.opendocument.text"


def _content(body: str, styles: str = "") -> str:
    return (
        f'<office:document {_NAMES} office:mimetype="{_MIME}"><office:automatic-styles>{styles}</office:automatic-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def _packed(content: str, manifest: str = "<manifest/>") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", _MIME)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def _read(body: str, styles: str = "") -> Source:
    return read_bytes(_content(body, styles).encode(), "report.fodt")


def _table(grid: Grid) -> str:
    rows = ""
    for row in unmerged(grid):
        cells = ""
        for box in row:
            spans = (
                ""
                if box is None
                else f'table:number-columns-spanned="{box.columns}" table:number-rows-spanned="{box.rows}"'
            )
            text = "" if box is None or not box.text else f"<text:p>{escape(box.text)}</text:p>"
            cells += (
                "<table:covered-table-cell/>" if box is None else f"<table:table-cell {spans}>{text}</table:table-cell>"
            )
        rows += f"<table:table-row>{cells}</table:table-row>"
    return f"<table:table><table:table-header-rows>{rows}</table:table-header-rows></table:table>"


@pytest.mark.parametrize("name", TEXTS)
def test_a_document_gives_the_cells_and_findings_of_its_text(name: str) -> None:
    parts = document(name)
    body = "".join(
        f"<text:p>{escape(part.text)}</text:p>" if part.grid is None else _table(part.grid) for part in parts
    )
    assert result_of(read_bytes(_packed(_content(body)), "report.odt")) == expected(name)


def test_a_paragraph_is_read_with_all_that_stands_in_it() -> None:
    body = (
        '<text:p>一<text:span>二<text:s text:c="2"/>三</text:span>\n<text:tab/>四<text:line-break/>五'
        "<office:annotation><text:p>批注</text:p></office:annotation>"
        "<text:ruby><text:ruby-base>六</text:ruby-base><text:ruby-text>liù</text:ruby-text></text:ruby>"
        "<draw:frame><draw:text-box><text:p>框内</text:p></draw:text-box></draw:frame></text:p>"
        "<text:section><text:h>节内</text:h></text:section><text:table-of-content><text:p>目录</text:p></text:table-of-content>"
    )
    assert _read(body).text == "一二  三  四\n五六\n框内\n节内\n"


_LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..."'
    ' style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="（"'
    ' style:num-suffix="）" text:start-value="3"/></text:list-style>'
    '<style:style style:name="H" style:list-style-name="L"/>'
)


def test_automatic_numbers_stand_in_front() -> None:
    body = (
        '<text:list text:style-name="L"><text:list-item><text:p>甲</text:p><text:list><text:list-item><text:p>乙</text:p>'
        "</text:list-item><text:list-item><text:p>丙</text:p></text:list-item></text:list></text:list-item></text:list>"
        '<text:p>丁</text:p><text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>戊</text:p>'
        '</text:list-item></text:list><text:list text:style-name="L"><text:list-item><text:p>己</text:p></text:list-item>'
        '</text:list><text:h text:style-name="H" text:outline-level="1">庚</text:h>'
    )
    assert _read(body, _LIST).text == "一、甲\n（3）乙\n（4）丙\n丁\n二、戊\n一、己\n二、庚\n"


def test_lines_of_a_cell_are_held_apart_and_blank_cells_kept() -> None:
    body = (
        "<table:table><table:table-column/><table:table-row><table:table-cell><text:p>商业</text:p><text:p>企业</text:p>"
        '</table:table-cell><table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>1<text:line-break/>2'
        "</text:p></table:table-cell></table:table-row></table:table>"
    )
    source = _read(body)
    assert source.text == "商业 企业\t\t\t1 2\n"
    assert [source.address(at).in_words("zh") for at in (0, 8)] == ["表格1第1行第1格", "表格1第1行第3格"]


def test_tables_in_a_table_are_unfolded() -> None:
    inner = "<table:table><table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row></table:table>"
    outer = inner.replace("<text:p>{}</text:p>", f"<text:p>上</text:p>{inner.format('内')}")
    assert _read(outer).text == "上\n内\n"


def test_changes_and_hidden_words_are_told() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p></text:deletion></text:changed-region>"
        '</text:tracked-changes><text:p>公开<text:span text:style-name="X">12</text:span>件</text:p>'
    )
    hidden = '<style:style style:name="X"><style:text-properties text:display="none"/></style:style>'
    source = _read(body, hidden)
    assert source.text == "公开件\n"
    assert [(remark.code, remark.message.zh) for remark in source.remarks] == [
        ("RD-11", "有 1 处修订没有接受或拒绝，已按全部接受读取"),
        ("RD-19", "这里有看不见的文字“12”，没有读取"),
    ]


def _style(name: str, properties: str, parent: str = "") -> str:
    return f'<style:style style:name="{name}" style:parent-style-name="{parent}"><style:text-properties {properties}/></style:style>'


_LOOKS = "".join(
    [
        _style("raised", 'style:text-position="super 58%"'),
        _style("white", 'fo:color="#ffffff"'),
        _style("tiny", 'fo:font-size="1pt"'),
        _style("onred", 'fo:color="#ffffff" fo:background-color="#ff0000"'),
        _style("struck", 'style:text-line-through-style="solid"'),
        _style("child", 'fo:color="#ff0000"', parent="struck"),
        _style("mended", 'style:text-line-through-style="none"', parent="struck"),
    ]
)


def _row(*cells: str) -> str:
    inner = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
    return f"<table:table><table:table-row>{inner}</table:table-row></table:table>"


def _span(style: str, text: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def test_figures_that_look_otherwise_are_none_of_the_same_number() -> None:
    raised = _span("raised", "1")
    assert _read(_row(f"甲{raised}", f"5{raised}", raised), _LOOKS).text == "甲[1]\t5[1]\t1\n"


def test_figures_that_nobody_sees_are_told_and_not_read() -> None:
    white = _span("white", "1") + _span("white", "2")
    cells = ("甲", _span("white", "9") + "5", white, _span("tiny", "8"), _span("onred", "7"), _span("white", "乙"))
    source = _read(_row(*cells), _LOOKS)
    assert (source.text, [(remark.message.zh, len(remark.related)) for remark in source.remarks]) == (
        "甲\t5\t\t\t7\t乙\n",
        [("这张表有 3 处看不见的文字（“9”等），没有读取", 2)],
    )


def test_white_figures_on_a_painted_cell_are_read() -> None:
    painted = _style("C", "").replace("text-properties ", 'table-cell-properties fo:background-color="#003366"')
    cell = f'<table:table-cell table:style-name="C"><text:p>{_span("white", "9")}</text:p></table:table-cell>'
    source = _read(_row("甲").replace("</table:table-row>", f"{cell}</table:table-row>"), _LOOKS + painted)
    assert (source.text, source.remarks) == ("甲\t9\n", ())


def test_struck_words_and_pictures_are_told_where_their_cell_begins() -> None:
    picture = '<draw:frame svg:width="9cm" svg:height="3cm"><draw:image/></draw:frame>'
    formula = "<draw:frame><draw:object/><draw:image/></draw:frame>"
    source = _read(_row("甲", "7" + _span("child", "8"), _span("mended", "9"), picture, formula) + picture, _LOOKS)
    assert source.text == "甲\t7\t9\t\t\n"
    assert [(remark.message.zh, remark.span and remark.span.start) for remark in source.remarks] == [
        ("删除线划去的“8”没有读取", 2),
        ("这里是一张图片，图片里的内容没有读取", 6),
        ("这里嵌入了 Excel 等对象，其中的内容没有读取", 7),
        ("这里是一张图片，图片里的内容没有读取", 8),
    ]


def test_boxes_of_a_cell_are_read_in_it_and_notes_behind_the_table() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>"
    shape = "<draw:custom-shape><text:p>8</text:p></draw:custom-shape>"
    assert _read(_row("甲", f"7{note}", f"9{shape}")).text == "甲\t7\t9 8\n注\n"


def test_borders_a_hair_apart_are_one() -> None:
    styles = "".join(
        f'<style:style style:name="{name}"><style:table-column-properties style:column-width="{width}"/></style:style>'
        for name, width in (("wide", "2.5cm"), ("hair", "0.002in"))
    )
    columns = "".join(
        f'<table:table-column table:style-name="{name}"/>' for name in ("wide", "hair", "wide", "hair", "wide")
    )
    cell, covered = "<table:table-cell {}><text:p>{}</text:p></table:table-cell>", "<table:covered-table-cell/>"
    two = 'table:number-columns-spanned="2"'
    rows = (
        cell.format(two, "项目") + covered + cell.format("", "甲") + cell.format(two, "乙") + covered,
        cell.format("", "件") + cell.format(two, "3") + covered + cell.format("", "") + cell.format("", "4"),
    )
    inner = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    assert _read(f"<table:table>{columns}{inner}</table:table>", styles).text == "项目\t甲\t乙\n件\t3\t4\n"


def test_a_row_is_not_full_because_a_merged_number_fills_it() -> None:
    """LibreOffice draws the last cell of a row that lacks columns as wide as the table."""
    text = (CORPUS / "twins/2021/tab-rows.txt").read_text(encoding="utf-8")
    row = next(line for line in text.split("\n") if line.startswith("（一）予以公开") or "\t（一）予以公开\t" in line)
    *head, first, _, third, fourth, fifth, _, last = row.split("\t")
    torn = "\t".join([*head, first, "", third, fourth, fifth, *[f"{last}?"] * 3])
    report = parse(decode(text.replace(row, torn).encode(), "a.txt")).report
    granted = [cell for cell in report.cells if cell.key.startswith("t3.granted.")]
    assert [(cell.value, cell.state) for cell in granted] == [(None, "unreadable")] * 7


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_packed(_content(""), "<manifest><encryption-data/></manifest>"), "RD-13"),
        (_packed(_content(""))[:-30], "RD-14"),
        (_packed("<a/>"), "RD-14"),
        (_packed(_content("<text:section>" * 300 + "</text:section>" * 300)), "RD-16"),
        (_packed('<!DOCTYPE a [<!ENTITY b "b">]>' + _content("")), "RD-16"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, code: str) -> None:
    source = read_bytes(data, "report.odt")
    assert ([remark.code for remark in source.remarks], source.binary) == ([code], True)


def test_nesting_up_to_the_limit_is_read() -> None:
    deep = "<text:section>" * 190 + "<text:p>深</text:p>" + "</text:section>" * 190
    assert read_bytes(_packed(_content(deep)), "report.odt", Limits()).text == "深\n"
