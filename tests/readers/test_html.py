"""What a page of HTML shows, as lines and cells."""

from __future__ import annotations

import pytest

from giar_lark import read
from giar_lark.readers.formats import format_of
from giar_lark.readers.limits import Limits
from giar_lark.source.source import Source


def page(html: str, limits: Limits | None = None) -> Source:
    return read(f"<html><body>{html}</body></html>".encode(), limits=limits or Limits())


def text_of(html: str) -> str:
    return page(html).text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>一、总体情况</p><p>本年</p>", "一、总体情况\n本年\n"),
        ("<p>一、总体情况<p>本年", "一、总体情况\n本年\n"),
        ("<div>第一行<br>第二行<br/><br>第三行</div>", "第一行\n第二行\n第三行\n"),
        ("<p>公开<b>2</b>6条</p>", "公开26条\n"),
        ("<p>公开\n  信息</p>", "公开信息\n"),
        ("<p>year\n  2023 报告</p>", "year 2023 报告\n"),
        ("<p><span lang=EN-US>  12 </span><span> 3</span></p>", "12 3\n"),
        ("<p>&nbsp;甲&ldquo;乙&rdquo;&#19993;&#x4e01;&lt;&amp;</p>", "\xa0甲“乙”丙丁<&\n"),
        ("<p>&nbsp2023&lt5&unknown;&</p>", "\xa02023<5&unknown;&\n"),
        ("前</span></div>中</p></td></tr></table>后", "前\n中\n后\n"),
        ("<p title='a>b' data=\"<p>\">甲<i class=it's>乙</i></p>", "甲乙\n"),
        ("3<5 且 a<b", "3<5 且 a\n"),
        ("<pre>甲\t1\n\n乙  2</pre>", "甲\t1\n\n乙  2\n"),
        ("<div style='white-space: pre-wrap'>甲\n<div>乙\n丙</div>\n丁</div>戊", "甲\n乙\n丙\n\n丁\n戊\n"),
    ],
)
def test_lines_are_those_that_a_browser_shows(html: str, text: str) -> None:
    assert text_of(html) == text


@pytest.mark.parametrize(
    "unshown",
    [
        "<script>if (a < b) document.write('<p>x</p>')</script>",
        "<SCRIPT>x</ScRiPt >",
        "<style>p { color: red }</style>",
        "<!-- <p>x</p> -->",
        "<!--[if gte mso 9]><xml><w:View>x</w:View></xml><![endif]-->",
        "<!--x--!>",
        "<!-->",
        "<![if !vml]><![endif]>",
        "<?xml:namespace prefix = o />",
        "<template><p>x</p></template>",
        "<noscript>x</noscript>",
        "<iframe src=x.pdf>x</iframe>",
        "<svg><title>x</title></svg>",
        "<button>x</button>",
        "<div style='display:none'>x<div>y</div>z</div>",
        "<div STYLE='color:red; DISPLAY : NONE'>x</div>",
        "<span hidden>x</span>",
        "<p style='visibility:hidden'>x",
        "<span style='font-size: 0px; color:red'>x</span><i style='opacity:0'>x</i>",
        "<table style='display:none'><tr><td>x<td>y</table>",
        "<img alt=x><input type=hidden value=x>",
        "<xml><o:p>x</o:p></xml>",
    ],
)
def test_what_is_not_shown_is_not_read(unshown: str) -> None:
    assert text_of(f"<p>甲</p>{unshown}<p>乙</p>") == "甲\n乙\n"


@pytest.mark.parametrize(
    "style",
    [
        "mso-hide:all",
        "font-size:1px",
        "color: transparent",
        "color:rgba(0, 0, 0, 0)",
        "color:#fff; background-color:white",
        "position:absolute;left:-9999px",
        "display:inline-block;text-indent:-99em",
        "position:absolute;clip:rect(0, 0, 0, 0)",
        "clip-path: inset(50%)",
        "transform:scale(0)",
        "display:inline-block;width:0;overflow:hidden",
        "content-visibility:hidden",
        "opacity:0",
    ],
)
def test_words_that_cannot_be_seen_are_not_read(style: str) -> None:
    for own, sheet in ((f"style='{style}'", ""), ("class=x", f"<style>.x{{{style}}}</style>")):
        assert text_of(f"{sheet}<table><tr><td>甲<td><span {own}>9</span>1</table>") == "甲\t1\n"


