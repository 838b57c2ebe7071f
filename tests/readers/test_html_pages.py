"""Whole pages: in any encoding, with a portal around the report, with places in the page, and written back into it."""

from __future__ import annotations

import base64
import re
from datetime import date

import pytest

from corpus.texts import CORPUS
from giar_lark import check, read
from giar_lark.fixing.rounds import fix
from giar_lark.readers.limits import Limits
from giar_lark.source.encodings import encode
from giar_lark.source.source import Source
from giar_lark.source.span import Edit, Span

REPORT = "county-bureau-2023"
TABLE = "<table><tr><td>行政许可</td><td>12</td></tr></table>"
OTHERS = "".join(
    f'<li><a href="/n/{year}.html">青岚县自然资源局{year}年政府信息公开工作年度报告</a><span>{year + 1}-01-1{year % 10}</span></li>'
    for year in range(2015, 2022)
)
FRAME = f"""<!DOCTYPE html><html><head><title>年报_青岚县</title><script>var a = "<div>" + 1 < 2;</script></head><body>
<ul class="nav">{"".join(f'<li><a href="/{n}">{n}</a></li>' for n in ("首页", "政务公开", "政府信息公开年报", "依申请公开"))}</ul>
<table width=1000><tr><td valign=top><ul>{OTHERS}</ul></td><td>
<table class=xxgk><tr><td><b>索引号：</b></td><td>0025X/2024-00017</td><td>发布机构</td><td>青岚县自然资源局</td></tr>
<tr><td>名称</td><td>青岚县自然资源局2023年政府信息公开工作年度报告</td><td>发布日期</td><td>2024-01-19</td></tr></table>
<div class=info>字号：[<a href="#">大</a> <a href="#">中</a>] <span style="display:none">扫一扫</span></div>
REPORT
<p>上一篇：<a href="/n/2022.html">青岚县自然资源局2022年政府信息公开工作年度报告</a></p><ul>{OTHERS}</ul>
</td></tr></table><div class=footer>主办单位：青岚县人民政府办公室</div></body></html>"""


def findings(source: Source) -> list[tuple[str, str | None]]:
    return sorted((finding.code, finding.key) for finding in check(source).findings)


def cells(source: Source) -> dict[str, tuple[object, str]]:
    return {cell.key: (cell.value, cell.state) for cell in check(source).report.cells}


