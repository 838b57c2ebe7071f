"""Layout does not matter: the same numbers give the same cells, or a cell is said to be unreadable, never wrong."""

from __future__ import annotations

import pytest
from generator.numbers import Numbers, fresh_numbers, sound_numbers, with_totals
from generator.values import BLANK, amount, change, mark, thousands, wide
from hypothesis import given, settings

from synthetic.layouts import DROPPING, KEEPING, LAYOUTS, SPACING
from synthetic.reading import Reading, read_text
from synthetic.strategies import REPEATABLE, reports, reports_blank_for_zero, sound_reports

TEMPLATES = ("2021", "2019")
COLUMNS = ("natural_person", "research_institution", "other_organization")


def wrong_cells(numbers: Numbers, reading: Reading) -> dict[str, object]:
    """The cells that came out as something that is not there: neither right nor said to be unreadable or missing."""
    cells = reading.cells
    return {
        key: (cells[key].value, cells[key].state)
        for key, value in numbers.cells.items()
        if key in cells
        and (cells[key].value, "given" if cells[key].state == "inferred" else cells[key].state) != value.reading
        and cells[key].state not in ("unreadable", "missing")
    }


def unread(reading: Reading) -> list[str]:
    """The keys of the cells that are said to be unreadable."""
    return [cell.key for cell in reading.report.cells if cell.state == "unreadable"]


# ---------------------------------------------------------------- every cell filled: every layout is read


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_number_slips_when_all_are_different(layout: str, template: str) -> None:
    numbers = fresh_numbers(template)
    reading = read_text(LAYOUTS[layout](numbers))
    assert reading.readings == numbers.readings
    assert reading.codes == []


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(REPEATABLE, max_examples=12)
@given(numbers=sound_reports())
def test_full_tables_are_read_in_every_layout(layout: str, numbers: Numbers) -> None:
    assert read_text(LAYOUTS[layout](numbers)).readings == numbers.readings


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_hybrid_is_read_in_every_layout(layout: str) -> None:
    numbers = fresh_numbers("2021", templates={"ITEM_1": "2019", "ITEM_9": "2019"})
    assert read_text(LAYOUTS[layout](numbers)).readings == numbers.readings


@pytest.mark.parametrize("layout", LAYOUTS)
def test_spellings_of_numbers_do_not_matter(layout: str) -> None:
    numbers = fresh_numbers("2019").changed(
        {
            "t2.licensing.items_prev": thousands(12034),
            "t2.licensing.items_change": change(-8),
            "t2.penalties.items_change": change(36),
            "t2.licensing.decisions": wide(405),
            "t2.central_procurement.amount_yuan": amount("96171.6"),
        }
    )
    assert read_text(LAYOUTS[layout](numbers)).readings == numbers.readings


# ---------------------------------------------------------------- blanks and marks


@pytest.mark.parametrize("layout", KEEPING)
@settings(REPEATABLE, max_examples=15)
@given(numbers=reports())
def test_blanks_and_marks_stay_in_their_place(layout: str, numbers: Numbers) -> None:
    assert read_text(LAYOUTS[layout](numbers)).readings == numbers.readings


@pytest.mark.parametrize("layout", KEEPING)
@settings(REPEATABLE, max_examples=8)
@given(numbers=reports_blank_for_zero())
def test_blanks_for_zeros_stay_in_their_place(layout: str, numbers: Numbers) -> None:
    assert read_text(LAYOUTS[layout](numbers)).readings == numbers.readings


@pytest.mark.parametrize("layout", [*SPACING, *DROPPING])
@settings(REPEATABLE, max_examples=15)
@given(numbers=reports())
def test_a_layout_without_places_never_gives_a_wrong_cell(layout: str, numbers: Numbers) -> None:
    assert wrong_cells(numbers, read_text(LAYOUTS[layout](numbers))) == {}


@pytest.mark.parametrize("layout", [*SPACING, *DROPPING])
@settings(REPEATABLE, max_examples=15)
@given(numbers=reports_blank_for_zero())
def test_blanks_for_zeros_never_give_a_wrong_cell(layout: str, numbers: Numbers) -> None:
    assert wrong_cells(numbers, read_text(LAYOUTS[layout](numbers))) == {}


@pytest.mark.parametrize("layout", [*SPACING, *DROPPING])
def test_one_blank_costs_no_more_than_its_row(layout: str) -> None:
    row = "t3.unavailable.not_held"
    numbers = with_totals(sound_numbers("2021", {f"{row}.natural_person": 6})).changed(
        {f"{row}.research_institution": BLANK}
    )
    reading = read_text(LAYOUTS[layout](numbers))
    assert wrong_cells(numbers, reading) == {}
    assert [key for key in unread(reading) if not key.startswith(row)] == []
    assert reading.codes in ([], ["RD-06"], ["RD-07"])


