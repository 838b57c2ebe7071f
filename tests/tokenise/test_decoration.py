"""Brackets around every cell and numbers in front of every line are ornament: the cells are read, each at its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from generator.numbers import fresh_numbers, sound_numbers
from generator.values import BLANK

from giar_lark.pipeline import check
from giar_lark.source.source import Source
from giar_lark.tokenise.text.decoration import undecorated
from synthetic.layouts import LAYOUTS
from synthetic.reading import read_text

NUMBERS = fresh_numbers().changed(
    {"t3.granted.natural_person": BLANK, "t2.rules.repealed": BLANK, "t4.litigation_direct.pending": BLANK}
)
PAIRS = (
    "『』",
    "「」",
    "【】",
    "〖〗",
    "〔〕",
    "〈〉",
    "《》",
    "“”",
    "‘’",
    "«»",
    "[]",
    "()",
    "（）",
    "{}",
    "＜＞",
    "<>",
    "⟨⟩",
)
BETWEEN = ("", " ", "\t", "，", "、", " / ", "|", " ┊ ", "--")
NUMBERED: Mapping[str, Callable[[int, str], str]] = {
    "nl": lambda number, line: f"{number:6d}\t{line}",
    "list": lambda number, line: f"{number:4d}  {line}",
    "colon": lambda number, line: f"{number}: {line}",
    "bar": lambda number, line: f"{number:4d} | {line}",
    "grep": lambda number, line: f"nianbao.txt:{number}:{line}",
}


def bracketed(text: str, pair: str, between: str) -> str:
    """A text of tab-separated rows with each cell in brackets and something else than tabs between them."""
    lines = (
        between.join(f"{pair[0]}{cell}{pair[1]}" for cell in line.split("\t")) if "\t" in line else line
        for line in text.split("\n")
    )
    return "\n".join(lines)


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("pair", PAIRS)
def test_brackets_around_each_cell_are_read_through(pair: str, between: str) -> None:
    reading = read_text(bracketed(LAYOUTS["tab-rows"](NUMBERS), pair, between))
    assert reading.readings == NUMBERS.readings
    assert reading.codes == []


@pytest.mark.parametrize("pair", PAIRS)
def test_brackets_around_the_one_cell_of_each_line_are_read_through(pair: str) -> None:
    text = LAYOUTS["tab-led"](NUMBERS)
    lines = re.sub(r"^\t(.*)$", rf"{pair[0]}\1{pair[1]}", text, flags=re.MULTILINE)
    assert read_text(lines).readings == NUMBERS.readings


@pytest.mark.parametrize("between", ["", "\t", "|"])
def test_a_cell_stands_between_its_brackets(between: str) -> None:
    text = bracketed(LAYOUTS["tab-rows"](NUMBERS), "『』", between)
    cells = read_text(text).cells
    granted = cells["t3.granted.commercial_enterprise"]
    assert text[granted.span.start - 1 : granted.span.end + 1] == f"『{granted.raw}』"


def test_a_nought_is_written_into_the_brackets_of_a_blank_cell() -> None:
    blanks = {"t3.granted.other_organization": BLANK, "t4.litigation_direct.pending": BLANK}
    numbers = sound_numbers("2021", {"t3.granted.natural_person": 3}).changed(blanks)
    text = bracketed(LAYOUTS["tab-rows"](numbers), "『』", "")
    fixes = [finding.fix for finding in check(Source(text)).findings if finding.code == "T3-05"]
    places = [edit.span.start for fix in fixes if fix is not None for edit in fix.edits]
    assert [text[at - 1 : at + 1] for at in places] == ["『』"] * 2


@pytest.mark.parametrize("numbered", NUMBERED)
@pytest.mark.parametrize("layout", ["canonical", "tab-rows", "cell-lines", "tab-led", "markdown", "aligned-wide"])
def test_the_numbers_of_lines_are_no_values(layout: str, numbered: str) -> None:
    text = LAYOUTS[layout](fresh_numbers())
    lines = [NUMBERED[numbered](number, line) for number, line in enumerate(text.split("\n"), 1)]
    reading = read_text("\n".join(lines))
    assert reading.readings == fresh_numbers().readings
    assert reading.codes == []


@pytest.mark.parametrize("mark", ["> ", ">> ", "# ", "// ", "+", "| ", "\t", "% "])
@pytest.mark.parametrize("layout", ["canonical", "tab-rows", "cell-lines", "tab-led", "markdown", "aligned-wide"])
def test_a_mark_in_front_of_every_line_belongs_to_none(layout: str, mark: str) -> None:
    text = LAYOUTS[layout](fresh_numbers())
    reading = read_text("\n".join(f"{mark}{line}" for line in text.split("\n")))
    assert reading.readings == fresh_numbers().readings
    assert reading.codes == []


@pytest.mark.parametrize("ornament", ["**", '"', "「」", "__"])
def test_an_ordinal_is_seen_behind_ornament(ornament: str) -> None:
    lead, tail = (ornament[0], ornament[1]) if ornament == "「」" else (ornament, ornament)
    text = LAYOUTS["markdown"](fresh_numbers())
    cells = re.sub(r"(?<=\| )([^|\n]+?)(?= \|)", rf"{lead}\1{tail}", text).replace(f"{lead}---{tail}", "---")
    reading = read_text(cells)
    assert reading.readings == fresh_numbers().readings
    assert reading.codes == []


@pytest.mark.parametrize("mark", ["\t", ","])
def test_a_line_break_in_a_quoted_cell_is_none_of_the_table(mark: str) -> None:
    text = LAYOUTS["tab-rows"](fresh_numbers())
    lines = re.sub(r"[^\t\n]{9,}(?=\t)", lambda m: f'"{m[0][:4]}\n{m[0][4:]}"', text).replace("\t", mark)
    assert read_text(lines).readings == fresh_numbers().readings


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_text_without_ornament_stays_as_it_is(layout: str) -> None:
    text = LAYOUTS[layout](NUMBERS)
    assert undecorated(text) == text


def test_brackets_in_prose_stay_where_few_have_a_number() -> None:
    text = "（一）公开（1）条、（2）条。\n【打印本页】 【关闭窗口】\n" * 9
    assert undecorated(text) == text


def test_a_tab_that_makes_a_line_a_cell_is_no_indent() -> None:
    """Without it, two numbers of one cell would be two cells, and make up for one that is missing."""
    table = LAYOUTS["cell-lines"](fresh_numbers())
    lines = table.split("\n")
    at = next(n for n, line in enumerate(lines) if "予以公开" in line)
    torn = [*lines[: at + 1], "1 234", *lines[at + 3 :]]
    cells = {cell.key: cell for cell in read_text("\n".join(f"\t{line}" for line in torn)).report.cells}
    row = [cell for key, cell in cells.items() if key.startswith("t3.granted.")]
    assert [cell.state for cell in row] == ["unreadable"] * 7


@pytest.mark.parametrize("numbered", NUMBERED)
def test_a_few_lines_may_have_no_number(numbered: str) -> None:
    """What a terminal prints above, and lines that it has broken."""
    lines = LAYOUTS["cell-lines"](fresh_numbers()).split("\n")
    shown = [NUMBERED[numbered](number, line) for number, line in enumerate(lines, 1)]
    broken = [part for number, line in enumerate(shown) for part in ([line, ""] if number % 40 == 7 else [line])]
    reading = read_text("\n".join(["$ show nianbao.txt", *broken]))
    assert reading.readings == fresh_numbers().readings


@pytest.mark.parametrize("layout", ["canonical", "tab-rows", "markdown", "csv"])
@pytest.mark.parametrize("columns", [0, 60])
def test_a_backslash_at_the_end_of_a_line_is_no_cell(columns: int, layout: str) -> None:
    """It is the break of Markdown behind every line, or says that a line goes on which was cut at a width."""
    numbers = fresh_numbers().changed(
        {"t3.granted.total": BLANK, "t2.rules.in_force": BLANK, "t3.carried_in.total": BLANK}
    )
    lines = LAYOUTS[layout](numbers).split("\n")
    if columns:
        ended = ["\\\n".join(line[at : at + columns] for at in range(0, len(line) or 1, columns)) for line in lines]
    else:
        ended = [f"{line}\\" for line in lines]
    assert read_text("\n".join(ended)).readings == numbers.readings