def body(form: str) -> str:
    page = (CORPUS / "reports" / REPORT / f"source.{form}.html").read_text("utf-8")
    found = re.search(r"<body[^>]*>(.*)</body>", page, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("form", ["tidy", "word"])
def test_report_is_found_inside_a_portal(form: str) -> None:
    text, page = read(CORPUS / "reports" / REPORT / "canonical.txt"), read(FRAME.replace("REPORT", body(form)).encode())
    assert cells(page) == cells(text)
    assert findings(page) == findings(text)
    said = check(page).report.metadata
    assert (said.organ_name, said.year, said.published_date) == ("青岚县自然资源局", 2023, date(2024, 1, 19))


def test_page_with_nothing_but_an_attachment_is_no_report() -> None:
    page = FRAME.replace(
        "REPORT", '<h1>青岚县自然资源局2023年政府信息公开工作年度报告</h1><iframe src="a.pdf"></iframe>'
    )
    assert findings(read(page.encode())) == [("RD-02", None)]


@pytest.mark.parametrize(
    ("links", "text"),
    [
        ('<p><a href="/a">甲</a></p><p><a href="/b">乙</a></p><p>丙</p>', "甲\n乙\n丙\n"),
        ('<p><a href="/a">甲</a></p><p><a href="/b">乙</a></p><p>[2024-01-02]<a href="/b">乙</a></p><p>丙</p>', "丙\n"),
        ('<p><a href="#_Toc1">甲</a></p><p><a href="#_Toc2">乙</a></p><p><a href="#_Toc3">丙</a></p>', "甲\n乙\n丙\n"),
        ("".join(f'<p><a href="/{n}">{n}、甲</a></p>' for n in "一二三"), "一、甲\n二、甲\n三、甲\n"),
        (
            "<table>" + '<tr><td><a href="/a">规章</a></td><td>1</td></tr>' * 3 + "</table>",
            "规章\t1\n" * 3,
        ),
    ],
)
def test_only_a_list_of_links_is_taken_out(links: str, text: str) -> None:
    assert read(f"<html><body>{links}</body></html>".encode()).text == text


@pytest.mark.parametrize(
    ("shown", "published"),
    [("", date(2024, 1, 19)), ("<p>发布时间：<b>2024-01-20</b></p>", date(2024, 1, 20))],
)
def test_day_of_publication_is_taken_from_the_head_where_the_page_shows_none(shown: str, published: date) -> None:
    meta = '<meta name="PubDate" content="2024-01-19 10:00"><meta name="ContentSource" content="青岚县">'
    page = f"<html><head>{meta}</head><body>{shown}{body('tidy')}</body></html>".replace("2024-01-19</td>", "</td>")
    source = read(page.encode())
    found = check(source).report.metadata
    assert found.published_date == published
    assert page[slice(*source.told(found.spans["published_date"]))] == str(published)


# ---------------------------------------------------------------- encodings

HEADS = {
    "nothing": "",
    "gb2312": '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
    "utf-8": "<meta charset=utf-8>",
    "xml": '<?xml version="1.0" encoding="gbk"?>',
}


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encoding_is_what_decodes_whatever_is_declared(head: str, encoding: str) -> None:
    page = f"{HEADS[head]}<html><body><p>海角市镕基街道2023年</p>{TABLE}</body></html>"
    source = read(page.encode(encoding))
    assert (source.text, source.damaged) == ("海角市镕基街道2023年\n行政许可\t12\n", 0)
    assert encode(source) == page.encode(encoding)


def test_big5_is_read_where_it_is_declared() -> None:
    page = f"<html><meta charset=big5><body><p>行政許可決定公開</p>{TABLE.replace('许', '許')}</body></html>"
    assert read(page.encode("big5")).text == "行政許可決定公開\n行政許可\t12\n"


@pytest.mark.parametrize("coding", ["base64", "8bit"])
def test_page_saved_with_its_parts_is_read(coding: str) -> None:
    page = f"<html><body>{TABLE}</body></html>".encode("gbk")
    content = base64.encodebytes(page) if coding == "base64" else page
    archive = (
        b'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--x"\r\n\r\n----x\r\n'
        b"Content-Type: text/css\r\n\r\np {}\r\n----x\r\nContent-Type: text/html; charset=gb2312\r\n"
        b"Content-Transfer-Encoding: " + coding.encode() + b"\r\n\r\n" + content + b"\r\n----x--\r\n"
    )
    source = read(archive)
    assert (source.text, encode(source)) == ("行政许可\t12\n", archive)
    assert source.origin is not None
    assert source.origin.edited([Edit(span=Span(5, 7), text="13")]) is None


def test_saved_page_without_a_page_is_damaged() -> None:
    assert [remark.code for remark in read(b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n").remarks] == [
        "RD-14"
    ]


# ---------------------------------------------------------------- texts that hold tables


def test_a_page_stands_in_a_message_of_one_part_or_beside_a_plain_text() -> None:
    page = b"Content-Type: text/html; charset=gb2312\n\n<p>" + "公开".encode("gbk")
    both = (
        b'Content-Type: multipart/alternative; boundary="x"\n\n--x\nContent-Type: text/plain\n\na\n--x\n'
        + page
        + b"\n--x--"
    )
    for data in (b"MIME-Version: 1.0\n" + page, b"MIME-Version: 1.0\n" + both, b"\xef\xbb\xbf" + both):
        assert read(data).text == "公开\n"


def test_a_frame_is_what_it_shows() -> None:
    parts = (
        b"Content-Type: text/html\n\n<p>\xe4\xb8\x8a</p><iframe height=1 src='cid:f@x'></iframe><p>\xe4\xb8\x8b</p>",
        b"Content-Type: text/html\nContent-ID: <f@x>\n\n<html><body><p>" + "框".encode("gbk"),
        b"Content-Type: text/html\nContent-Location: http://other/\n\n<p>none",
    )
    data = (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
        + b"\n--x\n".join(parts)
        + b"\n--x--\n"
    )
    assert read(data).text == "上\n框\n下\n"


def test_lines_around_tables_in_a_text_end_where_they_end() -> None:
    text = f"# 标题\n\n一、总体情况\n公开信息&lt;3条\n二、主动公开\n{TABLE}\n三、其他\n"
    assert read(text.encode()).text == "# 标题\n\n一、总体情况\n公开信息<3条\n二、主动公开\n行政许可\t12\n\n三、其他\n"


@pytest.mark.parametrize(
    "text", ["一、总体情况\n1 < 2\n", "| 甲 | 乙<br>丙 |\n| --- | --- |\n", "# 标题\n<div align=center>\n\n正文\n"]
)
def test_text_without_tables_in_html_stays_a_text(text: str) -> None:
    assert read(text.encode()).origin is None


# ---------------------------------------------------------------- places


def test_place_is_the_line_and_column_of_the_page() -> None:
    source = read(f"<html>\n<body>\n<p>甲</p>\n{TABLE}</body></html>".encode())
    at = source.text.index("12")
    assert (source.address(at)[:2], source.end_address(at + 2)[:2]) == ((4, 29), (4, 31))
    assert source.document[slice(*source.told(Span(at, at + 2)))] == "12"


# ---------------------------------------------------------------- written back


def edited(page: str, *edits: tuple[str, str], encoding: str = "utf-8") -> str | None:
    source = read(f"<html><body>{page}</body></html>".encode(encoding))
    assert source.origin is not None
    made = []
    for old, new in edits:
        at = source.text.index(old)
        made.append(Edit(span=Span(at, at + len(old)), text=new))
    data = source.origin.edited(made)
    return None if data is None else data.decode(encoding).removeprefix("<html><body>").removesuffix("</body></html>")


@pytest.mark.parametrize(
    ("page", "old", "new", "result"),
    [
        ("<p>公开信息</p>", "信息", "资料", "<p>公开资料</p>"),
        ("<p>公<b>开信</b>息</p>", "开信息", "文件", "<p>公<b>文件</b></p>"),
        ("<p>甲&ldquo;乙&rdquo;</p>", "“", "《", "<p>甲《乙&rdquo;</p>"),
        ("<p>甲 &amp; 乙</p>", "甲", "a<b>&", "<p>a&lt;b&gt;&amp; &amp; 乙</p>"),
        ("<p>公开\n  信息</p>", "公开信息", "文件", "<p>文件\n  </p>"),
        ("<p>year\n  2023</p>", "r 2", "2", "<p>yea2023</p>"),
    ],
)
def test_edit_changes_words_and_leaves_the_mark_up(page: str, old: str, new: str, result: str) -> None:
    assert edited(page, (old, new)) == result


@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        ("<p>甲</p><p>乙</p>", "甲\n乙", "丙"),
        ("<p>甲</p>", "甲", "乙\n丙"),
        ("<table><tr><td>甲<td>1</table>", "甲\t1", "2"),
        ("<ol><li>总体情况</ol>", "1.", "一、"),
    ],
)
def test_edit_of_what_is_no_text_of_the_page_is_refused(page: str, old: str, new: str) -> None:
    assert edited(page, (old, new)) is None