def test_what_only_looks_hidden_is_read() -> None:
    assert (
        text_of("<p style='overflow:hidden' class='hidden'>甲</p><p style='display:block;x-display:none'>乙</p>")
        == "甲\n乙\n"
    )
    assert text_of("<div style='font-size:0'><span style='font-size:0.9em;opacity:0.5'>甲</span></div>") == "甲\n"
    for style in (
        "color:#fff;background:#c00",
        "width:0",
        "color:rgba(0,0,0,0.8)",
        "text-indent:-2em",
        "font-size:10px",
    ):
        assert text_of(f"<p><span style='{style}'>甲</span></p>") == "甲\n"


@pytest.mark.parametrize(
    ("sheet", "text"),
    [
        (".x{display:none}", "甲\t1\n"),
        ("td.y, span.x { color: red; visibility: hidden } .y {}", "甲\t1\n"),
        ("/* .x{} */ @charset 'a'; p{} .x{Display:None} @media print { .x { display: block } }", "甲\t1\n"),
        ("@media print { .x { display: none } } .x { color: red }", "甲\t21\n"),
        ("@media screen { .x { display: none } } p { color: red }", "甲\t1\n"),
        ("@media screen and (max-width: 600px) { .x { display: none } }", "甲\t21\n"),
        ("table td .y, tr > td>span.x { display: none }", "甲\t1\n"),
        ("#a td .x, .b td .x { display: none }", "甲\t21\n"),
        (".x{display:none} .x{display:inline}", "甲\t21\n"),
        ("#a .x{display:none} .x:hover{display:none} .x .z{display:none} .x{", "甲\t21\n"),
    ],
)
def test_class_that_a_style_sheet_hides_is_not_read_in_a_table(sheet: str, text: str) -> None:
    table = "<table><tr><td>甲<td><span class='z x'>2</span>1</table>"
    assert text_of(f"<style>{sheet}</style>{table}") == text


def test_part_of_the_page_that_a_style_sheet_hides_may_be_shown_by_its_scripts() -> None:
    page = "<style>.tab{display:none}</style><table><tr><td>甲<div class=tab>乙</div><td>1</table><p class=tab>丙</p>"
    assert text_of(page) == "甲乙\t1\n丙\n"


def test_number_in_a_cell_that_a_style_sheet_hides_is_not_read() -> None:
    page = "<style>.old{display:none}</style><table><tr><td>甲<td><p class=old>9</p><p>1</p><td><div class=old>7</div></table>"
    assert text_of(page) == "甲\t1\t\n"


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ("<option>1<option>2", "甲\t1\n"),
        ("<option value=1>1</option><option selected value=2>2</option><option>3</option>", "甲\t2\n"),
        ("<optgroup label=x><option>1<option selected='selected'>2</optgroup>", "甲\t2\n"),
    ],
)
def test_field_shows_the_option_that_is_chosen(options: str, text: str) -> None:
    assert text_of(f"<table><tr><td>甲<td><select>{options}</select></table>") == text


def test_hidden_cell_without_its_end_hides_no_other() -> None:
    assert (
        text_of("<table><tr><td>甲<td style='display:none'>x<td>1<tr style='display:none'><td>y<tr><td>乙<td>2</table>")
        == "甲\t1\n乙\t2\n"
    )


def test_hidden_span_without_its_end_hides_no_other_cell() -> None:
    assert text_of("<table><tr><td>甲<span hidden>x</td><td>1</td></tr></table><p>乙</p>") == "甲\t1\n乙\n"


# ---------------------------------------------------------------- tables

