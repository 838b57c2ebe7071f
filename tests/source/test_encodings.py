"""The same report in any encoding and with any line break gives the same cells."""

from __future__ import annotations

import codecs

import pytest
from generator.numbers import fresh_numbers

from giar_lark.readers.read import read
from synthetic.layouts import KEEPING
from synthetic.reading import read_source

NUMBERS = fresh_numbers("2019")
ENCODED = {
    "UTF-8": ("utf-8", b""),
    "UTF-8 with a byte order mark": ("utf-8", codecs.BOM_UTF8),
    "UTF-16 little endian": ("utf-16-le", codecs.BOM_UTF16_LE),
    "UTF-16 big endian": ("utf-16-be", codecs.BOM_UTF16_BE),
    "UTF-16 little endian without a mark": ("utf-16-le", b""),
    "UTF-16 big endian without a mark": ("utf-16-be", b""),
    "UTF-32": ("utf-32-le", codecs.BOM_UTF32_LE),
    "GB18030": ("gb18030", b""),
    "GBK": ("gbk", b""),
}
TEXT = KEEPING["tab-rows"](NUMBERS)


@pytest.mark.parametrize("name", ENCODED)
def test_an_encoding_is_found_without_asking(name: str) -> None:
    encoding, mark = ENCODED[name]
    source = read(mark + TEXT.encode(encoding))
    assert source.text.lstrip("\ufeff") == TEXT
    assert source.damaged == 0
    assert read_source(source).readings == NUMBERS.readings


@pytest.mark.parametrize("break_", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("layout", ["canonical", "tab-led", "tab-rows", "markdown", "bar-lines", "html"])
def test_a_line_break_of_any_system(layout: str, break_: str) -> None:
    text = KEEPING[layout](NUMBERS)
    reading = read_source(read(text.replace("\n", break_).encode()))
    assert reading.source.document == text.replace("\n", break_)
    assert reading.readings == NUMBERS.readings
    assert reading.codes == []


def test_characters_that_no_encoding_settles_are_told_once_and_cost_their_cell_only() -> None:
    data = TEXT.encode().replace("行政许可".encode(), b"\xff" + "行政许可".encode(), 1)
    reading = read_source(read(data))
    assert reading.source.damaged == 1
    assert reading.codes == ["RD-05"]
    assert reading.covered(reading.findings[0]) == "\ufffd"
    assert reading.readings == NUMBERS.readings


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a zip archive", b"PK\x03\x04\x14\x00\x00\x00"),
        ("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
        ("an old Word document", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("zero bytes", b"\x00" * 64),
        ("noise", bytes(range(256)) * 4),
    ],
)
def test_bytes_that_are_no_text(name: str, data: bytes) -> None:
    source = read(data)
    assert source.binary
    assert source.text == ""
    assert {cell.state for cell in read_source(source).report.cells} == {"missing"}


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("ab\ncd", 0, (1, 1)),
        ("ab\ncd", 2, (1, 3)),
        ("ab\ncd", 3, (2, 1)),
        ("ab\r\ncd", 4, (2, 1)),
        ("ab\rcd", 3, (2, 1)),
        ("一二\n三", 4, (2, 2)),
        ("\U00020000b", 1, (1, 2)),
        ("", 0, (1, 1)),
    ],
)
def test_lines_and_columns_count_code_points_from_one(text: str, offset: int, place: tuple[int, int]) -> None:
    assert read(text.encode()).place(offset) == place


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
def test_a_line_span_leaves_its_line_break_out(break_: str) -> None:
    source = read(f"一{break_}二三{break_}".encode())
    assert source.line_count() == 3
    assert [source.text[slice(*source.line_span(line))] for line in (1, 2, 3)] == ["一", "二三", ""]