@pytest.mark.parametrize("written", ["-", "—", "/", "无", "——", "不涉及"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_mark_stays_in_its_cell(layout: str, written: str) -> None:
    key = "t3.denied.third_party_rights.commercial_enterprise"
    numbers = sound_numbers("2021", {"t3.granted.natural_person": 3}).changed({key: mark(written)})
    reading = read_text(LAYOUTS[layout](numbers))
    assert reading.readings == numbers.readings
    assert reading.cells[key].raw == written


@pytest.mark.parametrize(
    ("layout", "table"),
    [(layout, table) for layout in KEEPING for table in ("t2", "t3", "t4")],
)
def test_a_table_without_a_number_is_blank(layout: str, table: str) -> None:
    numbers = fresh_numbers()
    numbers = numbers.changed({key: BLANK for key in numbers.cells if key.startswith(table)})
    assert read_text(LAYOUTS[layout](numbers)).readings == numbers.readings


@pytest.mark.parametrize("layout", KEEPING)
def test_only_totals_filled(layout: str) -> None:
    numbers = sound_numbers("2021", {"t3.granted.natural_person": 3, "t3.carried_in.natural_person": 1})
    numbers = numbers.changed({k: BLANK for k in numbers.cells if k.startswith("t3.") and not k.endswith(".total")})
    reading = read_text(LAYOUTS[layout](numbers))
    assert reading.readings == numbers.readings
    assert reading.codes == []


@pytest.mark.parametrize("layout", KEEPING)
def test_a_blank_last_cell_stays_in_its_row(layout: str) -> None:
    numbers = fresh_numbers("2019").changed(
        dict.fromkeys(
            ["t2.penalties.decisions", "t3.granted.total", "t4.litigation_after_reconsideration.total"], BLANK
        )
    )
    assert read_text(LAYOUTS[layout](numbers)).readings == numbers.readings


@pytest.mark.parametrize("layout", KEEPING)
def test_every_third_cell_blank(layout: str) -> None:
    numbers = fresh_numbers()
    numbers = numbers.changed({key: BLANK for place, key in enumerate(numbers.cells) if place % 3 == 1})
    assert read_text(LAYOUTS[layout](numbers)).readings == numbers.readings


LAYOUTS_WITHOUT_PLACES = [*SPACING, *DROPPING]


@pytest.mark.parametrize(
    ("layout", "template"),
    [(layout, template) for layout in LAYOUTS_WITHOUT_PLACES for template in TEMPLATES],
)
def test_every_third_cell_blank_is_never_wrong(layout: str, template: str) -> None:
    numbers = fresh_numbers(template)
    numbers = numbers.changed({key: BLANK for place, key in enumerate(numbers.cells) if place % 3 == 1})
    assert wrong_cells(numbers, read_text(LAYOUTS[layout](numbers))) == {}


@pytest.mark.parametrize("layout", LAYOUTS_WITHOUT_PLACES)
def test_one_row_of_two_numbers_in_a_blank_table_is_never_wrong(layout: str) -> None:
    numbers = sound_numbers("2021", {"t2.rules.repealed": 1})
    blank = [
        key for key in numbers.cells if key.startswith("t2.") and key not in ("t2.rules.issued", "t2.rules.repealed")
    ]
    numbers = numbers.changed(dict.fromkeys(blank, BLANK))
    assert wrong_cells(numbers, read_text(LAYOUTS[layout](numbers))) == {}


@pytest.mark.parametrize(
    ("layout", "column"),
    [(layout, column) for layout in LAYOUTS_WITHOUT_PLACES for column in COLUMNS],
)
def test_two_rows_of_two_numbers_in_a_blank_table_are_never_wrong(layout: str, column: str) -> None:
    numbers = sound_numbers("2021", {f"t3.partially_granted.{column}": 1})
    numbers = with_totals(numbers)
    numbers = numbers.changed({key: BLANK for key, value in numbers.cells.items() if value.value == 0})
    assert wrong_cells(numbers, read_text(LAYOUTS[layout](numbers))) == {}


@pytest.mark.parametrize(
    ("layout", "column"),
    [(layout, column) for layout in SPACING for column in COLUMNS],
)
def test_a_wider_gap_shows_a_blank_cell(layout: str, column: str) -> None:
    key = f"t3.unavailable.not_held.{column}"
    counts = {"t3.unavailable.not_held.natural_person": 6, "t3.unavailable.not_held.commercial_enterprise": 2}
    numbers = sound_numbers("2021", counts).changed({key: BLANK})
    assert read_text(LAYOUTS[layout](numbers)).readings == numbers.readings


def test_a_table_in_a_drawn_frame_keeps_a_row_that_does_not_add_up() -> None:
    numbers = fresh_numbers()
    rows = [line.split("\t") for line in LAYOUTS["tab-rows"](numbers).split("\n")]
    framed = [f"├{'┼'.join(['──'] * len(row))}┤\n│{'│'.join(row)}│" if len(row) > 1 else row[0] for row in rows]
    assert read_text("\n".join(framed)).readings == numbers.readings
