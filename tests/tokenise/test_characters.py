"""What is not seen, or looks like another character, changes no cell and gives no finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from generator.numbers import sound_numbers

from giar_lark.pipeline import check
from giar_lark.source.source import Source
from giar_lark.tokenise.text.characters import plain_characters
from synthetic.layouts import LAYOUTS

NUMBERS = sound_numbers("2021", {"t3.granted.natural_person": 3104, "t2.licensing.decisions": 217})
KANGXI = str.maketrans("一二人行方比水立长页", "⼀⼆⼈⾏⽅⽐⽔⽴⻓⻚")


def _between_letters(sign: str) -> Callable[[str], str]:
    return lambda text: re.sub(r"(?<=[\u4e00-\u9fff]{2})(?=[\u4e00-\u9fff])", sign, text)


def _between_digits(sign: str) -> Callable[[str], str]:
    return lambda text: re.sub(r"(?<=\d)(?=\d)", sign, text)


DISGUISES: Mapping[str, Callable[[str], str]] = {
    "soft hyphens": _between_letters("\xad"),
    "joiners": _between_letters("\u200d"),
    "zero-width spaces": _between_letters("\u200b"),
    "variation selectors": _between_letters("\ufe00"),
    "soft hyphens in numbers": _between_digits("\xad"),
    "zero-width spaces in numbers": _between_digits("\u200b"),
    "byte order marks in numbers": _between_digits("\ufeff"),
    "marks of direction": lambda text: re.sub(r"(\d+)", "\u202d\\1\u202c", text),
    "colours of a terminal": lambda text: re.sub(r"(\d+)", "\x1b[1;32m\\1\x1b[0m", text),
    "radicals": lambda text: text.translate(KANGXI),
    "line separators": lambda text: text.replace("\n", "\u2028"),
    "next lines": lambda text: text.replace("\n", "\x85"),
    "vertical tabs": lambda text: text.replace("\n", "\x0b"),
    "marks of notes behind words": lambda text: re.sub(r"(?<=[\u4e00-\u9fff）”])(?=[\t\n])", "②", text),
    "raised figures behind words": lambda text: re.sub(r"(?<=[\u4e00-\u9fff）”])(?=[\t\n])", "¹²", text),
    "spaces between all characters": _between_letters(" "),
}


@pytest.mark.parametrize("layout", ["tab-rows", "cell-lines", "markdown", "tab-led"])
@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_disguised_text_gives_the_same_cells_and_findings(disguise: str, layout: str) -> None:
    text = LAYOUTS[layout](NUMBERS)
    plain, disguised = (check(Source(each)) for each in (text, DISGUISES[disguise](text)))
    values = {cell.key: (cell.value, cell.state) for cell in disguised.report.cells}
    assert values == {cell.key: (cell.value, cell.state) for cell in plain.report.cells}
    assert [finding.code for finding in disguised.findings] == [finding.code for finding in plain.findings]


@pytest.mark.parametrize("disguise", DISGUISES)
def test_every_character_keeps_its_place(disguise: str) -> None:
    text = DISGUISES[disguise](LAYOUTS["tab-rows"](NUMBERS))
    assert len(plain_characters(text)) == len(text)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_plain_text_stays_as_it_is(layout: str) -> None:
    text = LAYOUTS[layout](NUMBERS)
    assert plain_characters(text) == text


def test_marks_of_notes_stay_behind_numbers_and_in_front_of_words() -> None:
    for text in ("规章\t12①", "①规章\t②", "（五）不予处理⑴信访", "问题：① 人手少"):
        assert plain_characters(text) == text
    assert plain_characters("规章①\t无②③") == "规章\u2060\t无\u2060\u2060"
