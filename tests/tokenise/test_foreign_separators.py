"""Signs that nobody thought of part the cells of a table as tabs do: a blank cell keeps its place, and none slips."""

from __future__ import annotations

import re
from random import Random

import pytest
from generator.numbers import Numbers, fresh_numbers, sound_numbers
from generator.values import BLANK

from synthetic.layouts import LAYOUTS
from synthetic.reading import read_text
from tokenise.test_layouts_commute import wrong_cells

FULL = fresh_numbers()
BLANKS: dict[str, Numbers] = {
    "full": FULL,
    "first": FULL.changed({key: BLANK for key in FULL.cells if key.endswith(("natural_person", ".issued"))}),
    "scattered": FULL.changed(dict.fromkeys(list(FULL.cells)[1::3], BLANK)),
    "all but totals": FULL.changed({key: BLANK for key in FULL.cells if key[:2] == "t3" and not key.endswith("total")}),
}
SIGNS = ("&", "·", "→", "^", "@", "•", ":", ">", "%", "=", "$", "#", "¦", "❘", "⏐", "※", "▏", "+", "＋")


@pytest.mark.parametrize("blanks", BLANKS)
@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_between_cells_keeps_their_places(sign: str, blanks: str) -> None:
    numbers = BLANKS[blanks]
    reading = read_text(LAYOUTS["tab-rows"](numbers).replace("\t", f" {sign} "))
    assert wrong_cells(numbers, reading) == {}
    assert [cell.key for cell in reading.report.cells if cell.state == "unreadable" and cell.key[:2] != "t4"] == []


@pytest.mark.parametrize("lead", ["→", "=", "＝", "►"])
@pytest.mark.parametrize("blanks", ["full", "scattered"])
def test_another_sign_may_lead_from_the_label_to_the_cells(blanks: str, lead: str) -> None:
    numbers = BLANKS[blanks]
    lines = LAYOUTS["tab-rows"](numbers).split("\n")
    led = [re.sub(r"(?<=[^\d\t])\t(?=[\d\t])", f" {lead} ", line, count=1).replace("\t", " ⇢ ") for line in lines]
    reading = read_text("\n".join(led))
    assert wrong_cells(numbers, reading) == {}
    unread = [cell.key for cell in reading.report.cells if cell.state in ("unreadable", "missing")]
    assert unread == [] or blanks != "full"


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("spaces", [2, 3, 4, 5])
def test_no_value_slips_where_so_many_spaces_part_the_cells(spaces: int, seed: int) -> None:
    random = Random(seed)
    numbers = sound_numbers("2021", {"t3.granted.natural_person": 14, "t2.normative_documents.in_force": 41})
    blanks = {key: BLANK for key in numbers.cells if random.random() < (0.05, 0.35)[seed % 2]}
    text = LAYOUTS["tab-rows"](numbers.changed(blanks)).replace("\t", " " * spaces)
    assert wrong_cells(numbers.changed(blanks), read_text(text)) == {}


def _wiki(text: str) -> str:
    lines = [f"|-\n| {line.replace(TAB, ' || ')}" if TAB in line else line for line in text.split("\n")]
    return "\n".join(lines)


def _wiki_with_header(text: str) -> str:
    return '{| class="wikitable"\n' + _wiki(text).replace("| 信息内容", "! 信息内容") + "\n|}"


TAB = "\t"
DOUBLED = {
    "confluence": lambda text: "\n".join(
        f"||{line.replace(TAB, '||')}||" if TAB in line else line for line in text.split("\n")
    ),
    "double bars": lambda text: text.replace(TAB, " || "),
    "wiki": _wiki,
    "wiki with header": _wiki_with_header,
}


@pytest.mark.parametrize("blanks", BLANKS)
@pytest.mark.parametrize("doubled", DOUBLED)
def test_doubled_bars_part_cells_as_single_ones_do(doubled: str, blanks: str) -> None:
    numbers = BLANKS[blanks]
    reading = read_text(DOUBLED[doubled](LAYOUTS["tab-rows"](numbers)))
    assert wrong_cells(numbers, reading) == {}
    assert [cell.key for cell in reading.report.cells if cell.state == "unreadable" and cell.key[:2] != "t4"] == []


@pytest.mark.parametrize("blanks", BLANKS)
@pytest.mark.parametrize("anchor", ["", '<span id="a"></span>\n'])
def test_the_bar_in_front_of_each_cell_of_a_wiki_is_no_mark_of_a_quotation(anchor: str, blanks: str) -> None:
    numbers = BLANKS[blanks]
    lines = [
        "|-\n" + "\n".join(f"| {cell}" for cell in line.split(TAB)) if TAB in line else line
        for line in LAYOUTS["tab-rows"](numbers).split("\n")
    ]
    reading = read_text(anchor + "{|\n" + "\n".join(lines) + "\n|}")
    assert wrong_cells(numbers, reading) == {}
    assert [cell.key for cell in reading.report.cells if cell.state == "unreadable"] == []


@pytest.mark.parametrize("blanks", BLANKS)
def test_how_far_a_cell_of_ascii_doc_covers_is_no_part_of_the_cell_before(blanks: str) -> None:
    numbers = BLANKS[blanks]
    lines = [
        f"|{line.replace(TAB, ' 2+|')}" if TAB in line else line for line in LAYOUTS["tab-rows"](numbers).split("\n")
    ]
    reading = read_text("|===\n" + "\n".join(lines))
    assert wrong_cells(numbers, reading) == {}
    assert [cell.key for cell in reading.report.cells if cell.state == "unreadable"] == []


@pytest.mark.parametrize("gap", [" ", "  "])
@pytest.mark.parametrize("sign", ["`", "$"])
def test_signs_around_numbers_part_no_cells(sign: str, gap: str) -> None:
    shown = {"t2.rules.issued", "t2.rules.repealed", "t2.normative_documents.issued", "t2.normative_documents.repealed"}
    numbers = FULL.changed(
        {key: BLANK for key in FULL.cells if key.startswith(("t2.rules", "t2.norm")) and key not in shown}
    )
    text = re.sub(r"(?m)(?<=\t)(\d+)(?=\t|$)", rf"{sign}\1{sign}", LAYOUTS["tab-rows"](numbers))
    lines = [re.sub(r"(?<=[^\d\t])\t+(?=\W\d)", "\t", line).rstrip("\t") for line in text.split("\n")]
    assert wrong_cells(numbers, read_text("\n".join(lines).replace("\t", gap))) == {}
