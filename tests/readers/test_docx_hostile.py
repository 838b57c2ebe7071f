"""Word documents that are locked, damaged, lying or made to do harm: one finding each, and nothing raised."""

from __future__ import annotations

from dataclasses import replace

import pytest

from giar_lark import check
from giar_lark.readers.limits import DEFAULT
from giar_lark.readers.read import read
from giar_lark.source.source import Source
from readers.word_files import NAMESPACES, p, packed, t, tbl, tc, unpacked, word

SOUND = word(p("甲"))


def changed(name: str, content: str | bytes) -> bytes:
    return packed({**unpacked(SOUND), name: content})


def document(body: str, before: str = "") -> bytes:
    return changed("word/document.xml", f"{before}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")


def codes(data: bytes, name: str = "a.docx") -> list[str]:
    source = read(data, name=name)
    assert not source.text
    return [finding.code for finding in check(source).findings]


LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1200) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (LOCKED, "RD-13"),
        (SOUND[:-40], "RD-14"),
        (SOUND[:200], "RD-14"),
        (changed("word/document.xml", "<w:document"), "RD-14"),
        (changed("word/document.xml", b""), "RD-14"),
        (changed("word/document.xml", "<a/>"), "RD-14"),
        (packed({name: data for name, data in unpacked(SOUND).items() if name != "word/document.xml"}), "RD-14"),
        (document(p("&b;"), BOMB), "RD-16"),
        (document(p("&a;"), OUTSIDE), "RD-16"),
        (changed("word/document.xml", b" " * 30_000_000), "RD-16"),
        (document("<w:sdt><w:sdtContent>" * 500 + p("深") + "</w:sdtContent></w:sdt>" * 500), "RD-16"),
    ],
    ids=range(11),
)
def test_one_finding_says_why_it_is_not_read(data: bytes, code: str) -> None:
    assert codes(data) == [code]


def test_a_damaged_part_for_looks_is_damage() -> None:
    assert codes(word(p("甲"), parts={"styles": "</w:styles>"})) == ["RD-14"]


def test_a_flipped_byte_raises_nothing() -> None:
    for at in range(0, len(SOUND), 7):
        data = SOUND[:at] + bytes([SOUND[at] ^ 0x55]) + SOUND[at + 1 :]
        assert isinstance(read(data, name="a.docx"), Source)


def test_the_name_does_not_matter() -> None:
    assert [read(SOUND, name=name).text for name in ("a.docx", "a.doc", "a.txt", "a.pdf", "-")] == ["甲\n"] * 5


def test_nesting_has_a_limit_at_tables_too() -> None:
    body = p("底")
    for _ in range(30):
        body = tbl([tc(body + p(""))])
    assert read(document(body), name="a.docx").text.strip() == "底"
    found = read(document(body), name="a.docx", limits=replace(DEFAULT, depth=40))
    assert [remark.code for remark in found.remarks] == ["RD-16"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encoding_of_a_part_does_not_matter(encoding: str) -> None:
    name = "UTF-8" if encoding == "utf-8-sig" else "UTF-16"
    text = f'<?xml version="1.0" encoding="{name}"?><w:document {NAMESPACES}><w:body>{p("甲")}</w:body></w:document>'
    assert read(changed("word/document.xml", text.encode(encoding)), name="a.docx").text == "甲\n"


def test_the_strict_form_is_read_like_the_other() -> None:
    strict = NAMESPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/"
    )
    text = f"<w:document {strict}><w:body>{p('甲')}{tbl(['乙', '1'])}</w:body></w:document>"
    assert read(changed("word/document.xml", text), name="a.docx").text == "甲\n乙\t1\n"


def test_the_text_may_be_in_a_part_of_another_name() -> None:
    assert read(word(p("甲"), main="word/document2.xml"), name="a.docx").text == "甲\n"


@pytest.mark.parametrize("name", ["hyperlink", "smartTag", "sdtContent"])
def test_the_deepest_nesting_allowed_is_read(name: str) -> None:
    opening, closing = (
        (f"<w:{name}>", f"</w:{name}>")
        if name != "sdtContent"
        else ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")
    )
    depth = 190 // opening.count("<")
    assert read(document(f"<w:p>{opening * depth}{t('深')}{closing * depth}</w:p>"), name="a.docx").text == "深\n"
    deep = replace(DEFAULT, depth=100_000)
    found = read(document(f"<w:p>{opening * 5000}{t('深')}{closing * 5000}</w:p>"), name="a.docx", limits=deep)
    assert [remark.code for remark in found.remarks] == ["RD-16"]


def test_a_long_insertion_is_one_change() -> None:
    found = read(document(p(f"<w:ins>{t('字') * 3000}</w:ins>")), name="a.docx")
    assert [(remark.span, len(remark.related)) for remark in found.remarks] == [((0, 3000), 0)]
