"""The five real reports, and their twins with a different number in every cell."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from giar_lark.readers.read import read
from synthetic.reading import Reading, read_source

NAMES = ("000", "001", "002", "003", "004")
TEMPLATES = {"000": "2021", "001": "2021", "002": "2019", "003": "2021", "004": "2021"}


def one(folder: Path, name: str, ending: str) -> Path:
    (path,) = folder.glob(f"{name}_*.{ending}")
    return path


def reading(folder: Path, name: str) -> Reading:
    return read_source(read(one(folder, name, "txt")))


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_of_a_twin_is_right_and_its_blanks_are_blank(shared: Path, name: str) -> None:
    truth = json.loads(one(shared / "twins", name, "json").read_text("utf-8"))
    found = reading(shared / "twins", name)
    assert found.readings == {key: (value, "blank" if value is None else "given") for key, value in truth.items()}
    assert found.report.template == TEMPLATES[name]


def test_the_twins_have_998_cells(shared: Path) -> None:
    sizes = [len(json.loads(one(shared / "twins", name, "json").read_text("utf-8"))) for name in NAMES]
    assert sum(sizes) == 998


@pytest.mark.parametrize(
    ("name", "others", "states"),
    [
        ("000", {}, {"given": 200}),
        ("001", {}, {"given": 49, "blank": 151}),
        (
            "002",
            {
                "t2.rules.made": 3,
                "t2.normative_documents.made": 228,
                "t2.central_procurement.projects": 17,
                "t2.central_procurement.amount_yuan": 766202,
            },
            {"given": 198},
        ),
        ("003", {}, {"given": 200}),
        ("004", {}, {"given": 200}),
    ],
)
def test_the_cells_of_a_real_report(shared: Path, name: str, others: dict[str, int], states: dict[str, int]) -> None:
    found = reading(shared / "seeds", name).report.cells
    assert {cell.key: cell.value for cell in found if cell.value not in (0, None)} == others
    assert Counter(cell.state for cell in found) == states


@pytest.mark.parametrize("name", NAMES)
def test_a_real_report_has_all_its_sections(shared: Path, name: str) -> None:
    assert [section.key for section in reading(shared / "seeds", name).report.sections] == [
        "overview",
        "proactive_disclosure",
        "applications",
        "reconsideration_litigation",
        "problems_improvements",
        "other_matters",
    ]


def test_reading_says_nothing_against_the_real_reports_but_what_the_review_says(shared: Path) -> None:
    codes = {name: reading(shared / "seeds", name).codes for name in NAMES}
    assert set().union(*codes.values()) <= {"FM-04", "T2-07"}


def test_a_unit_in_a_cell_is_kept(shared: Path) -> None:
    cell = reading(shared / "seeds", "002").cells["t2.central_procurement.amount_yuan"]
    assert (cell.value, cell.raw, cell.reading.unit) == (766202, "766202元", "元")


def test_a_missing_number_does_not_pull_the_next_one_in(shared: Path) -> None:
    cells = reading(shared / "seeds", "001").cells
    assert cells["t2.licensing.decisions"].state == "blank"
    assert (cells["t2.penalties.decisions"].value, cells["t2.penalties.decisions"].state) == (0, "given")
