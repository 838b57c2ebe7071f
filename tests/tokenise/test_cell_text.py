"""What stands in a cell: number, blank, mark, or something that is none of them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giar_lark.tokenise.cell_text import MAX_DIGITS, read_cell, read_count, read_number
from synthetic.strategies import REPEATABLE


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("00", 0),
        ("12", 12),
        (" 12\n", 12),
        ("\xa012\u3000", 12),
        ("１２", 12),
        ("1,204", 1204),
        ("1，204", 1204),
        ("１，２０４", 1204),
        ("12,345,678", 12345678),
        ("+36", 36),
        ("-5", -5),
        ("−5", -5),
        ("－5", -5),
        ("4068.208", Decimal("4068.208")),
        ("282.1", Decimal("282.1")),
        ("3.0", 3),
        ("3.50", Decimal("3.5")),
        ("1,204.5", Decimal("1204.5")),
        ("**7**", 7),
        ("`7`", 7),
        ("1\\,204", 1204),
    ],
)
def test_a_number(text: str, value: int | Decimal) -> None:
    reading = read_cell(text)
    assert (reading.state, reading.value) == ("given", value)
    assert type(reading.value) is type(value)


@pytest.mark.parametrize("text", ["", " ", "\t", "\n", "\xa0", "\u3000", "\u2060", " \xa0\u3000\n"])
def test_a_blank(text: str) -> None:
    reading = read_cell(text)
    assert (reading.state, reading.value, reading.raw) == ("blank", None, "")


@pytest.mark.parametrize(
    "text", ["/", "-", "--", "—", "——", "无", "空", "不适用", "不涉及", "N/A", "－", "\\", "*", "~"]
)
def test_a_mark_keeps_its_spelling(text: str) -> None:
    reading = read_cell(f" {text} ")
    assert (reading.state, reading.value, reading.raw) == ("na", None, text)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("766202元", 766202, "元"),
        ("160.5964万元", Decimal("160.5964"), "万元"),
        ("12件", 12, "件"),
        ("12 件", 12, "件"),
        ("３条", 3, "条"),
    ],
)
def test_a_number_with_its_unit(text: str, value: int | Decimal, unit: str) -> None:
    reading = read_cell(text)
    assert (reading.state, reading.value, reading.unit, reading.raw) == ("given", value, unit, text)


def test_a_note_behind_a_number_is_not_read_as_one() -> None:
    reading = read_cell("22（其中修订16件）")
    assert (reading.state, reading.value, reading.raw) == ("given", 22, "22（其中修订16件）")
    assert "16" in reading.note


def test_a_sign_is_remembered() -> None:
    assert [read_cell(text).signed for text in ("+3", "-3", "3")] == [True, True, False]


def test_an_inferred_number_in_canonical_form() -> None:
    reading = read_cell("~5")
    assert (reading.state, reading.value) == ("inferred", 5)


@pytest.mark.parametrize(
    "text",
    [
        "1 2",
        "12 34",
        "1,2",
        "1,2045",
        "12,34",
        "O",
        "l2",
        "1.2.3",
        "3-4",
        "十二",
        "12个半",
        "?",
        "约12",
        "1e3",
        "0x1F",
        "NaN1",
    ],
)
def test_no_number(text: str) -> None:
    reading = read_cell(text)
    assert (reading.state, reading.value, reading.raw) == ("unreadable", None, text)


@pytest.mark.parametrize(
    ("digits", "state"), [(MAX_DIGITS, "given"), (MAX_DIGITS + 1, "unreadable"), (10_000, "unreadable")]
)
def test_a_number_too_long_to_count_anything(digits: int, state: str) -> None:
    assert read_cell("9" * digits).state == state


def test_commas_do_not_make_a_number_too_long() -> None:
    assert read_cell("1,000,000,000,000").value == 10**12


@REPEATABLE
@given(count=st.integers(0, 10**11))
def test_every_spelling_of_a_count_is_the_same_count(count: int) -> None:
    full = "".join(chr(ord(digit) + 0xFEE0) for digit in str(count))
    spellings = [str(count), f"{count:,}", f"{count:,}".replace(",", "，"), full, f" {count}\xa0", f"{count}件"]
    assert {read_cell(text).value for text in spellings} == {count}


@REPEATABLE
@given(text=st.text(max_size=12))
def test_only_a_text_with_digits_is_a_number_and_only_an_empty_one_is_blank(text: str) -> None:
    reading = read_cell(text)
    if reading.state == "given":
        assert any(char.isnumeric() for char in text)
    if reading.state != "given":
        assert reading.value is None
    if any(char.isalnum() for char in text):
        assert reading.state != "blank"


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("12①", ("given", 12, "①")),
        ("12 ⑴", ("given", 12, "⑴")),
        ("1,204²", ("given", 1204, "²")),
        ("①12", ("unreadable", None, "")),
        ("1①2", ("unreadable", None, "")),
        ("②", ("unreadable", None, "")),
    ],
)
def test_the_mark_of_a_note_is_no_digit(text: str, reading: tuple[str, int | None, str]) -> None:
    found = read_cell(text)
    assert ((found.state, found.value, found.note), found.raw) == (reading, text)


PLAIN = ["0", "7", "007", "12", "1234", "12345", "9" * MAX_DIGITS, "0" * MAX_DIGITS]


@pytest.mark.parametrize("text", [*PLAIN, "0.5", "12.50", "3.0", f"1.{'4' * 14}"])
def test_a_plain_number_reads_as_in_any_cell_however_often_it_comes(text: str) -> None:
    assert [read_number(text.encode()) for _ in range(3)] == [read_cell(text)] * 3


@pytest.mark.parametrize("text", PLAIN)
def test_plain_digits_are_the_count_that_they_read_as(text: str) -> None:
    assert [read_count(text.encode()) for _ in range(3)] == [read_cell(text).value] * 3


NOT_PLAIN = ["", " 1", "1 ", "+1", "-1", "1_0", "1,204", "１", "٣", "1.", ".5", "1.2.3", "1e3", "0x1", "5件", "~5", "/"]


@pytest.mark.parametrize("text", [*NOT_PLAIN, "9" * (MAX_DIGITS + 1), "0" * (MAX_DIGITS + 1), f"1.{'4' * 15}"])
def test_what_is_no_plain_number_is_refused(text: str) -> None:
    for read in (read_count, read_number):
        with pytest.raises(ValueError, match=r"^(?s:.*)$"):
            read(text.encode())


@pytest.mark.parametrize("text", ["0.5", "12.0"])
def test_a_fraction_is_no_count(text: str) -> None:
    with pytest.raises(ValueError, match=r"12\.0|0\.5"):
        read_count(text.encode())
