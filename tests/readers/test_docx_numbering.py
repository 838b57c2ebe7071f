"""Automatic numbering: what Word shows in front of a paragraph is read with it."""

from __future__ import annotations

import pytest

from giar_lark.readers.docx.numerals import numeral
from giar_lark.readers.read import read
from readers.word_files import p, word


def level(at: int, form: str, text: str, more: str = "", *, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(name: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name: int, abstract: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def item(text: str, at: int = 0, list: int = 1, *, style: str = "") -> str:
    own = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbered = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list}"/></w:numPr>' if list >= 0 else ""
    return p(text, properties=own + numbered)


def lines(body: str, numbering: str, styles: str = "") -> list[str]:
    return read(word(body, parts={"numbering": numbering, "styles": styles}), name="a.docx").text.splitlines()


CHAPTERS = abstract(
    0,
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%1.%2.%3"),
)


def test_levels_count_on_and_begin_anew_below_a_higher_one() -> None:
    body = item("甲") + item("乙", 1) + item("丙", 1) + p("文") + item("丁", 2) + item("戊") + item("己", 1)
    assert lines(body, CHAPTERS + num(1, 0)) == [
        "一、甲",
        "（一）乙",
        "（二）丙",
        "文",
        "一.二.1丁",
        "二、戊",
        "（一）己",
    ]


def test_a_gap_behind_the_number_is_a_space() -> None:
    tab = CHAPTERS.replace('<w:suff w:val="nothing"/>', "")
    assert lines(item("总体情况"), tab + num(1, 0)) == ["一、 总体情况"]


def test_lists_with_one_definition_count_on_together_unless_one_has_its_own_start() -> None:
    own = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    both = CHAPTERS + num(1, 0) + num(2, 0) + num(3, 0, own)
    assert lines(item("甲") + item("乙", list=2) + item("丙", list=3) + item("丁", list=3), both) == [
        "一、甲",
        "二、乙",
        "四、丙",
        "五、丁",
    ]


def test_a_level_may_be_written_anew_or_never_begin_anew() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1.", start=3)}</w:lvlOverride>'
    assert lines(item("甲", list=2), CHAPTERS + num(2, 0, other)) == ["III.甲"]
    on = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'))
    assert lines(item("a") + item("b", 1) + item("c") + item("d", 1), on + num(1, 0)) == ["1.a", "1)b", "2.c", "2)d"]


def test_legal_numbering_is_in_plain_figures() -> None:
    legal = abstract(0, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert lines(item("甲") + item("乙", 1), legal + num(1, 0)) == ["一、甲", "1.1乙"]


def test_a_style_numbers_its_paragraphs_on_its_own_level() -> None:
    numbering = abstract(
        0,
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>'),
        level(1, "decimal", "%2.", '<w:pStyle w:val="H2"/>'),
    ) + num(1, 0)
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:type="paragraph" w:styleId="H1">{numbered}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="H2">{numbered}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="H1"/></w:style>'
    )
    body = item("甲", list=-1, style="H1") + item("乙", list=-1, style="H2") + item("丙", list=-1, style="Mine")
    assert lines(body + item("丁", list=0, style="H1"), numbering, styles) == ["一、甲", "1.乙", "二、丙", "丁"]


def test_a_list_may_take_its_levels_from_a_style() -> None:
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="S"/></w:abstractNum>'
    real = abstract(6, '<w:styleLink w:val="S"/>', level(0, "decimalEnclosedCircle", "%1"))
    assert lines(item("甲") + item("乙"), linked + real + num(1, 5)) == ["①甲", "②乙"]


def test_bullets_are_shown_and_hidden_numbers_are_not() -> None:
    bullet = abstract(0, level(0, "bullet", "\uf0d8", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'))
    assert lines(item("甲"), bullet + num(1, 0)) == ["➢甲"]
    hidden = abstract(0, level(0, "decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>"))
    assert lines(item("甲"), hidden + num(1, 0)) == ["甲"]


def test_deleted_paragraphs_are_not_counted() -> None:
    gone = p(
        "<w:del><w:r><w:delText>甲</w:delText></w:r></w:del>",
        properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>',
    )
    assert lines(gone + item("乙"), CHAPTERS + num(1, 0)) == ["一、乙"]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", ["1", "10", "12", "20", "105"]),
        ("chineseCounting", ["一", "十", "十二", "二十", "一○五"]),
        ("chineseCountingThousand", ["一", "十", "十二", "二十", "一百零五"]),
        ("japaneseCounting", ["一", "十", "十二", "二十", "百五"]),
        ("ideographDigital", ["一", "一〇", "一二", "二〇", "一〇五"]),
        ("chineseLegalSimplified", ["壹", "壹拾", "壹拾贰", "贰拾", "壹佰零伍"]),
        ("ideographTraditional", ["甲", "癸", "乙", "癸", "戊"]),
        ("ideographZodiac", ["子", "酉", "亥", "未", "申"]),
        ("decimalEnclosedCircle", ["①", "⑩", "⑫", "⑳", "105"]),
        ("decimalEnclosedParen", ["⑴", "⑽", "⑿", "⒇", "105"]),
        ("decimalEnclosedFullstop", ["⒈", "⒑", "⒓", "⒛", "105"]),
        ("ideographEnclosedCircle", ["㊀", "㊉", "12", "20", "105"]),
        ("decimalFullWidth", ["１", "１０", "１２", "２０", "１０５"]),
        ("decimalZero", ["01", "10", "12", "20", "105"]),
        ("upperLetter", ["A", "J", "L", "T", "AAAAA"]),
        ("lowerRoman", ["i", "x", "xii", "xx", "cv"]),
        ("ordinal", ["1st", "10th", "12th", "20th", "105th"]),
        ("none", ["", "", "", "", ""]),
        ("of another program", ["1", "10", "12", "20", "105"]),
    ],
)  # fmt: skip
def test_numbers_are_written_as_word_writes_them(form: str, expected: list[str]) -> None:
    assert [numeral(count, form) for count in (1, 10, 12, 20, 105)] == expected