HEAD = "<table><tr><td>名称<td>甲<td>乙<td>丙"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<table><tr><td>规章</td><td>1</td></tr></table>", "规章\t1\n"),
        ("<table><tr><td>规章<td>1<tr><th>办法<td>2</table>", "规章\t1\n办法\t2\n"),
        ("<td>规章<td>1<tr><td>办法<td>2", "规章\t1\n办法\t2\n"),
        ("<table><tr><td>规章<td><td>&nbsp;<td>  </table>", "规章\t\t\t\n"),
        ("<table><tr><td>行政<br>许可<td>1<br>2<td><p>3</p>\n<p>4</p></table>", "行政许可\t1 2\t3 4\n"),
        ("<table><tr><td rowspan=2>三、<td>（一）<td>1<tr><td>（二）<td>2</table>", "三、\t（一）\t1\n（二）\t2\n"),
        ("<table><tr><td colspan=3>四、结转<td>1</table>", "四、结转\t1\n"),
        (
            "<table><tfoot><tr><td>总计<td>3<tbody><tr><td>甲<td>1<thead><tr><td>名<td>数</table>",
            "名\t数\n甲\t1\n总计\t3\n",
        ),
        ("<table><caption>表一</caption><tr><td>甲<td>1</table>后", "表一\n甲\t1\n后\n"),
        ("<table><tr><td>许可<td>12<sup>①</sup><td>5<sup>1</sup><td>m<sup>2</sup></table>", "许可\t12[①]\t5[1]\tm2\n"),
        (
            "<table><tr><td>许可<td>-<sup>1</sup><td>5<span style='vertical-align:super'>1</span></table>",
            "许可\t-[1]\t5[1]\n",
        ),
        (
            "<table><tr><td>许可<td>5<i style='position:relative; top:-4px'>1</i><td>5<b style='font-size:60%'>1</b>"
            "<td style='vertical-align:top'>5<b style='vertical-align: 3px'>1</b><td><b style='font-size:70%'>12</b>",
            "许可\t5[1]\t5[1]\t5[1]\t12\n",
        ),
        (
            "<table><tr><td>许可<td><input value='12'><td><input type=radio value=x>3<td><textarea>4\n</textarea></table>",
            "许可\t12\t3\t4\n",
        ),
        (
            "<table><tr><td>许可<sup>1</sup><td>12<tr><td>强制<sup> ② </sup><td><sup>3</sup>",
            "许可[1]\t12\n强制 ②\t3\n",
        ),
        ("<table><tr><td>许可<td>12<small>1</small><td><small>3</small>5</table>", "许可\t12 1\t3 5\n"),
        ("<table><tr><td>许可<td><table><tr><td>12</table><td>3</table>", "许可\t12\t3\n"),
        ("<table><tr><td>许可<td>1</td></td></p></td><td>2</tr></tr></table></table>", "许可\t1\t2\n"),
    ],
)
def test_row_is_a_line_and_a_cell_a_field(html: str, text: str) -> None:
    assert text_of(html) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<table><tr><td>菜单<td><p>标题</p><table><tr><td>甲<td>1</table>后</table>", "菜单\n标题\n甲\t1\n后\n"),
        (
            "<table><tr><td><table><tr><td>栏<td>目</table><tr><td><table><tr><td>甲<td>1</table></table>",
            "栏\t目\n甲\t1\n",
        ),
        (
            "<table><tr><td>导航<td>" + "<p>很长的一段话，讲全年的工作。</p>" * 30 + "</table>",
            "导航\n" + "很长的一段话，讲全年的工作。\n" * 30,
        ),
    ],
)
def test_table_that_only_lays_out_the_page_is_unfolded(html: str, text: str) -> None:
    assert text_of(html) == text


def test_row_of_widths_behind_a_table_is_no_row() -> None:
    widths = "<tr height=0><td width=9></td><td width=9></td></tr>"
    for low in (widths, f"<![if !supportMisalignedColumns]>{widths.replace(' height=0', '')}<![endif]>"):
        assert text_of(f"<table><tr><td>甲<td></tr>{low}</table>") == "甲\t\n"


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ("<td>规章<td colspan=3>5", "规章\t5?\t5?\t5?"),
        ("<td>规章<td>1<td colspan=2>&nbsp;", "规章\t1\t\t"),
        ("<td>规章<td>1<td colspan=2>/", "规章\t1\t/\t/"),
        ("<td>规章<td rowspan=2>5<td>1<td>2<tr><td>办法<td>3<td>4", "规章\t5?\t1\t2\n办法\t5?\t3\t4"),
        (
            "<td>规章<td>1<td>2<td rowspan=0>无<tr><td>办法<td>3<td>4<tr><td>令<td>5<td>6",
            "规章\t1\t2\t无\n办法\t3\t4\t无\n令\t5\t6\t无",
        ),
        ("<td>规章<td rowspan=2><td>1<td>2<tr><td>办法<td>3<td>4", "规章\t\t1\t2\n办法\t\t3\t4"),
        ("<td colspan=4>", "\t\t\t"),
        ("<td colspan=4>/", "/\t/\t/\t/"),
        ("<td colspan=4>第二项", "第二项"),
    ],
)
def test_merged_cell_has_every_place_that_it_covers(cells: str, text: str) -> None:
    assert text_of(f"{HEAD}<tr>{cells}</table>") == f"名称\t甲\t乙\t丙\n{text}\n"


def test_number_under_one_merged_label_has_one_place() -> None:
    source = page("<table><tr><td>名称<td colspan=3>数量<tr><td>许可<td colspan=3>5</table>")
    assert (source.text, source.remarks) == ("名称\t数量\n许可\t5\n", ())


