"""Signs that may also stand in cells part them where a row could not hold so many marks; and white space may part the first value
from its label. A blank is then no mark, and a mark no blank."""

from __future__ import annotations

import re

import pytest
from generator.numbers import Numbers, fresh_numbers, sound_numbers
from generator.values import BLANK, mark

from synthetic.layouts import LAYOUTS
from synthetic.reading import Reading, read_text
from tokenise.test_layouts_commute import wrong_cells

FULL = fresh_numbers()
SOUND = sound_numbers("2021", {"t3.granted.natural_person": 14, "t2.normative_documents.in_force": 41})
NUMBERS: dict[str, Numbers] = {
    "full": FULL,
    "first blank": FULL.changed({key: BLANK for key in FULL.cells if key.endswith(("natural_person", ".issued"))}),
    "scattered": FULL.changed(dict.fromkeys(list(FULL.cells)[1::3], BLANK)),
    "few": SOUND.changed({key: BLANK for key, value in SOUND.cells.items() if not value.value and key[:2] != "t4"}),
}
MARKED = FULL.changed(
    {
        **dict.fromkeys(list(FULL.cells)[2::5], BLANK),
        **{key: mark("—") for key in list(FULL.cells)[::4]},
        **{key: mark("/") for key in list(FULL.cells)[3::7]},
    }
)
LABELLED = re.compile(r"(?m)(?<=[^\d\t])\t(?=[\d\t]*$)")


def _unread(reading: Reading) -> list[str]:
    return [cell.key for cell in reading.report.cells if cell.state in ("unreadable", "missing")]


@pytest.mark.parametrize("numbers", NUMBERS)
@pytest.mark.parametrize("sign", [" / ", " - ", " * ", " ~ ", " — ", "、", "：", "__", " :: ", "/", "~"])
def test_a_sign_that_may_stand_in_a_cell_parts_cells(sign: str, numbers: str) -> None:
    reading = read_text(LAYOUTS["tab-rows"](NUMBERS[numbers]).replace("\t", sign))
    assert wrong_cells(NUMBERS[numbers], reading) == {}
    # a number in table 2 with no other in its row does not show what parts them
    assert [key for key in _unread(reading) if key[:2] != "t2" or numbers != "few"] == []


@pytest.mark.parametrize("sign", [" / ", " - ", " — "])
def test_a_mark_between_signs_like_it_is_no_blank(sign: str) -> None:
    reading = read_text(LAYOUTS["tab-rows"](MARKED).replace("\t", sign))
    assert wrong_cells(MARKED, reading) == {}
    assert _unread(reading) == []


@pytest.mark.parametrize("sign", ["/", "—"])
def test_marks_among_signs_of_the_same_kind_without_spaces_are_told(sign: str) -> None:
    reading = read_text(LAYOUTS["tab-rows"](MARKED).replace("\t", sign))
    assert wrong_cells(MARKED, reading) == {}


@pytest.mark.parametrize("lead", ["　", " ", "："])
@pytest.mark.parametrize("sign", [", ", "；", " | ", " / ", "、", " → ", "\t"])
@pytest.mark.parametrize("numbers", ["full", "scattered", "few"])
def test_the_first_value_may_stand_behind_its_label(numbers: str, sign: str, lead: str) -> None:
    rows = LAYOUTS["tab-rows"](NUMBERS[numbers])
    joined = "\n".join(_led(line, lead, sign) if "\t" in line else line for line in rows.split("\n"))
    reading = read_text(joined)
    assert wrong_cells(NUMBERS[numbers], reading) == {}
    assert [key for key in _unread(reading) if key[:2] == "t3"] == []


def _led(line: str, lead: str, sign: str) -> str:
    """A line whose labels a space parts, and its values a sign."""
    fields = line.split("\t")
    last = max((number for number, field in enumerate(fields) if re.search(r"[^\W\d]", field)), default=-1)
    wanted = 7 if len(fields) > 5 else 15
    labels, values = [field for field in fields[: last + 1] if field], fields[last + 1 :][-wanted:]
    return " ".join(labels) + (lead + sign.join(values) if values else "")
