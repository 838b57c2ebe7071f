"""Every report of the corpus says the same in every layout that keeps places, and nothing else in those that lose them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from generator.layouts import LAYOUTS, Keeps
from generator.render import FAMILIES

from corpus.texts import CORPUS, STEMS
from giar_lark.pipeline import check
from giar_lark.readers.read import read

KEEPING = tuple(name for name in FAMILIES if LAYOUTS[name].keeps is Keeps.PLACES)
LOSING = tuple(name for name in FAMILIES if LAYOUTS[name].keeps is not Keeps.PLACES)
_UNREAD = ("unreadable", "missing")


@dataclass(frozen=True, slots=True)
class Said:
    """What is made of a text: its cells by key, with value and state, and its findings by code and key."""

    cells: dict[str, tuple[object, str]]
    findings: list[tuple[str, str | None]]


@pytest.fixture(scope="module", params=STEMS)
def said(request: pytest.FixtureRequest) -> dict[str, Said]:
    """What is made of a report, by layout. Each text is read once."""
    return {name: _said(f"reports/{request.param}/{name}.txt") for name in FAMILIES}


def _said(name: str) -> Said:
    checked = check(read(CORPUS / name))
    cells = {
        cell.key: (cell.value, "given" if cell.state == "inferred" else cell.state) for cell in checked.report.cells
    }
    return Said(cells, [(finding.code, finding.key) for finding in checked.findings])


def test_layouts_that_keep_places_give_the_same_cells(said: dict[str, Said]) -> None:
    first = said[KEEPING[0]].cells
    assert any(value is not None for value, _ in first.values())
    assert {name: _differing(first, said[name].cells) for name in KEEPING} == {name: {} for name in KEEPING}


def test_layouts_that_keep_places_give_the_same_findings(said: dict[str, Said]) -> None:
    first = said[KEEPING[0]].findings
    assert {name: said[name].findings for name in KEEPING} == dict.fromkeys(KEEPING, first)


def test_layouts_that_lose_places_give_no_cell_another_value(said: dict[str, Said]) -> None:
    first = said[KEEPING[0]].cells
    wrong = {
        name: {key: pair for key, pair in _differing(first, said[name].cells).items() if pair[1][1] not in _UNREAD}
        for name in LOSING
    }
    assert wrong == {name: {} for name in LOSING}


def test_layouts_that_lose_places_cost_no_row_without_a_blank(said: dict[str, Said]) -> None:
    first = said[KEEPING[0]].cells
    blank = {_row(key) for key, (_, state) in first.items() if state == "blank"}
    lost = {name: sorted({_row(key) for key in _differing(first, said[name].cells)} - blank) for name in LOSING}
    assert lost == {name: [] for name in LOSING}


def _differing(
    wanted: dict[str, tuple[object, str]], got: dict[str, tuple[object, str]]
) -> dict[str, tuple[tuple[object, str], tuple[object, str]]]:
    """The keys whose cells differ, a cell that is not there being missing."""
    absent = (None, "missing")
    keys = [*wanted, *(key for key in got if key not in wanted)]
    pairs = {key: (wanted.get(key, absent), got.get(key, absent)) for key in keys}
    return {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}


def _row(key: str) -> str:
    """The row of a cell; table 4 is one row."""
    return "t4" if key.startswith("t4.") else key.rpartition(".")[0]