def test_number_over_several_cells_is_told_at_its_place() -> None:
    source = page(f"{HEAD}<tr><td>规章<td colspan=2><b>1</b>5<td>2</table>")
    assert [(remark.code, source.document[slice(*source.told(remark.span))]) for remark in source.remarks] == [
        ("RD-20", "1</b>5")
    ]


def test_struck_words_are_told_and_not_read() -> None:
    for struck in ("<del>5</del>", "<span style='text-decoration: line-through'>5</span>"):
        source = page(f"<table><tr><td>许可<td>{struck}7</table>")
        assert (source.text, [remark.code for remark in source.remarks]) == ("许可\t7\n", ["RD-19"])


@pytest.mark.parametrize("shown", ["<svg width=9><title>9</title><text x=1>1</text></svg>", "<math><mn>1</mn></math>"])
def test_drawn_number_is_read_in_a_cell(shown: str) -> None:
    assert text_of(f"<table><tr><td>甲<td>{shown}</table><p>乙{shown}</p>") == "甲\t1\n乙\n"


def test_numbers_of_a_formula_are_not_joined() -> None:
    power = "<math><msup><mn>12</mn><mn>1</mn></msup><annotation>5</annotation></math>"
    assert text_of(f"<table><tr><td>甲<td>{power}</table>") == "甲\t12 1\n"


@pytest.mark.parametrize(
    "picture", ["<img src=n.png>", "<canvas>1</canvas>", "<svg><path d=M0></svg>", "<object data=x></object>"]
)
def test_picture_in_the_place_of_a_number_is_told(picture: str) -> None:
    source = page(f"<table><tr><td>甲<td>{picture}<td>5</table>")
    assert (source.text, [(remark.code, remark.span.start) for remark in source.remarks]) == (
        "甲\t\t5\n",
        [("RD-19", 2)],
    )


def unseen(html: str) -> tuple[str, list[tuple[str, list[int]]]]:
    source = page(html)
    return source.text, [
        (remark.message.zh, [remark.span.start, *(span.start for span, _ in remark.related)])
        for remark in source.remarks
    ]


def test_pictures_of_one_table_are_told_together_in_rows_of_two_cells_too() -> None:
    row, table = "<tr><td>甲<td><canvas></canvas>", "<table><tr><td>乙<td>1{}</table>"
    assert unseen(f"{table.format(row * 2)}<p>丙</p>{table.format(row)}") == (
        "乙\t1\n甲\t\n甲\t\n丙\n乙\t1\n甲\t\n",
        [("这张表有 2 格是图片，图片里的内容没有读取", [6, 9]), ("这里是一张图片，图片里的内容没有读取", [18])],
    )


def test_picture_is_told_in_a_row_that_holds_nothing_else() -> None:
    picture = "<td><img src=n.png>"
    assert [told for _, told in unseen(f"<table><tr><td>甲<td>乙<td>丙<tr>{picture * 3}</table>")[1]] == [[6, 7, 8]]
    assert unseen(f"<table><tr>{picture * 3}</table>")[1] == []


@pytest.mark.parametrize(
    "cell",
    [
        "<td><b data-num=9></b>",
        "<td><span class='n x' data-v=9></span>",
        "<td><i class=d9></i>",
        "<td class=five>",
        "<td><em></em>",
    ],
)
def test_figures_that_are_drawn_on_an_element_are_told(cell: str) -> None:
    sheet = ".n::before{content:attr(data-v)} td.five:after{content:'5'} table em:before{content:counter(n)}"
    assert unseen(f"<style>{sheet}</style><table><tr><td>甲{cell}<td>5</table>") == (
        "甲\t\t5\n",
        [("这里的内容由样式或脚本画出，没有读取", [2])],
    )


def test_rest_of_a_number_that_is_drawn_is_told() -> None:
    assert unseen("<table><tr><td>甲<i class=x></i><td>-<i class=d9></i><td>5</table>") == (
        "甲\t-\t5\n",
        [("这里的内容由样式或脚本画出，没有读取", [3])],
    )


def test_what_is_drawn_on_an_element_and_no_figure_is_nothing() -> None:
    sheet = "td:before{content:attr(data-label)} td:after{content:'件'} .x::after{content:'\\4ef6'}"
    row = "<tr><td data-label=甲>甲<td data-label=乙 class=x><td><span data-v-123=1 data-row=2></span>"
    assert unseen(f"<style>{sheet}</style><table>{row}</table>") == ("甲\t\t\n", [])


