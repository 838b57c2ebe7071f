"""Sums with blanks, and the cell that alone explains them."""

from __future__ import annotations

import pytest
from rule_cases import SOUND

from giar_lark import Source, parse
from giar_lark.model.report import Cell
from giar_lark.rules.numbers.arithmetic import Balance, Verdict
from giar_lark.rules.numbers.grid import grid_of
from giar_lark.rules.numbers.totals_slip import totals_slip_in
from giar_lark.source.span import Span
from giar_lark.tokenise.cell_text import CellText, read_cell


def _cells(*texts: str) -> tuple[Cell, ...]:
    readings = [CellText("missing", None, "") if text == "missing" else read_cell(text) for text in texts]
    return tuple(Cell(f"t3.granted.{number}", reading, Span(0, 0)) for number, reading in enumerate(readings))


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (["1", "2"], ["3"], Verdict.HOLDS),
        (["1", "2"], ["4"], Verdict.BROKEN),
        (["1", ""], ["1"], Verdict.HOLDS),
        (["", "/"], [""], Verdict.HOLDS),
        (["1", ""], ["3"], Verdict.OPEN),
        (["1", "-"], ["3"], Verdict.OPEN),
        (["5", ""], ["3"], Verdict.BROKEN),
        (["1", "2"], [""], Verdict.OPEN),
        (["1", "O"], ["3"], Verdict.UNKNOWN),
        (["1", "-2"], ["3"], Verdict.UNKNOWN),
        (["1", "1.5"], ["3"], Verdict.UNKNOWN),
        (["1", "missing"], ["3"], Verdict.UNKNOWN),
    ],
)
def test_verdict(left: list[str], right: list[str], verdict: Verdict) -> None:
    assert Balance(_cells(*left), _cells(*right)).verdict is verdict


def test_only_a_lone_blank_on_the_lighter_side_could_mend() -> None:
    lone = Balance(_cells("1", ""), _cells("3"))
    assert lone.lone_blank == lone.left[1]
    assert Balance(_cells("1", "", ""), _cells("3")).lone_blank is None
    assert Balance(_cells("5", ""), _cells("3")).lone_blank is None


@pytest.mark.parametrize("name", SOUND)
def test_number_of_identities(name: str) -> None:
    kinds = [identity.kind for identity in grid_of(parse(Source(SOUND[name])).report).all]
    assert len(kinds) == 7 + 7 + (25 if name == "2021" else 23)


@pytest.mark.parametrize("name", SOUND)
def test_a_single_wrong_cell_is_always_the_suspect(name: str) -> None:
    report = parse(Source(SOUND[name])).report
    for cell in [cell for cell in report.cells if cell.key.startswith("t3.")]:
        text = SOUND[name]
        text = text[: cell.span.start] + str(int(cell.raw) + 3) + text[cell.span.end :]
        grid = grid_of(parse(Source(text)).report)
        row = next(identity for identity in grid.rows if identity.line == cell.key.rpartition(".")[0])
        suspect = grid.suspect_of(row)
        assert suspect is not None
        assert (suspect.cell.key, suspect.value) == (cell.key, int(cell.raw))


def test_totals_that_agree_with_no_row_are_due_what_their_rows_come_to() -> None:
    sound = parse(Source(SOUND["2021"])).report
    totals = {
        cell.key: cell for cell in sound.cells if cell.key.startswith("t3.") and cell.column == "total" and cell.value
    }
    text = SOUND["2021"]
    for cell in sorted(totals.values(), key=lambda cell: -cell.span.start):
        text = f"{text[: cell.span.start]}{(cell.value or 0) * 3}{text[cell.span.end :]}"
    slip = totals_slip_in(grid_of(parse(Source(text)).report))
    assert slip is not None
    assert {cell.key: due for cell, due in slip.changes} == {key: cell.value for key, cell in totals.items()}