def test_character_that_the_encoding_lacks_is_written_as_a_reference() -> None:
    assert (
        edited("<p>甲乙丙丁戊己庚辛</p>", ("乙", "㐂𠮷"), encoding="gb18030")
        == "<p>甲&#13314;&#134071;丙丁戊己庚辛</p>"
    )


@pytest.mark.parametrize(
    ("cell", "filled"),
    [
        ("<td></td>", "<td>0</td>"),
        ("<td><p class=a><span>&nbsp;</span></p></td>", "<td><p class=a><span>0</span></p></td>"),
        ("<td>\n <p> </p></td>", "<td>\n <p>0 </p></td>"),
        ("<td>&nbsp;&nbsp;</td>", "<td>0</td>"),
        ("<td><br></td>", "<td>0<br></td>"),
        ('<td><input type=text value=""></td>', '<td><input type=text value="0"></td>'),
    ],
)
def test_blank_cell_is_written_into_inside_its_tags(cell: str, filled: str) -> None:
    page = f"<html><body><table><tr><td>许可</td>{cell}<td>2</td></tr></table></body></html>"
    source = read(page.encode())
    assert source.text == "许可\t\t2\n"
    assert source.origin is not None
    assert source.origin.edited([Edit(span=Span(3, 3), text="0")]) == page.replace(cell, filled).encode()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_fixed_page_is_the_same_but_for_its_words(encoding: str) -> None:
    page = FRAME.replace("REPORT", body("tidy").replace("<h2>一、", "<h2>二、"))
    source = read(page.encode(encoding))
    done = fix(source)
    assert done.refused == ()
    assert encode(done.source) == page.replace("<h2>二、总体", "<h2>一、总体").encode(encoding)


# ---------------------------------------------------------------- hostile pages


def test_tables_in_tables_without_end_are_refused() -> None:
    assert [remark.code for remark in read(b"<table><tr><td>" * 500).remarks] == ["RD-16"]
    assert read(b"<table><tr><td>" * 50).remarks == ()


def test_merges_without_end_are_refused() -> None:
    page = b"<table>" + b"<tr><td rowspan=65534>5<td rowspan=65534>6" * 2_000
    assert [remark.code for remark in read(page).remarks] == ["RD-16"]


def test_page_of_more_cells_than_many_reports_have_is_refused() -> None:
    assert [remark.code for remark in read(b"<table>" + b"<tr><td>1<td>2" * 100_001).remarks] == ["RD-10"]


def test_page_over_the_limit_is_not_read() -> None:
    source = read(b"<html>" + b" " * 200, limits=Limits(file_bytes=100))
    assert [remark.code for remark in source.remarks] == ["RD-10"]


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<a ",
        "<!--",
        "<!",
        "</",
        '<a b=">" ',
        "<a b='\">",
        "<div>",
        "<title>",
        "<iframe>",
        "<textarea>",
        "&#",
        "<ol>",
        "<pre>\t",
        "<div hidden>",
        "<td colspan=1000>",
        "<tr><td rowspan=0>x",
        "<table></table",
        "<style>",
        "<a href=x>甲<p>",
        "<select>",
        "<select><option>甲",
        "<style>.x{",
        "<style>.x{display:none}</style><td class=x>",
    ],
)
def test_any_mark_up_is_read_in_time_in_proportion(piece: str) -> None:
    assert read((piece * 20_000).encode(), name="x.html").name == "x.html"