@pytest.mark.parametrize(
    "cell",
    [
        "<td><span style='color:#fff'>9</span>",
        "<td style='color:#FEFEFE'>9",
        "<td><font color=white>9</font>",
        "<td><p style='color:white'><b>9</b></p>",
        "<td><p style='font-size:1px'>9</p>",
        "<td style='font-size:0'>9",
        "<td bgcolor=#ffff00><span style='color: #FF0'>9</span>",
        "<td style='background-color:rgb(1, 2, 3);color:#010203'>9",
        "<td class=white>9",
    ],
)
def test_figures_that_nobody_sees_are_told_and_not_read(cell: str) -> None:
    sheet = "<style>p{color:black} td.white{color:white}</style>"
    assert unseen(f"{sheet}<table><tr><td>甲{cell}<td>5</table>") == (
        "甲\t\t5\n",
        [("这里有看不见的文字“9”，没有读取", [2])],
    )


def test_figures_that_nobody_sees_are_told_once_for_a_table_and_are_no_part_of_others() -> None:
    white = "<font color=#fff>9</font>"
    assert unseen(f"<table><tr><td>甲<td>{white}12<td>7{white}<td>{white}</table>") == (
        "甲\t12\t7\t\n",
        [("这张表有 3 处看不见的文字（“9”等），没有读取", [2, 6, 7])],
    )


@pytest.mark.parametrize(
    "row",
    [
        "<td>甲<td style='background:#036'><b style='color:white'>9</b>",
        "<td>甲<td class='dark white'>9",
        "<td style='color:white'>甲<td><font color=white>一<font color=red>9</font></font>",
        "<td style='font-size:0'><span style='font-size:9pt'>甲</span><td><b style='color:#fff;background:red'>9</b>",
        "<td style='color:white'>甲<td>9",
    ],
)
def test_white_on_a_ground_of_its_own_and_white_words_are_read(row: str) -> None:
    text, told = unseen(f"<style>.white{{color:#fff}} .dark{{background:#036}}</style><table><tr>{row}</table>")
    assert (text.replace("一", ""), told) == ("甲\t9\n", [])


def test_picture_that_names_its_number_is_told_beside_any_label() -> None:
    source = page("<table><tr><td>甲<td><img src=n.png alt=12></table>")
    assert [remark.code for remark in source.remarks] == ["RD-19"]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>甲<td><img src=spacer.gif><td>5</table>",
        "<table><tr><td>甲<td><img src=n.png width=1><td>5</table>",
        "<table><tr><td>甲<td><img src=n.png style='display:none'><canvas hidden></canvas><td>5</table>",
        "<table><tr><td>甲<td>6<img src=up.png><td>5</table>",
        "<table><tr><td>扫一扫<td><img src=code.png></table>",
        "<table><tr><td><img src=a.png><td><img src=b.png><td><img src=c.png></table><img src=d.png alt=5>",
    ],
)
def test_ornament_is_not_told(table: str) -> None:
    assert page(table).remarks == ()


# ---------------------------------------------------------------- lists


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<ol><li>总体情况<li>公开</ol>", "1.总体情况\n2.公开\n"),
        ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", "3.甲\n7.乙\n8.丙\n"),
        ("<ol style='list-style-type:cjk-ideographic' start=10><li>甲<li>乙</ol>", "十、甲\n十一、乙\n"),
        ("<ol type=I><li>甲<ol type=a><li>乙</ol><li>丙</ol>", "I.甲\na.乙\nII.丙\n"),
        ("<ol><li>一、总体情况<li>（二）公开</ol>", "一、总体情况\n（二）公开\n"),
        ("<ol style='list-style:none'><li>甲</ol><ul><li>乙</ul>", "甲\n乙\n"),
        ("<ol reversed start=2><li><p>甲</p><li>乙</ol>", "2.甲\n1.乙\n"),
    ],
)
def test_items_have_the_numbers_that_a_browser_shows(html: str, text: str) -> None:
    assert text_of(html) == text


def test_a_text_in_the_mark_up_of_books_is_no_page() -> None:
    """It shares tags of paragraphs and tables with HTML, and its cells have tags of their own."""
    book = "<p>一、总体情况</p><table><row><cell>规章</cell><cell>0</cell></row></table>".encode()
    assert format_of(book, "a.txt") == "text"
    assert format_of(book.replace(b"row>", b"tr>").replace(b"cell>", b"td>"), "a.txt") == "html"
