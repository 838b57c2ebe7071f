"""Edits of the text of a Word document, made in its `w:t`: in place, with the looks of the place, and nothing else changed."""

from __future__ import annotations

import pytest

from giar_lark.lang import Text
from giar_lark.readers.read import read
from giar_lark.source.span import Edit, Span
from readers.word_files import NAMESPACES, p, packed, t, tbl, tc, tr, unpacked, word

MAIN = "word/document.xml"
BOLD = "<w:b/>"
DELETED = "<w:del><w:r><w:delText>5</w:delText></w:r></w:del>"


def edited(data: bytes, old: str, new: str, *, at: int | None = None) -> bytes | Text | None:
    """A document in which a piece of its text, or an empty place, has another text."""
    source = read(data, name="a.docx")
    assert source.origin is not None
    start = source.text.index(old) if at is None else at
    return source.origin.edited([Edit(span=Span(start, start + len(old)), text=new)])


def assert_changed(data: bytes, place: tuple[str, str], xml: tuple[str, str], *, at: int | None = None) -> None:
    """With a text of the document replaced, its XML has one thing replaced, and no other part is touched."""
    done = edited(data, *place, at=at)
    assert isinstance(done, bytes)
    before, after = unpacked(data), unpacked(done)
    assert before[MAIN].decode().count(xml[0]) == 1
    assert after == {**before, MAIN: before[MAIN].decode().replace(*xml).encode()}


def test_only_the_text_of_the_run_changes() -> None:
    assert_changed(word(p(t("甲", BOLD), t("乙丙"), "丁")), ("乙", "已经"), ("乙丙", "已经丙"))


def test_an_edit_over_several_runs_goes_into_the_first() -> None:
    data = word(p(t("甲乙", BOLD), t("丙丁"), t("戊")))
    done = edited(data, "乙丙丁戊", "新")
    assert isinstance(done, bytes)
    assert unpacked(done)[MAIN].decode() == unpacked(data)[MAIN].decode().replace("甲乙", "甲新").replace(
        "丙丁", ""
    ).replace("戊", "")
    assert read(done, name="a.docx").text == "甲新\n"


def test_what_stays_at_the_ends_of_an_edit_stays_in_its_runs() -> None:
    data = word(p(t("一、", BOLD), t("目前存在"), t("的问题")))
    assert_changed(data, ("一、目前存在的问题", "一、存在的问题"), ("目前存在", "存在"))


def test_an_addition_goes_to_the_run_in_front() -> None:
    assert_changed(word(p(t("甲", BOLD), t("乙"))), ("", "新"), ("甲", "甲新"), at=1)


def test_marks_of_xml_are_written_as_such_and_spaces_are_kept() -> None:
    data = word("<w:p><w:r><w:t>A &amp; B</w:t></w:r></w:p>")
    done = edited(data, "B", "<C> ")
    assert isinstance(done, bytes)
    assert '<w:t xml:space="preserve">A &amp; &lt;C&gt; </w:t>' in unpacked(done)[MAIN].decode()
    assert read(done, name="a.docx").text == "A & <C> \n"


RUN = "<w:r><w:rPr><w:sz/></w:rPr><w:t>0</w:t></w:r>"


@pytest.mark.parametrize(
    ("cell", "filled"),
    [
        ("<w:p/>", f"<w:p>{RUN}</w:p>"),
        ('<w:p w:rsidR="1"></w:p>', f'<w:p w:rsidR="1">{RUN}</w:p>'),
        (
            "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t/></w:r></w:p>",
            "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>0</w:t></w:r></w:p>",
        ),
        (
            '<w:p><w:r><w:t xml:space="preserve"> </w:t></w:r></w:p>',
            '<w:p><w:r><w:t xml:space="preserve">0</w:t></w:r></w:p>',
        ),
    ],
)
def test_a_blank_cell_is_filled_with_the_looks_of_the_number_beside_it(cell: str, filled: str) -> None:
    data = word(tbl(tr("行", tc(cell), tc(p(t("3", "<w:sz/>"))))))
    assert_changed(data, ("", "0"), (cell, filled), at=2)


def test_without_a_number_beside_it_the_looks_are_those_of_the_paragraph() -> None:
    mark = '<w:rPr><w:sz w:val="21"/></w:rPr>'
    cell = f"<w:p><w:pPr>{mark}</w:pPr>{{}}</w:p>"
    data = word(tbl(["行", tc(cell.format(""))]))
    assert_changed(data, ("", "0"), (cell.format(""), cell.format(f"<w:r>{mark}<w:t>0</w:t></w:r>")), at=2)


def test_the_prefix_of_the_document_is_used() -> None:
    plain = NAMESPACES.replace("xmlns:w=", "xmlns=")
    text = (
        f"<document {plain}><body><tbl><tr><tc><p><r><t>行</t></r></p></tc><tc><p/></tc></tr></tbl></body></document>"
    )
    data = packed({**unpacked(word("")), MAIN: text})
    done = edited(data, "", "0", at=2)
    assert isinstance(done, bytes)
    assert "<p><r><t>0</t></r></p>" in unpacked(done)[MAIN].decode()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_the_encoding_of_the_part_is_kept(encoding: str) -> None:
    text = unpacked(word(p("甲乙")))[MAIN].decode().replace("UTF-8", "UTF-16" if encoding == "utf-16" else "UTF-8")
    done = edited(packed({**unpacked(word("")), MAIN: text.encode(encoding)}), "乙", "丙")
    assert isinstance(done, bytes)
    assert unpacked(done)[MAIN] == text.replace("乙", "丙").encode(encoding)


NUMBERED = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1、"/><w:suff w:val="nothing"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r><w:r>'
    f'<w:fldChar w:fldCharType="separate"/></w:r>{t("12")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BOUND = f"<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{t('值')}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("body", "old", "new", "reason"),
    [
        (p("甲", properties='<w:numPr><w:numId w:val="1"/></w:numPr>'), "1、", "一、", "这里是自动编号"),
        (p("甲", DELETED, "乙"), "甲乙", "丙", "这里有未接受的修订"),
        (p("甲", f"<w:ins>{t('乙')}</w:ins>"), "乙", "丙", "这里有未接受的修订"),
        (tbl(["行", tc(f"<w:p>{DELETED}</w:p>")]), "", "0", "这里有未接受的修订"),
        (p(FIELD), "12", "13", "这里的文字由域自动生成"),
        (p(BOUND), "值", "新", "这里是受控的内容控件"),
        (tbl(tr("行", tc("5", '<w:vMerge w:val="restart"/>')), tr("列", tc("", "<w:vMerge/>"))), "5?", "5", "这里是合并单元格"),
    ],
)  # fmt: skip
def test_what_is_not_the_text_of_its_place_is_not_edited_and_the_reason_is_given(
    body: str, old: str, new: str, reason: str
) -> None:
    data = word(body, parts={"numbering": NUMBERED})
    done = edited(data, old, new, at=None if old else 2)
    assert isinstance(done, Text)
    assert done.zh.startswith(reason)


@pytest.mark.parametrize(("old", "new"), [("甲\n乙", "丙"), ("乙", "丙\n丁"), ("乙", "丙\t丁")])
def test_nothing_is_edited_across_paragraphs(old: str, new: str) -> None:
    assert edited(word(p("甲") + p("乙")), old, new) is None


def test_a_signed_document_is_left_alone() -> None:
    data = packed({**unpacked(word(p("甲"))), "_xmlsignatures/sig1.xml": "<a/>"})
    done = edited(data, "甲", "乙")
    assert isinstance(done, Text) and "签名" in done.zh
